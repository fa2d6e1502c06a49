#pragma once

#include <string>

#include "base/date.h"
#include "base/decimal.h"

namespace gongkai::disclosure {

// What table two counts beside documents (Reg. 20(5), (6), (8)).
enum class RegisterKind { License, Penalty, Compulsion, Fee };

// One line of a register (台账): so many decisions, or so much money, on a day or in a period that
// ends on it, with the place where it can be looked up.
struct RegisterEntry {
    std::string subject;  // of its entry in the journal
    RegisterKind kind{};
    Date on{};
    Decimal amount;  // decisions, or 万元 for Fee; both are added up before anything is rounded
    std::string source;  // 行政审批局台账 ...
    Date recorded_on{};
    bool annulled = false;
    Date annulled_on{};  // when it was, if it was
};

}  // namespace gongkai::disclosure
