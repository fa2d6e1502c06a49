#include "checks/tally.h"

namespace gongkai::checks {

Tally tally(std::span<const checks::Finding> findings) {
    Tally counts;
    for (const auto& finding : findings) {
        counts.errors += finding.severity == Severity::Error;
        counts.warnings += finding.severity == Severity::Warning;
        counts.hints += finding.severity == Severity::Hint;
    }
    return counts;
}

}  // namespace gongkai::checks
