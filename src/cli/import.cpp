#include "cli/import.h"

#include <chrono>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <sstream>

#include "base/digest.h"
#include "base/text.h"
#include "cli/batch.h"
#include "cli/exit_status.h"
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
    if (!report.organ.empty()) return report.organ;
    const std::string organ = organ_of_title(report.title);
    return organ.empty() ? "机关不明（" + path.filename().string() + "）" : organ;
}

Status keep(reports::Library& library, const forms::Forms& forms, const fs::path& path) {
    GK_TRY(bytes, bytes_of(path));
    GK_TRY(examined, desk::examine(bytes, forms));
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
    library.add(kept, report);
    return Done{};
}

}  // namespace

std::string organ_of_title(std::string_view title) {
    // The name ends where the year, or 政府信息公开 if there is no year, begins.
    std::size_t end = title.find("政府信息公开");
    for (std::size_t i = 0; i + 4 <= title.size() && i < end; ++i) {
        const auto digits = title.substr(i, 4);
        if (digits.starts_with("20") && digits.find_first_not_of("0123456789") == digits.npos)
            end = i;
    }
    if (end == title.npos) return {};
    auto name = text::trim(title.substr(0, end));
    for (const std::string_view tail : {"关于", "（", "("})
        if (name.ends_with(tail)) name.remove_suffix(tail.size());
    return std::string(text::trim(name));
}

int import_reports(reports::Library& library, const forms::Forms& forms,
                   const std::vector<std::string>& arguments) {
    const auto files = expand(arguments);
    const Totals totals = run_batch(files, [&](const fs::path& path) {
        Outcome outcome;
        if (const auto status = keep(library, forms, path); !status.ok()) {
            outcome.status = unreadable;
            outcome.err = path.string() + "：" + status.error().message + "\n";
        }
        return outcome;
    });
    std::printf("收进 %zu 份报告", totals.files - totals.unreadable);
    if (totals.unreadable) std::printf("，%zu 个文件没有读成", totals.unreadable);
    std::printf("。\n");
    return totals.status;
}

}  // namespace gongkai::cli
