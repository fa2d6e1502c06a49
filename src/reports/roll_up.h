#pragma once

#include <span>
#include <string>
#include <vector>

#include "forms/report.h"

namespace gongkai::reports {

// One body on the way up: its accepted report, or nothing where there is none yet.
struct Member {
    std::int64_t organ = 0;
    std::string name;
    const forms::Report* report = nullptr;
};

struct Part {
    std::int64_t organ = 0;
    Decimal adds;
};

// The report of a government over its bodies (汇总): what each adds to each cell, and who is
// missing. A body without an accepted report is missing, never zero.
struct RolledUp {
    forms::Report report;                  // tables alone
    std::vector<std::vector<Part>> parts;  // by cell
    std::vector<Member> missing;
};

// Cells are added up as they are, amounts before anything is rounded. "/" and blank add nothing; a
// cell that is "/" in every report stays so. Reports of another edition add the cells that this
// form has too.
RolledUp roll_up(const forms::Form& form, int year, std::span<const Member> members);

}  // namespace gongkai::reports
