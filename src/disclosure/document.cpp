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

Content stated(Content content) {
    content.secrets = {};
    for (Attachment& file : content.attachments)
        file.secrets = {};
    return content;
}

void confide(Act& act) {
    if (Content* content = content_in(act)) records::confide(records::fields_of<Content>, content);
    if (auto* review = std::get_if<Review>(&act.what))
        records::confide(records::fields_of<Conclusion>, &review->conclusion);
}

void reveal(Act& act, const records::Opening& open) {
    if (Content* content = content_in(act))
        records::reveal(records::fields_of<Content>, content, open);
    if (auto* review = std::get_if<Review>(&act.what))
        records::reveal(records::fields_of<Conclusion>, &review->conclusion, open);
}

std::optional<Date> ends_on(const Act& act) {
    if (const auto* repeal = act.as<Repeal>()) return repeal->ends_on;
    if (const auto* expire = act.as<Expire>()) return expire->ends_on;
    return {};
}

const Content& content_of(const Document& document, const Revision& revision) {
    if (revision.publication >= 0) {
        const Act& act = document.acts().at(std::size_t(revision.publication));
        if (const auto& published = act.as<Publish>()->content) return *published;
    }
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
