#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "forms/form.h"
#include "reports/library.h"

namespace gongkai::cli {

// gongkai import: reads every file that the arguments name and keeps the reports for the public
// list, wrong ones too. One line for each file that cannot be read, and a summary.
// Returns the exit status.
int import_reports(reports::Library& library, const forms::Forms& forms,
                   const std::vector<std::string>& arguments);

// The body that a title names: 清河县教育局 of 清河县教育局2023年政府信息公开工作年度报告.
std::string organ_of_title(std::string_view title);

}  // namespace gongkai::cli
