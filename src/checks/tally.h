#pragma once

#include <span>

#include "checks/rule.h"

namespace gongkai::checks {

// How many findings of each severity a report has.
struct Tally {
    int errors = 0, warnings = 0, hints = 0;
};
Tally tally(std::span<const Finding> findings);

}  // namespace gongkai::checks
