#pragma once

#include <array>

#include "interaction/proposal.h"

namespace gongkai::interaction::proposals {

// What the narrative of a year's report tells of proposals. A receipt that never came is counted
// nowhere, so that the three need not add up to the answers.
struct Counts {
    int received = 0;  // assigned in the year and handled here, led or separately
    int joined = 0;    // assigned in the year, where this body only joined
    int answered = 0;  // of the received, answered by the day the counts are made for
    int satisfied = 0, basically = 0, dissatisfied = 0;  // of the answered, what was said last
    int published = 0;                                   // answers that are public on that day

    friend bool operator==(const Counts&, const Counts&) = default;
};
using CountsOfForms = std::array<Counts, count_of<Form>>;

// Adds one proposal to the counts of the year, as of a day.
void count(const Proposal& proposal, int year, Date as_of, CountsOfForms& counts);

}  // namespace gongkai::interaction::proposals
