#pragma once

#include <string>
#include <vector>

#include "forms/form.h"
#include "reports/library.h"

namespace gongkai::cli {

// gongkai import: reads every file that the arguments name and keeps the reports for the public
// list, wrong ones too. One line for each file that cannot be read and for each earlier report of
// the same body, year and form, which stays; and a summary.
// Returns the exit status.
int import_reports(reports::Library& library, const forms::Forms& forms,
                   const std::vector<std::string>& arguments);

}  // namespace gongkai::cli
