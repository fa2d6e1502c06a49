#include "disclosure/document.h"

namespace gongkai::disclosure {

const Content* content_in(const Act& act) {
    if (const auto* draft = act.as<Draft>()) return &draft->content;
    if (const auto* edit = act.as<Edit>()) return &edit->content;
    if (const auto* revise = act.as<Revise>()) return &revise->content;
    return nullptr;
}

Content* content_in(Act& act) {
    return const_cast<Content*>(content_in(static_cast<const Act&>(act)));
}

std::optional<Date> ends_on(const Act& act) {
    if (const auto* repeal = act.as<Repeal>()) return repeal->ends_on;
    if (const auto* expire = act.as<Expire>()) return expire->ends_on;
    return {};
}

const Content& content_of(const Document& document, const Revision& revision) {
    return *content_in(document.acts().at(std::size_t(revision.text)));
}

const Content& present_content(const Document& document) {
    return content_of(document, document.progress().revisions.back());
}

std::string index_number(const Document& document) {
    for (const Act& act : document.acts())
        if (const auto* publish = act.as<Publish>(); publish && !publish->index_number.empty())
            return publish->index_number;
    return {};
}

}  // namespace gongkai::disclosure
