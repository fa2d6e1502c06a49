#pragma once

#include <array>

#include "interaction/proposal.h"

namespace gongkai::interaction::proposals {

// What the narrative of a year's report tells of proposals: what happened in that year, whatever
// year it had begun in, so that what is done later stands in the sentence of its own year. What
// went back or was withdrawn by the last day is nobody's work here, and in no figure but the last.
// A receipt that never came is counted nowhere: the three need not add up to the answers.
struct Counts {
    int received = 0;  // assigned in the year and handled here, led or separately
    int carried = 0;   // assigned before it, and not answered when it began
    int joined = 0;    // assigned in the year, where this body only joined
    int answered = 0;  // of the received and the carried: answered in the year for the first time
    int satisfied = 0, basically = 0, dissatisfied = 0;  // said in the year, of each the last word
    int published = 0;  // public in the year for the first time, though it be taken down since
    // Those of which something that counts was written down or put right after the last day.
    int belated = 0;

    bool is_empty() const { return *this == Counts{}; }
    friend bool operator==(const Counts&, const Counts&) = default;
};
using CountsOfForms = std::array<Counts, count_of<Form>>;

// The last day that the counts of a year take in: its end, or today while it lasts.
Date last_counted(int year, Date today);
// Adds one proposal to the counts of the year, as of a day.
void count(const Proposal& proposal, int year, Date today, CountsOfForms& counts);

}  // namespace gongkai::interaction::proposals
