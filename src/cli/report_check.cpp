#include <algorithm>
#include <cstdio>
#include <optional>

#include "cli/batch.h"
#include "cli/exit_status.h"
#include "cli/findings_html.h"
#include "cli/read_files.h"
#include "cli/report_commands.h"
#include "cli/report_text.h"
#include "desk/examine.h"
#include "desk/year_before.h"
#include "files/report_json.h"

namespace gongkai::cli {

namespace fs = std::filesystem;

namespace {

using Findings = std::vector<checks::Finding>;

int count(const Findings& findings, checks::Severity severity) {
    return int(std::ranges::count(findings, severity, &checks::Finding::severity));
}

std::string printed(const std::string& file, const forms::Report& report,
                    const desk::Checked& checked, Format format) {
    switch (format) {
        case Format::Json:
            return files::findings_json(file, report, checked.findings, checked.compared_file) +
                   "\n";
        case Format::Html: return findings_html(file, report, checked);
        default: return findings_text(file, report, checked);
    }
}

Outcome failed(const std::string& file, const Error& error, Format format) {
    if (format == Format::Json) return {unreadable, files::failure_json(file, error) + "\n", {}};
    if (format == Format::Html)
        return {unreadable, failure_html(file, error), file + "：" + error.message + "\n"};
    return {unreadable, {}, file + "：" + error.message + "\n"};
}

Outcome check_one(const std::string& file, const Result<forms::Report>& read, Format format,
                  const desk::EarlierReports* earlier) {
    if (!read.ok()) return failed(file, read.error(), format);
    const forms::Report& report = read.value();
    const auto checked = desk::check_beside(report, earlier);
    Outcome outcome;
    outcome.errors = count(checked.findings, checks::Severity::Error);
    outcome.warnings = count(checked.findings, checks::Severity::Warning);
    outcome.hints = count(checked.findings, checks::Severity::Hint);
    outcome.status = outcome.errors > 0 ? findings_of_error : clean;
    outcome.out = printed(file, report, checked, format);
    return outcome;
}

Totals check_beside_named(const std::vector<fs::path>& files, Format format,
                          const forms::Forms& forms, const desk::NamedReport& named) {
    return run_batch(files, [&](const fs::path& file) {
        const auto read = desk::read_report_file(file, forms);
        Outcome outcome = check_one(file.string(), read, format, &named);
        if (read.ok() && !desk::may_be_one_body(read.value(), named.report()))
            outcome.err = file.string() + "：上一年度的报告是“" + named.report().organ +
                          "”的，没有用来核对结转。\n";
        return outcome;
    });
}

// Every file is read before the first is checked: any of them may be another's year before.
Totals check_together(const std::vector<fs::path>& files, Format format,
                      const forms::Forms& forms) {
    ReadFiles together(forms);
    run_batch(files, [&](const fs::path& file) {
        together.read(file);
        return Outcome();
    });
    return run_batch(files, [&](const fs::path& file) {
        return check_one(file.string(), together.report(file), format, &together);
    });
}

Totals check_alone(const std::vector<fs::path>& files, Format format, const forms::Forms& forms) {
    return run_batch(files, [&](const fs::path& file) {
        return check_one(file.string(), desk::read_report_file(file, forms), format, nullptr);
    });
}

}  // namespace

int report_check(const std::vector<std::string>& arguments, Format format,
                 const std::filesystem::path& last_year, const forms::Forms& forms) {
    std::optional<desk::NamedReport> named;
    if (!last_year.empty()) {
        auto read = desk::read_report_file(last_year, forms);
        if (!read.ok()) {
            std::fprintf(stderr, "%s：%s\n", last_year.c_str(), read.error().message.c_str());
            return unreadable;
        }
        named.emplace(desk::YearBefore{std::move(read.value()), last_year.string()});
    }
    const auto files = expand(arguments);
    if (format == Format::Html) std::fputs(findings_html_head().c_str(), stdout);
    const Totals totals = named              ? check_beside_named(files, format, forms, *named)
                          : files.size() > 1 ? check_together(files, format, forms)
                                             : check_alone(files, format, forms);
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
