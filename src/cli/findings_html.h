#pragma once

#include <string>

#include "base/result.h"
#include "desk/year_before.h"
#include "forms/report.h"

namespace gongkai::cli {

// A printable page of findings, put together from a head, one part for each file, and a foot.
std::string findings_html_head();
std::string findings_html(const std::string& file, const forms::Report& report,
                          const desk::Checked& checked);
std::string failure_html(const std::string& file, const Error& error);
std::string findings_html_foot();

}  // namespace gongkai::cli
