#include "disclosure/counts.h"

namespace gongkai::disclosure {

namespace {

bool in_year(Date day, int year) { return year_of(day) == year; }

void count_first(const Content& content, Counts& it) {
    ++it.published;
    ++it.by_kind[std::size_t(content.kind)];
    for (const Channel channel : content.channels)
        ++it.by_channel[std::size_t(channel)];
}

void count(const Document& document, int year, Counts& it) {
    bool first = true;
    const Progress progress = document.progress();
    if (progress.standing == Standing::Annulled) return;
    for (const Revision& revision : progress.revisions) {
        if (!revision.published_on) continue;
        if (in_year(*revision.published_on, year)) {
            if (first)
                count_first(document.content(revision), it);
            else
                ++it.revised;
        }
        first = false;
    }
    for (std::size_t i = 0; i < document.acts().size(); ++i) {
        const Act& act = document.acts()[i];
        if (act.kind == ActKind::Withdraw && in_year(act.on, year) && !document.is_annulled(int(i)))
            ++it.withdrawn;
    }
}

}  // namespace

Counts counts(std::span<const Document> documents, int year) {
    Counts it;
    for (const Document& document : documents)
        count(document, year, it);
    return it;
}

}  // namespace gongkai::disclosure
