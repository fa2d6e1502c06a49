#pragma once

#include <optional>
#include <string>

#include "base/date.h"

namespace gongkai::disclosure {

enum class NormativeKind { Rule, NormativeDocument };  // 规章、行政规范性文件

// A rule or normative document as the register has it: what table two of the report counts.
struct Normative {
    std::string subject;  // of its entries in the journal
    NormativeKind kind{};
    Date issued_on{};
    std::optional<Date> ended_on;  // repealed or expired: not in force from this day on
    Date recorded_on{};
};

// Issued, and not yet ended.
inline bool in_force(const Normative& it, Date day) {
    return it.issued_on <= day && (!it.ended_on || *it.ended_on > day);
}

}  // namespace gongkai::disclosure
