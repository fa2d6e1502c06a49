#pragma once

#include <optional>
#include <string>
#include <vector>

#include "desk/office.h"
#include "forms/report.h"
#include "reports/roll_up.h"

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

// The published report of a year over a body and all below it that exist at the end of the year.
// A body that has not published is missing. Refusals: report.no-form, report.nothing-below.
struct PublishedRollUp {
    reports::RolledUp sum;
    std::vector<organs::Organ> included, missing;
};
Result<PublishedRollUp> published_roll_up(const Office& office, const reports::SubmissionKey& key);

}  // namespace gongkai::desk
