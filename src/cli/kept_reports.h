#pragma once

#include <istream>
#include <ostream>
#include <string>
#include <string_view>

#include "reports/library.h"

namespace gongkai::cli {

// 清河县教育局 2024年（2021年格式）
std::string named(const reports::Kept& kept);

// gongkai reports list: number, report, file and time of import, split by tabs.
int list_reports(const reports::Library& library, std::ostream& out);

// Where a command asks and answers.
struct Talk {
    std::istream& in;
    std::ostream& out;
    std::ostream& err;
};

// gongkai reports remove: asks first unless `yes`, and prints what it removed. Exit status clean,
// also after a no; wrong_usage where nobody answers; unreadable where there is no such report.
int remove_report(reports::Library& library, std::string_view id, bool yes, const Talk& talk);

}  // namespace gongkai::cli
