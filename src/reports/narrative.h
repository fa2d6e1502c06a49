#pragma once

#include <optional>
#include <string>
#include <vector>

#include "forms/report.h"

namespace gongkai::reports {

// What a report must tell besides the common parts: governments also the results of assessment,
// of public appraisal and of holding to account (Reg. 50(4)).
enum class OrganKind { Department, Township, Government };

// What was counted under a name: published on 政府网站, requests that came by 邮寄.
struct Counted {
    std::string name;
    Decimal count;
};

// What the tables do not hold. Text that is empty is left out, or told in general words.
struct NarrativeFacts {
    std::string organ;
    OrganKind kind = OrganKind::Department;
    std::vector<Counted> published;                 // items disclosed on its own motion, by channel
    std::vector<Counted> request_channels;          // new requests by the way they came
    std::string proactive;                          // more of the clerk's own to what was disclosed
    std::string management, platform, supervision;  // sentences of the clerk's own
    std::string appraisal;                          // of governments: results, Reg. 50(4)
    std::vector<std::string> problems, improvements;
    Decimal fee_yuan;   // processing fee charged in the year, 元
    std::string other;  // more for part six
};

// Writes title, organ and the six parts of a compiled report; parts two to four are their tables
// alone, as the form has them. The counts are those of its cells; what a clerk has to write is
// passed through. Statements are not read: that is for recognition.
void narrate(forms::Report& report, const NarrativeFacts& facts);

}  // namespace gongkai::reports
