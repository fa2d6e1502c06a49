#include "disclosure/timeliness.h"

namespace gongkai::disclosure {

namespace {

Timeliness one(const Document& document, const Revision& revision, const law::Calendar& calendar,
               Date as_of) {
    Timeliness clock;
    clock.start = content_of(document, revision).formed_on;
    const law::Term term = law::term(calendar, clock.start, publication_days);
    clock.due = *term.last_day;  // there are no pauses: Reg. 26 names none, also for Reg. 17(3)
    clock.provisional = term.provisional;
    clock.published_on = revision.published_on;
    if (!clock.published_on && revision.refused_on) {
        clock.state = TimelinessState::Closed;
        return clock;
    }
    const Date end = clock.published_on.value_or(as_of);
    const bool late = end > clock.due;
    // Published on a day off just after the last one: late all the same.
    if (late) clock.late_by = std::max(1, law::working_days(calendar, clock.due, end));
    if (clock.published_on)
        clock.state = late ? TimelinessState::MetLate : TimelinessState::Met;
    else
        clock.state = late ? TimelinessState::Overdue : TimelinessState::Running;
    return clock;
}

}  // namespace

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

std::vector<law::TraceDay> trace(const Timeliness& clock, const law::Calendar& calendar) {
    return law::trace(calendar, clock.start, publication_days);
}

}  // namespace gongkai::disclosure
