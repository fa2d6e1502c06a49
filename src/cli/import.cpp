#include "cli/import.h"

#include <chrono>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <sstream>

#include "base/digest.h"
#include "cli/batch.h"
#include "cli/exit_status.h"
#include "cli/kept_reports.h"
#include "desk/examine.h"
#include "reader/reader.h"

namespace gongkai::cli {

namespace fs = std::filesystem;

namespace {

std::string now() {
    const std::time_t seconds =
        std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
    std::tm parts{};
    gmtime_r(&seconds, &parts);
    char text[32];
    std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &parts);
    return text;
}

Result<std::string> bytes_of(const fs::path& path) {
    std::error_code fault;
    const auto size = fs::file_size(path, fault);
    std::ifstream file(path, std::ios::binary);
    if (fault || !file)
        return Error{ErrorKind::NotFound, "reader.not-found", "没有这个文件，或者不能打开"};
    if (size > reader::Limits().file_bytes)
        return Error{ErrorKind::TooLarge, "reader.too-large", "文件太大，不像年度报告"};
    std::ostringstream bytes;
    bytes << file.rdbuf();
    return std::move(bytes).str();
}

std::string organ_name(const forms::Report& report, const fs::path& path) {
    const std::string organ = desk::body_of(report);
    return organ.empty() ? "机关不明（" + path.filename().string() + "）" : organ;
}

// What is said of a report whose body, year and form are those of others out of other files.
std::string earlier_ones(const reports::Library& library, const reports::Kept& kept,
                         const fs::path& path) {
    std::string said;
    for (const auto& other : library.others_like(kept)) {
        const auto id = std::to_string(std::int64_t(other.id));
        said += path.string() + "：已收进；此前还收有" + named(other) + "的另一份，来自 " +
                other.source + "。若已由这一份更正，请运行 gongkai reports remove " + id +
                " 移除。\n";
    }
    return said;
}

Result<reports::Kept> keep(reports::Library& library, const forms::Forms& forms,
                           const fs::path& path) {
    GK_TRY(bytes, bytes_of(path));
    GK_TRY(examined, desk::examine(bytes, forms, nullptr));
    const auto& report = examined.report;
    reports::Kept kept;
    kept.organ = organ_name(report, path);
    kept.year = report.year.value_or(0);
    kept.form = report.form->id();
    kept.title = report.title;
    kept.source = path.filename().string();
    kept.format = examined.format;
    kept.digest = sha256(bytes);
    kept.imported = now();
    kept.id = library.add(kept, report);
    return kept;
}

}  // namespace

int import_reports(reports::Library& library, const forms::Forms& forms,
                   const std::vector<std::string>& arguments) {
    const auto files = expand(arguments);
    const Totals totals = run_batch(files, [&](const fs::path& path) {
        Outcome outcome;
        const auto kept = keep(library, forms, path);
        if (kept.ok()) {
            outcome.err = earlier_ones(library, kept.value(), path);
        } else {
            outcome.status = unreadable;
            outcome.err = path.string() + "：" + kept.error().message + "\n";
        }
        return outcome;
    });
    std::printf("收进 %zu 份报告", totals.files - totals.unreadable);
    if (totals.unreadable) std::printf("，%zu 个文件没有读成", totals.unreadable);
    std::printf("。\n");
    return totals.status;
}

}  // namespace gongkai::cli
