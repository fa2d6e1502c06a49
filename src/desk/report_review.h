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
// The version that was prepared last, with what the rules say of it beside last year's accepted
// one; nothing where there is none.
std::optional<ReviewedReport> reviewed_version(const Office& office,
                                               const reports::Submission& submission);
// What the rules say of the tables that the records give today; it has no narrative yet.
std::vector<checks::Finding> table_findings(const Office& office, const reports::SubmissionKey& key,
                                            const forms::Report& compiled);
// Empty where no report of the year before was accepted.
std::vector<reports::OpeningDifference> opening_differences(const Office& office,
                                                            const reports::SubmissionKey& key,
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
