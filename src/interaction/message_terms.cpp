#include "interaction/message_terms.h"

#include <algorithm>
#include <stdexcept>

namespace gongkai::interaction {

const MessageTerm& MessageTerms::of(Source source, Matter matter) const {
    const auto term = std::ranges::find_if(terms_, [&](const MessageTerm& it) {
        return it.source.value_or(source) == source && it.matter.value_or(matter) == matter;
    });
    if (term == terms_.end()) throw std::logic_error("the terms of messages have a last line");
    return *term;
}

}  // namespace gongkai::interaction
