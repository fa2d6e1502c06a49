#pragma once

#include <optional>
#include <string>
#include <vector>

#include "checks/rule.h"
#include "desk/opened.h"
#include "desk/report_room.h"

// What to look at in an annual report before it goes on its way.
namespace gongkai::desk {

// The words that came with its acts: why the opening differs, what is to be mended.
OpenedData opened_words(const Office& office, const reports::Submission& submission);

struct ReviewedReport {
    forms::Report report;
    std::vector<checks::Finding> findings;
};
// All beside the report of the year before that the superior accepted, where there is one.
struct YearReview {
    std::vector<checks::Finding> findings;  // of the tables that the records give today
    std::vector<reports::OpeningDifference> opening_differences;
    std::optional<ReviewedReport> version;  // the one that was prepared last
};
YearReview review_year(const Office& office, const reports::Submission& submission,
                       const forms::Report& compiled);

// The file of the last version: as it was handed in or made, as Word file, or as a part of a page.
enum class FileForm { Kept, Word, Page };
struct ReportFile {
    std::string ending;  // docx, pdf, html ...
    std::string bytes;
};
// Refusals report.no-version, report.lost.
Result<ReportFile> report_file(const Office& office, const reports::SubmissionKey& key,
                               FileForm form);

}  // namespace gongkai::desk
