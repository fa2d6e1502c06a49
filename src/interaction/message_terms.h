#pragma once

#include <optional>
#include <string>
#include <vector>

#include "interaction/message_words.h"

namespace gongkai::interaction {

enum class DayKind { Working, Calendar };
constexpr auto words(DayKind) {
    return word_list<DayKind>({
        {DayKind::Working, "working", "个工作日"},
        {DayKind::Calendar, "calendar", "日"},
    });
}

// How long one source gives for one kind of matter, and by whose rule. Local rules differ, so that
// they are data (data/settings/message_terms.json).
struct MessageTerm {
    std::optional<Source> source;  // none: any other
    std::optional<Matter> matter;  // none: any other
    int days = 0;
    DayKind kind = DayKind::Working;
    std::string basis;
};

class MessageTerms {
public:
    MessageTerms() = default;
    explicit MessageTerms(std::vector<MessageTerm> terms) : terms_(std::move(terms)) {}

    // The first line of the list that fits: a list ends with a line for all that is left.
    const MessageTerm& of(Source source, Matter matter) const;
    const std::vector<MessageTerm>& all() const { return terms_; }

private:
    std::vector<MessageTerm> terms_;
};

}  // namespace gongkai::interaction
