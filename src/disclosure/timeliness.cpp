#include "disclosure/timeliness.h"

namespace gongkai::disclosure {

namespace {

constexpr std::pair<std::string_view, std::string_view> words[] = {
    {"running", "期限内"},
    {"met", "按期公开"},
    {"met_late", "逾期公开"},
    {"overdue", "已逾期"},
    {"closed", "审查为不予公开，不再适用"},
};

Timeliness one(const Document& document, const Revision& revision, const law::Calendar& calendar,
               Date as_of) {
    Timeliness it;
    it.start = document.content(revision).formed_on;
    const law::Term term = law::term(calendar, it.start, publication_days);
    it.due = *term.last_day;  // there are no pauses: Reg. 26 names none, also for Reg. 17(3)
    it.provisional = term.provisional;
    it.published_on = revision.published_on;
    if (!it.published_on && revision.refused_on) {
        it.state = TimelinessState::Closed;
        return it;
    }
    const Date end = it.published_on.value_or(as_of);
    const bool late = end > it.due;
    // Published on a day off just after the last one: late all the same.
    if (late) it.late_by = std::max(1, law::working_days(calendar, it.due, end));
    if (it.published_on)
        it.state = late ? TimelinessState::MetLate : TimelinessState::Met;
    else
        it.state = late ? TimelinessState::Overdue : TimelinessState::Running;
    return it;
}

}  // namespace

std::string_view name(TimelinessState it) { return words[std::size_t(it)].first; }
std::string_view chinese(TimelinessState it) { return words[std::size_t(it)].second; }

std::vector<Timeliness> timeliness(const Document& document, const law::Calendar& calendar,
                                   Date as_of) {
    const Progress progress = document.progress(as_of);
    std::vector<Timeliness> all;
    if (progress.standing == Standing::Annulled) return all;
    for (const Revision& revision : progress.revisions) {
        all.push_back(one(document, revision, calendar, as_of));
        all.back().revision = int(all.size()) - 1;
    }
    return all;
}

std::vector<law::TraceDay> trace(const Timeliness& it, const law::Calendar& calendar) {
    return law::trace(calendar, it.start, publication_days);
}

}  // namespace gongkai::disclosure
