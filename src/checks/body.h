#pragma once

#include <string>

#include "forms/report.h"

namespace gongkai::checks {

enum class BodyKind {
    Unknown,
    Township,    // 镇、乡、街道: below the county, without departments of its own
    Department,  // 局、委、厅 of a government
    Office,      // 办公室、办公厅: reports for itself or for its government
    Government,  // 县、市、区、省人民政府
};

// The name of the body as the report prints it, without year and the words of the title.
std::string body_name(const forms::Report& report);

// What kind of body a report is of, read from its name; Unknown rather than a guess.
BodyKind body_kind(const forms::Report& report);

}  // namespace gongkai::checks
