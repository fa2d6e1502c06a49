#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "base/result.h"
#include "desk/year_before.h"
#include "forms/report.h"
#include "reader/reader.h"

namespace gongkai::desk {

// A file read as an annual report, and what the rules say of it.
struct Examined {
    std::string format;  // of the file, as reader::Document says
    forms::Report report;
    Checked checked;
};

// Reads and checks a report: what `gongkai report check`, the page 检查报告 and the import call.
// `earlier` may be null. Refusals are those of reader::read() and recognizer::recognize().
Result<forms::Report> read_report(std::string_view bytes, const forms::Forms& forms,
                                  const reader::Limits& limits = {});
Result<Examined> examine(std::string_view bytes, const forms::Forms& forms,
                         const EarlierReports* earlier, const reader::Limits& limits = {});

// The same for a file on disk.
Result<forms::Report> read_report_file(const std::filesystem::path& path, const forms::Forms& forms,
                                       const reader::Limits& limits = {});

}  // namespace gongkai::desk
