#include "disclosure/counts.h"

namespace gongkai::disclosure {

namespace {

bool in_year(Date day, int year) { return year_of(day) == year; }

void count_first(const Content& content, Counts& all) {
    ++all.published;
    ++all.by_kind[std::size_t(content.kind)];
    for (const Channel channel : content.channels)
        ++all.by_channel[std::size_t(channel)];
}

void count(const Document& document, int year, Counts& all) {
    bool first = true;
    const Progress progress = document.progress();
    if (progress.standing == Standing::Annulled) return;
    for (const Revision& revision : progress.revisions) {
        if (!revision.published_on) continue;
        if (in_year(*revision.published_on, year)) {
            if (first)
                count_first(content_of(document, revision), all);
            else
                ++all.revised;
        }
        first = false;
    }
    for (std::size_t i = 0; i < document.acts().size(); ++i) {
        const Act& act = document.acts()[i];
        if (act.is<Withdraw>() && in_year(act.on, year) && !document.is_annulled(int(i)))
            ++all.withdrawn;
    }
}

}  // namespace

Counts counts(std::span<const Document> documents, int year) {
    Counts all;
    for (const Document& document : documents)
        count(document, year, all);
    return all;
}

}  // namespace gongkai::disclosure
