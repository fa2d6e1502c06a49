#pragma once

#include <optional>
#include <string>
#include <vector>

#include "checks/rule.h"
#include "desk/opened.h"
#include "disclosure/contents.h"
#include "forms/form.h"
#include "forms/report.h"
#include "journal/ledger.h"
#include "reports/gate.h"
#include "reports/submission.h"

// The annual reports (年度报告) of bodies as they are kept: their versions, files and ways.
namespace gongkai::desk {

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
// The file of the last version: as it was handed in or made, as Word file, or as a part of a page.
enum class FileForm { Kept, Word, Page };
struct ReportFile {
    std::string ending;  // docx, pdf, html ...
    std::string bytes;
};

struct PublishedReport {
    int year = 0;
    Date published_on{};
    std::string report, file;  // the digests under which report and file are kept
};

class ReportShelf {
public:
    ReportShelf(journal::Ledger& ledger, const reports::Submissions& submissions,
                disclosure::Contents& contents, const forms::Forms& forms)
        : ledger_(ledger), submissions_(submissions), contents_(contents), forms_(forms) {}

    reports::Submission submission(const reports::SubmissionKey& key) const;
    // The words that came with its acts: why the opening differs, what is to be mended.
    OpenedData opened_words(const reports::Submission& submission) const;

    // The version of a body that is kept under a digest; nothing where it is none.
    std::optional<forms::Report> report(const journal::LogKey& organ,
                                        const std::string& digest) const;
    // A file that a version names; null where its bytes are lost.
    std::shared_ptr<ByteSource> file(const journal::LogKey& organ, const std::string& digest) const;
    // The version that the superior has accepted; nothing until then.
    std::optional<forms::Report> accepted(const reports::SubmissionKey& key) const;
    // The file of the last version. Refusals report.no-version, report.lost.
    Result<ReportFile> last_file(const reports::SubmissionKey& key, FileForm form) const;

    YearReview review(const reports::Submission& submission, const forms::Report& compiled) const;

    // As the public sees them: no version before or on the way. The latest year first.
    std::vector<PublishedReport> published(const journal::LogKey& organ, Date today) const;
    std::optional<PublishedReport> published(const reports::SubmissionKey& key) const;

    // What a file says that somebody hands in. Refusals as read_report().
    Result<forms::Report> read(std::string_view bytes) const;
    // Keeps a report and its file, and gives the act that names them. A file that the program has
    // written (`compiled`) is read back first; refusal report.read-back.
    Result<reports::submissions::Prepare> keep(const journal::LogKey& organ,
                                               const forms::Report& report, std::string_view file,
                                               bool compiled);

private:
    journal::Ledger& ledger_;
    const reports::Submissions& submissions_;
    disclosure::Contents& contents_;
    const forms::Forms& forms_;
};

}  // namespace gongkai::desk
