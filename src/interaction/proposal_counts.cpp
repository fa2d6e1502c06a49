#include "interaction/proposal_counts.h"

namespace gongkai::interaction::proposals {

namespace {

void count(Satisfaction satisfaction, Counts& counts) {
    switch (satisfaction) {
        case Satisfaction::Satisfied: ++counts.satisfied; return;
        case Satisfaction::Basically: ++counts.basically; return;
        case Satisfaction::Dissatisfied: ++counts.dissatisfied; return;
    }
}

// What the proposer said last: a second answer that has no receipt yet leaves the first one's.
std::optional<Satisfaction> said_last(const Progress& now) {
    std::optional<Satisfaction> last;
    for (const Sent& it : now.answers)
        if (it.satisfaction) last = it.satisfaction;
    return last;
}

}  // namespace

void count(const Proposal& proposal, int year, Date as_of, CountsOfForms& counts) {
    const Date assigned_on = proposal.acts().front().on;
    if (year_of(assigned_on) != year || assigned_on > as_of) return;
    const Progress now = proposal.progress(as_of);
    // What went back, was withdrawn or was never there is nobody's work here.
    if (now.state == State::Annulled || now.state == State::Ended) return;
    Counts& its = counts.at(std::size_t(assignment_of(proposal).form));
    if (now.units.part == Part::Joint) {
        ++its.joined;
        return;
    }
    ++its.received;
    its.answered += now.answers.empty() ? 0 : 1;
    its.published += now.standing == Standing::Public ? 1 : 0;
    if (const auto satisfaction = said_last(now)) count(*satisfaction, its);
}

}  // namespace gongkai::interaction::proposals
