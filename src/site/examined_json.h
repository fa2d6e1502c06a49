#pragma once

#include <span>
#include <string>
#include <string_view>

#include "checks/rule.h"
#include "files/json_text.h"
#include "forms/report.h"

namespace gongkai::site {

// "report":{...},"findings":[...] into the object that is open: a report as docs/report-json.md has
// it, and what was found.
void write_examined(files::JsonText& out, const forms::Report& report,
                    std::span<const checks::Finding> findings, std::string_view file_name);
// The same as an object by itself.
std::string examined_json(const forms::Report& report, std::span<const checks::Finding> findings,
                          std::string_view file_name);

}  // namespace gongkai::site
