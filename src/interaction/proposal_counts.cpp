#include "interaction/proposal_counts.h"

#include <algorithm>

namespace gongkai::interaction::proposals {

namespace {

void count(Satisfaction satisfaction, Counts& counts) {
    switch (satisfaction) {
        case Satisfaction::Satisfied: ++counts.satisfied; return;
        case Satisfaction::Basically: ++counts.basically; return;
        case Satisfaction::Dissatisfied: ++counts.dissatisfied; return;
    }
}

Date first_of(int year) {
    using namespace std::chrono;
    return sys_days{std::chrono::year{year} / January / 1};
}

struct Year {
    Date first, last;
    bool has(Date day) const { return first <= day && day <= last; }
    bool has(std::optional<Date> day) const { return day && has(*day); }
};

// What the proposer said last of what he said in that time: a second answer that has no receipt yet
// leaves the first one's.
std::optional<Satisfaction> said_last(const Progress& now, const Year& year) {
    std::optional<Satisfaction> last;
    for (const Sent& it : now.answers)
        if (it.satisfaction && year.has(it.feedback_on)) last = it.satisfaction;
    return last;
}

// Whether it is this body's to answer, and was not taken from it.
bool is_own(const Progress& now) {
    return now.state != State::Annulled && now.state != State::Ended &&
           now.units.part != Part::Joint;
}

bool is_belated(const Proposal& proposal, const Year& year) {
    return std::ranges::any_of(proposal.belated(year.last), [&](int index) {
        const Act& act = proposal.acts()[std::size_t(index)];
        const auto wrong = records::annulled_by(act.what);
        return year.has(wrong ? proposal.acts()[std::size_t(*wrong)].on : act.on);
    });
}

}  // namespace

Date last_counted(int year, Date today) {
    return std::min(first_of(year + 1) - std::chrono::days{1}, today);
}

void count(const Proposal& proposal, int year, Date today, CountsOfForms& counts) {
    const Year its_days{first_of(year), last_counted(year, today)};
    const Date assigned_on = proposal.acts().front().on;
    if (its_days.last < its_days.first || assigned_on > its_days.last) return;
    Counts& its = counts.at(std::size_t(assignment_of(proposal).form));
    its.belated += is_belated(proposal, its_days) ? 1 : 0;
    const Progress now = proposal.progress(its_days.last);
    if (now.state == State::Annulled || now.state == State::Ended) return;
    if (!is_own(now)) {
        its.joined += its_days.has(assigned_on) ? 1 : 0;
        return;
    }
    if (its_days.has(assigned_on))
        ++its.received;
    else if (proposal.progress(its_days.first - std::chrono::days{1}).answers.empty())
        ++its.carried;
    its.answered += !now.answers.empty() && its_days.has(now.answers.front().on) ? 1 : 0;
    its.published += its_days.has(now.first_published_on) ? 1 : 0;
    if (const auto satisfaction = said_last(now, its_days)) count(*satisfaction, its);
}

}  // namespace gongkai::interaction::proposals
