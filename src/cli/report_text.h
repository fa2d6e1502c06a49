#pragma once

#include <string>
#include <string_view>

#include "checks/rule.h"
#include "desk/year_before.h"
#include "forms/report.h"

namespace gongkai::cli {

// A report for the eye: facts, tables as the form has them, narrative by section.
std::string report_text(const std::string& file, const forms::Report& report);

// Findings for the eye, errors first, each with what was found and expected.
std::string findings_text(const std::string& file, const forms::Report& report,
                          const desk::Checked& checked);

// 索镇人民政府 2020年（2019年格式）
std::string headline(const forms::Report& report);
std::string_view chinese(checks::Severity severity);  // 错误, 提醒, 提示

}  // namespace gongkai::cli
