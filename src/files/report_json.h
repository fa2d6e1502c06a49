#pragma once

#include <span>
#include <string>
#include <string_view>

#include "base/result.h"
#include "checks/rule.h"
#include "files/json_text.h"
#include "forms/report.h"

namespace gongkai::files {

// A report as the JSON of docs/report-json.md, into what is being written; "file" is there where it
// is not empty.
void write_report(JsonText& out, const forms::Report& report, std::string_view file = {});
// The same by itself, on one line without a line feed.
std::string report_json(const forms::Report& report, std::string_view file = {});

// The way back. Refusal report.malformed. The report points into `forms`.
Result<forms::Report> parse_report(std::string_view json, const forms::Forms& forms);

// The list of what was found, as docs/report-json.md has it.
void write_findings(JsonText& out, const forms::Report& report,
                    std::span<const checks::Finding> findings);
// {"file","findings":[...]} as `gongkai report check --format json` prints it, on one line;
// "compared_with" is there where it is not empty.
std::string findings_json(std::string_view file, const forms::Report& report,
                          std::span<const checks::Finding> findings,
                          std::string_view compared_with);

// {"file","error":{"code","message"}} on one line.
std::string failure_json(std::string_view file, const Error& error);

// One line for each cell: organ,year,form,cell,kind,value,text. With CRLF and quotes as RFC 4180.
std::string report_csv_header();
std::string report_csv(const forms::Report& report);

}  // namespace gongkai::files
