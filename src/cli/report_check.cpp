#include <algorithm>
#include <cstdio>
#include <optional>

#include "base/text.h"
#include "cli/batch.h"
#include "cli/exit_status.h"
#include "cli/findings_html.h"
#include "cli/report_commands.h"
#include "cli/report_text.h"
#include "desk/examine.h"
#include "files/report_json.h"

namespace gongkai::cli {

namespace {

using Findings = std::vector<checks::Finding>;

int count(const Findings& findings, checks::Severity severity) {
    return int(std::ranges::count(findings, severity, &checks::Finding::severity));
}

std::string printed(const std::string& file, const forms::Report& report, const Findings& findings,
                    Format format) {
    switch (format) {
        case Format::Json: return files::findings_json(file, report, findings) + "\n";
        case Format::Html: return findings_html(file, report, findings);
        default: return findings_text(file, report, findings);
    }
}

Outcome failed(const std::string& file, const Error& error, Format format) {
    if (format == Format::Json) return {unreadable, files::failure_json(file, error) + "\n", {}};
    if (format == Format::Html)
        return {unreadable, failure_html(file, error), file + "：" + error.message + "\n"};
    return {unreadable, {}, file + "：" + error.message + "\n"};
}

// What one body carried over says nothing of another one.
bool same_body(const forms::Report& a, const forms::Report& b) {
    const auto one = text::fold(a.organ), other = text::fold(b.organ);
    return one.empty() || other.empty() || one.find(other) != one.npos ||
           other.find(one) != other.npos;
}

Outcome check_one(const std::filesystem::path& path, Format format, const forms::Forms& forms,
                  const forms::Report* last_year) {
    const std::string file = path.string();
    const auto read = desk::read_report_file(path, forms);
    if (!read.ok()) return failed(file, read.error(), format);
    const forms::Report& report = read.value();
    Outcome outcome;
    if (last_year && !same_body(report, *last_year)) {
        outcome.err = file + "：上一年度的报告是“" + last_year->organ + "”的，没有用来核对结转。\n";
        last_year = nullptr;
    }
    const Findings findings = checks::check({report, last_year});
    outcome.errors = count(findings, checks::Severity::Error);
    outcome.warnings = count(findings, checks::Severity::Warning);
    outcome.hints = count(findings, checks::Severity::Hint);
    outcome.status = outcome.errors > 0 ? findings_of_error : clean;
    outcome.out = printed(file, report, findings, format);
    return outcome;
}

}  // namespace

int report_check(const std::vector<std::string>& arguments, Format format,
                 const std::filesystem::path& last_year, const forms::Forms& forms) {
    std::optional<forms::Report> before;
    if (!last_year.empty()) {
        auto read = desk::read_report_file(last_year, forms);
        if (!read.ok()) {
            std::fprintf(stderr, "%s：%s\n", last_year.c_str(), read.error().message.c_str());
            return unreadable;
        }
        before = std::move(read.value());
    }
    const auto files = expand(arguments);
    if (format == Format::Html) std::fputs(findings_html_head().c_str(), stdout);
    const Totals totals = run_batch(files, [&](const std::filesystem::path& file) {
        return check_one(file, format, forms, before ? &*before : nullptr);
    });
    if (format == Format::Html) std::fputs(findings_html_foot().c_str(), stdout);
    if (files.empty()) std::fputs("没有找到可读的文件。\n", stderr);
    if (totals.files > 1)
        std::fprintf(
            stderr,
            "共 %zu 份文件：%zu 份读不出，%zu 份有错误；%zu 处错误，%zu 处提醒，%zu 处提示。\n",
            totals.files, totals.unreadable, totals.with_errors, totals.errors, totals.warnings,
            totals.hints);
    return files.empty() ? unreadable : totals.status;
}

}  // namespace gongkai::cli
