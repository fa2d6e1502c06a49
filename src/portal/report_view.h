#pragma once

#include <span>
#include <string>
#include <string_view>

#include "checks/rule.h"
#include "forms/report.h"
#include "portal/marks.h"
#include "writer/html.h"

namespace gongkai::portal {

// What a page says about a report besides what is in it.
struct ReportFacts {
    std::string_view format;     // of the file
    std::string_view file_name;  // may be empty
    int compared_with = 0;       // the year of the report that it was compared with, or 0
};

// The heading of a report: its title, or what can be said without one.
std::string report_title(const forms::Report& report);

// The facts in a quiet list.
void report_facts(writer::Html& out, const forms::Report& report, const ReportFacts& facts);

// The sections in the order printed, each with its text and tables.
void report_paper(writer::Html& out, const forms::Report& report, const Marks& marks);

// Two columns: the report as read, with marks in place, and the findings.
void report_columns(writer::Html& out, const forms::Report& report,
                    std::span<const checks::Finding> findings);

}  // namespace gongkai::portal
