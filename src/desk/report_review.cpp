#include "desk/report_review.h"

#include "desk/report_document.h"
#include "reader/reader.h"

namespace gongkai::desk {

using reports::Submission;
using reports::SubmissionKey;

namespace {

std::vector<checks::Finding> findings_of(const Office& office, const SubmissionKey& key,
                                         const forms::Report& report) {
    const auto last = accepted_report(office, {key.log, key.year - 1});
    return checks::check({report, last ? &*last : nullptr});
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

std::optional<ReviewedReport> reviewed_version(const Office& office, const Submission& submission) {
    const auto* version = submission.version();
    auto report = version ? kept_report(office, version->report) : std::nullopt;
    if (!report) return {};
    auto findings = findings_of(office, submission.key(), *report);
    return ReviewedReport{std::move(*report), std::move(findings)};
}

std::vector<checks::Finding> table_findings(const Office& office, const SubmissionKey& key,
                                            const forms::Report& compiled) {
    auto all = findings_of(office, key, compiled);
    std::erase_if(all, [](const checks::Finding& finding) {
        return finding.cells.empty() || !finding.text.empty();
    });
    return all;
}

std::vector<reports::OpeningDifference> opening_differences(const Office& office,
                                                            const SubmissionKey& key,
                                                            const forms::Report& compiled) {
    const auto last = accepted_report(office, {key.log, key.year - 1});
    if (!last) return {};
    return reports::opening_differences(compiled, *last);
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
