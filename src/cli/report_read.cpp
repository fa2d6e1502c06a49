#include <cstdio>
#include <iostream>

#include "cli/batch.h"
#include "cli/exit_status.h"
#include "cli/report_commands.h"
#include "cli/report_text.h"
#include "desk/examine.h"
#include "files/report_json.h"

namespace gongkai::cli {

namespace {

Outcome read_one(const std::filesystem::path& file, Format format, const forms::Forms& forms) {
    const auto report = desk::read_report_file(file, forms);
    if (!report.ok()) {
        if (format == Format::Json)
            return {unreadable, files::failure_json(file.string(), report.error()) + "\n", {}};
        return {unreadable, {}, file.string() + "：" + report.error().message + "\n"};
    }
    switch (format) {
        case Format::Json:
            return {clean, files::report_json(report.value(), file.string()) + "\n", {}};
        case Format::Csv: return {clean, files::report_csv(report.value()), {}};
        default: return {clean, report_text(file.string(), report.value()), {}};
    }
}

}  // namespace

int report_read(const std::vector<std::string>& arguments, Format format,
                const forms::Forms& forms) {
    const auto files = expand(arguments);
    if (format == Format::Csv) std::fputs(files::report_csv_header().c_str(), stdout);
    const Totals totals = run_batch(
        files, [&](const std::filesystem::path& file) { return read_one(file, format, forms); });
    if (files.empty()) std::fputs("没有找到可读的文件。\n", stderr);
    if (totals.files > 1)
        std::fprintf(stderr, "共 %zu 份文件，%zu 份读不出。\n", totals.files, totals.unreadable);
    return files.empty() ? unreadable : totals.status;
}

}  // namespace gongkai::cli
