#pragma once

#include <span>
#include <string>
#include <string_view>

#include "checks/rule.h"
#include "forms/report.h"

namespace gongkai::web {

// {"report":{...},"findings":[...]}: a report as docs/report-json.md has it, and what was found.
std::string examined_json(const forms::Report& report, std::span<const checks::Finding> findings,
                          std::string_view file_name);

}  // namespace gongkai::web
