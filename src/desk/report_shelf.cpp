#include "desk/report_shelf.h"

#include "desk/examine.h"
#include "desk/release.h"
#include "desk/report_document.h"
#include "files/report_json.h"
#include "reader/reader.h"

namespace gongkai::desk {

using journal::View;
using reports::Submission;
using reports::SubmissionKey;
using reports::SubmissionState;

namespace {

constexpr int first_year = 2019;  // of the forms

std::optional<PublishedReport> published_version(const reports::Submission& submission) {
    const auto* version = submission.version();
    if (submission.state() != SubmissionState::Published || !version) return {};
    return PublishedReport{submission.key().year, submission.acts().back().on, version->report,
                           version->file};
}

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

OpenedData ReportShelf::opened_words(const Submission& submission) const {
    OpenedData words;
    if (!submission.history()) return words;
    ledger_.look(
        [&](const journal::View& view) { words = OpenedData::of(view, *submission.history()); });
    return words;
}

YearReview ReportShelf::review(const Submission& submission, const forms::Report& compiled) const {
    const SubmissionKey& key = submission.key();
    const auto before = accepted({key.log, key.year - 1});
    const forms::Report* last = before ? &*before : nullptr;
    YearReview review;
    review.findings = table_findings(compiled, last);
    if (last) review.opening_differences = reports::opening_differences(compiled, *last);
    const auto* version = submission.version();
    if (auto written = version ? report(submission.key().log, version->report) : std::nullopt) {
        auto findings = checks::check({*written, last});
        review.version = ReviewedReport{std::move(*written), std::move(findings)};
    }
    return review;
}

Result<ReportFile> ReportShelf::last_file(const SubmissionKey& key, FileForm form) const {
    const Submission kept = submission(key);
    const auto* version = kept.version();
    if (!version)
        return Error{ErrorKind::NotFound, "report.no-version", "这一年度的报告还没有编制或上传。"};
    if (form == FileForm::Kept || (form == FileForm::Word && version->compiled)) {
        auto bytes = contents_.get(key.log.region, version->file);
        if (!bytes) return lost();
        GK_TRY(document, reader::read(*bytes));
        return ReportFile{document.format, std::move(*bytes)};
    }
    const auto written = report(key.log, version->report);
    if (!written) return lost();
    if (form == FileForm::Word) return ReportFile{"docx", report_docx(*written)};
    return ReportFile{"html", report_html(*written)};
}

std::optional<forms::Report> ReportShelf::report(const journal::LogKey& organ,
                                                 const std::string& digest) const {
    const auto json = contents_.get(organ.region, digest);
    if (!json) return {};
    auto kept = files::parse_report(*json, forms_);
    if (!kept.ok()) return {};
    return std::move(kept.value());
}

std::optional<forms::Report> ReportShelf::accepted(const SubmissionKey& key) const {
    const Submission kept = submission(key);
    return kept.accepted() ? report(key.log, kept.accepted()->report) : std::nullopt;
}

Submission ReportShelf::submission(const SubmissionKey& key) const {
    Submission kept(key);
    ledger_.look([&](const View& view) { kept = submissions_.of_year(view, key); });
    return kept;
}

std::shared_ptr<ByteSource> ReportShelf::file(const journal::LogKey& organ,
                                              const std::string& digest) const {
    return contents_.open(organ.region, digest);
}

std::vector<PublishedReport> ReportShelf::published(const journal::LogKey& organ,
                                                    Date today) const {
    std::vector<PublishedReport> all;
    ledger_.look([&](const journal::View& view) {
        for (int year = year_of(today); year >= first_year; --year)
            if (auto each = published_version(submissions_.of_year(view, {organ, year})))
                all.push_back(std::move(*each));
    });
    return all;
}

std::optional<PublishedReport> ReportShelf::published(const SubmissionKey& key) const {
    return published_version(submission(key));
}

Result<forms::Report> ReportShelf::read(std::string_view bytes) const {
    return read_report(bytes, forms_);
}

Result<reports::submissions::Prepare> ReportShelf::keep(const journal::LogKey& organ,
                                                        const forms::Report& report,
                                                        std::string_view file, bool compiled) {
    if (compiled) GK_CHECK(read_back(report, file, forms_));
    GK_TRY(json, contents_.put(organ.region, files::report_json(report)));
    GK_TRY(kept_file, contents_.put(organ.region, file));
    return reports::submissions::Prepare{json, kept_file, compiled};
}

}  // namespace gongkai::desk
