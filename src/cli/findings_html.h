#pragma once

#include <span>
#include <string>

#include "base/result.h"
#include "checks/rule.h"
#include "forms/report.h"

namespace gongkai::cli {

// A printable page of findings, put together from a head, one part for each file, and a foot.
std::string findings_html_head();
std::string findings_html(const std::string& file, const forms::Report& report,
                          std::span<const checks::Finding> findings);
std::string failure_html(const std::string& file, const Error& error);
std::string findings_html_foot();

}  // namespace gongkai::cli
