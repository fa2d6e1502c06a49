#pragma once

#include <optional>
#include <string>
#include <vector>

#include "desk/roll_up.h"
#include "forms/report.h"

// The annual reports (年度报告) of bodies as the public sees them: those that were published, and
// no version before or on the way.
namespace gongkai::desk {

struct PublishedReport {
    int year = 0;
    Date published_on{};
    std::string report, file;  // the digests under which report and file are kept
};

// The latest year first.
std::vector<PublishedReport> published_reports(const Office& office, const journal::LogKey& organ,
                                               Date today);
std::optional<PublishedReport> published_report(const Office& office,
                                                const reports::SubmissionKey& key);

// The published reports of a year, added up over a body and all below it. Refusals:
// report.no-form; report.nothing-below where no body stands below it.
Result<RollUp> published_roll_up(const Office& office, const reports::SubmissionKey& key);

}  // namespace gongkai::desk
