#include "desk/report_review.h"

#include "desk/report_document.h"
#include "reader/reader.h"

namespace gongkai::desk {

using reports::Submission;
using reports::SubmissionKey;

namespace {

// What the rules say of the tables alone: the narrative is yet to be written.
std::vector<checks::Finding> table_findings(const forms::Report& compiled,
                                            const forms::Report* last) {
    auto all = checks::check({compiled, last});
    std::erase_if(all, [](const checks::Finding& finding) {
        return finding.cells.empty() || !finding.text.empty();
    });
    return all;
}

Error lost() {
    return {ErrorKind::NotFound, "report.lost", "保存的报告文件不见了，请重新编制或上传。"};
}

}  // namespace

OpenedData opened_words(const Office& office, const Submission& submission) {
    OpenedData words;
    if (!submission.history()) return words;
    office.ledger.look(
        [&](const journal::View& view) { words = OpenedData::of(view, *submission.history()); });
    return words;
}

YearReview review_year(const Office& office, const Submission& submission,
                       const forms::Report& compiled) {
    const SubmissionKey& key = submission.key();
    const auto accepted = accepted_report(office, {key.log, key.year - 1});
    const forms::Report* last = accepted ? &*accepted : nullptr;
    YearReview review;
    review.findings = table_findings(compiled, last);
    if (last) review.opening_differences = reports::opening_differences(compiled, *last);
    const auto* version = submission.version();
    if (auto report = version ? kept_report(office, version->report) : std::nullopt) {
        auto findings = checks::check({*report, last});
        review.version = ReviewedReport{std::move(*report), std::move(findings)};
    }
    return review;
}

Result<ReportFile> report_file(const Office& office, const SubmissionKey& key, FileForm form) {
    const Submission kept = submission(office, key);
    const auto* version = kept.version();
    if (!version)
        return Error{ErrorKind::NotFound, "report.no-version", "这一年度的报告还没有编制或上传。"};
    if (form == FileForm::Kept || (form == FileForm::Word && version->compiled)) {
        auto bytes = office.contents.get(version->file);
        if (!bytes) return lost();
        GK_TRY(document, reader::read(*bytes));
        return ReportFile{document.format, std::move(*bytes)};
    }
    const auto report = kept_report(office, version->report);
    if (!report) return lost();
    if (form == FileForm::Word) return ReportFile{"docx", report_docx(*report)};
    return ReportFile{"html", report_html(*report)};
}

}  // namespace gongkai::desk
