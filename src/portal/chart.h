#pragma once

#include <map>
#include <optional>

#include "forms/report.h"
#include "writer/html.h"

namespace gongkai::portal {

// The requests that a body newly received, by year; none for a year without a certain number.
using YearlyRequests = std::map<int, std::optional<Decimal>>;

std::optional<Decimal> newly_received(const forms::Report& report);

// The last years up to and with this one that a chart of years shows.
inline constexpr int years_charted = 7;

// The charts of a report: requests and what became of them, who asked, and how many asked year by
// year, where there is more than one. Nothing where the form has no requests.
void report_charts(writer::Html& out, const forms::Report& report, const YearlyRequests& years);

}  // namespace gongkai::portal
