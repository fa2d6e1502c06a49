#include "disclosure/normative.h"

#include <algorithm>

#include "disclosure/document.h"

namespace gongkai::disclosure {

namespace {

bool published_by(const Revision& it, std::optional<Date> day) {
    return it.published_on && (!day || *it.published_on <= *day);
}

// The day on which an ending was written down.
Date ending_recorded_on(const Document& document) {
    Date on{};
    for (std::size_t i = 0; i < document.acts().size(); ++i) {
        const Act& act = document.acts()[i];
        const bool ends = act.kind == ActKind::Repeal || act.kind == ActKind::Expire;
        if (ends && !document.is_annulled(int(i))) on = act.recorded_on;
    }
    return on;
}

}  // namespace

std::optional<Normative> normative_of(const Document& document, std::optional<Date> as_of) {
    const Progress progress = document.progress();
    if (progress.standing == Standing::Annulled) return {};
    const auto& all = progress.revisions;
    const auto first =
        std::ranges::find_if(all, [](const Revision& it) { return it.published_on.has_value(); });
    if (first == all.end()) return {};
    // What is published anew later does not rewrite the books of a year that is over.
    const auto last = std::ranges::find_if(
        all.rbegin(), all.rend(), [&](const Revision& it) { return published_by(it, as_of); });
    const Content& content = document.content(last == all.rend() ? *first : *last);
    if (!is_normative(content.kind)) return {};
    Normative it;
    it.subject = subject(document.key());
    it.kind = content.kind == Kind::Rule ? NormativeKind::Rule : NormativeKind::NormativeDocument;
    it.issued_on = *content.issued_on;  // no review began without it
    if (progress.ending) {
        it.ended_on = progress.ending->on;
        it.ending_recorded_on = ending_recorded_on(document);
    }
    it.recorded_on = document.acts()[std::size_t(first->publication)].recorded_on;
    return it;
}

std::vector<Correction> corrections(const Document& document) {
    std::vector<Correction> all;
    if (!is_normative(document.acts().front().content.kind)) return all;
    for (const Act& act : document.acts()) {
        if (act.kind != ActKind::Annul || !act.refers_to) continue;
        const Act& wrong = document.acts()[std::size_t(*act.refers_to)];
        if (wrong.kind == ActKind::Publish || wrong.ends_on)
            all.push_back(
                {subject(document.key()), wrong.ends_on.value_or(wrong.on), act.recorded_on});
    }
    return all;
}

}  // namespace gongkai::disclosure
