#include "disclosure/normative.h"

#include <algorithm>

namespace gongkai::disclosure {

namespace {

bool published_by(const Revision& revision, std::optional<Date> day) {
    return revision.published_on && (!day || *revision.published_on <= *day);
}

// The day on which an ending was written down.
Date ending_recorded_on(const Document& document) {
    Date on{};
    for (std::size_t i = 0; i < document.acts().size(); ++i) {
        const Act& act = document.acts()[i];
        if (ends_on(act) && !document.is_annulled(int(i))) on = act.recorded_on;
    }
    return on;
}

}  // namespace

std::optional<Normative> normative_of(const Document& document, std::optional<Date> as_of) {
    const Progress progress = document.progress();
    if (progress.standing == Standing::Annulled) return {};
    const auto& all = progress.revisions;
    const auto first = std::ranges::find_if(
        all, [](const Revision& each) { return each.published_on.has_value(); });
    if (first == all.end()) return {};
    // What is published anew later does not rewrite the books of a year that is over.
    const auto last = std::ranges::find_if(
        all.rbegin(), all.rend(), [&](const Revision& each) { return published_by(each, as_of); });
    const Content& content = content_of(document, last == all.rend() ? *first : *last);
    if (!is_normative(content.kind)) return {};
    Normative normative;
    normative.subject = subject(document.key());
    normative.kind =
        content.kind == Kind::Rule ? NormativeKind::Rule : NormativeKind::NormativeDocument;
    normative.issued_on = *content.issued_on;  // no review began without it
    if (progress.ending) {
        normative.ended_on = progress.ending->on;
        normative.ending_recorded_on = ending_recorded_on(document);
    }
    normative.recorded_on = document.acts()[std::size_t(first->publication)].recorded_on;
    return normative;
}

std::vector<Correction> corrections(const Document& document) {
    std::vector<Correction> all;
    if (!is_normative(content_in(document.acts().front())->kind)) return all;
    for (const Act& act : document.acts()) {
        const auto annulled = records::annulled_by(act.what);
        if (!annulled) continue;
        const Act& wrong = document.acts()[std::size_t(*annulled)];
        if (wrong.is<Publish>() || ends_on(wrong))
            all.push_back(
                {subject(document.key()), ends_on(wrong).value_or(wrong.on), act.recorded_on});
    }
    return all;
}

}  // namespace gongkai::disclosure
