#include "disclosure/normative.h"

#include <algorithm>

#include "disclosure/document.h"

namespace gongkai::disclosure {

std::optional<Normative> normative_of(const Document& document) {
    const Progress progress = document.progress();
    if (progress.standing == Standing::Annulled) return {};
    const auto& all = progress.revisions;
    const auto is_published = [](const Revision& it) { return it.published_on.has_value(); };
    const auto first = std::ranges::find_if(all, is_published);
    const auto last = std::ranges::find_if(all.rbegin(), all.rend(), is_published);
    if (first == all.end()) return {};
    const Content& content = document.content(*last);
    if (!is_normative(content.kind)) return {};
    Normative it;
    it.subject = subject(document.key());
    it.kind = content.kind == Kind::Rule ? NormativeKind::Rule : NormativeKind::NormativeDocument;
    it.issued_on = *content.issued_on;  // no review began without it
    if (progress.ending) it.ended_on = progress.ending->on;
    it.recorded_on = document.acts()[std::size_t(first->publication)].recorded_on;
    return it;
}

}  // namespace gongkai::disclosure
