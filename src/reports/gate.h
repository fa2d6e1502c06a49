#pragma once

#include <vector>

#include "base/result.h"
#include "checks/rule.h"
#include "reports/compile.h"

namespace gongkai::reports {

// What keeps a report from being submitted, by whatever way it comes.
struct Gate {
    std::vector<checks::Finding> errors;
    std::vector<OpeningDifference> unexplained;  // without a signed reason
    std::vector<int> uncertain;                  // cells that could be read in several ways
    bool other_year = false;                     // it is not about the year that is due
    bool other_body = false;                     // it names another body; set by whoever knows

    bool open() const {
        return errors.empty() && unexplained.empty() && uncertain.empty() && !other_year &&
               !other_body;
    }
};
Gate gate(const forms::Report& report, const forms::Report* last_accepted, int year,
          bool has_reason);
// What the gate says, in Chinese: each fault in a line. Refusal submission.gate.
Status passed(const Gate& gate, const forms::Report& report);

}  // namespace gongkai::reports
