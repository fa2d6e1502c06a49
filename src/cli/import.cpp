#include "cli/import.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <mutex>
#include <set>
#include <sstream>

#include "base/digest.h"
#include "checks/version.h"
#include "cli/batch.h"
#include "cli/exit_status.h"
#include "cli/kept_reports.h"
#include "desk/verdicts.h"
#include "desk/year_before.h"
#include "reader/reader.h"
#include "recognizer/recognizer.h"

namespace gongkai::cli {

namespace fs = std::filesystem;

namespace {

// A transaction costs as much as several reports; one that is longer keeps others from writing.
constexpr std::size_t kept_together = 32;
constexpr std::size_t judged_together = 200;

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
// Of those that came with it the `later` ones stand behind it.
std::string earlier_ones(const reports::Library& library, const reports::Kept& kept,
                         const fs::path& path, std::span<const reports::ReportId> later) {
    std::string said;
    for (const auto& other : library.others_like(kept)) {
        if (std::ranges::find(later, other.id) != later.end()) continue;
        const auto id = std::to_string(std::int64_t(other.id));
        said += path.string() + "：已收进；此前还收有" + named(other) + "的另一份，来自 " +
                other.source + "。若已由这一份更正，请运行 gongkai reports remove " + id +
                " 移除。\n";
    }
    return said;
}

Result<reports::NewReport> read(const forms::Forms& forms, const fs::path& path) {
    GK_TRY(bytes, bytes_of(path));
    GK_TRY(document, reader::read(bytes));
    GK_TRY(report, recognizer::recognize(document, forms));
    reports::NewReport fresh;
    auto& kept = fresh.kept;
    kept.organ = organ_name(report, path);
    kept.year = report.year.value_or(0);
    kept.form = report.form->id();
    kept.title = report.title;
    kept.source = path.filename().string();
    kept.format = document.format;
    kept.digest = sha256(bytes);
    kept.imported = now();
    fresh.verdict = desk::verdict_alone(report);
    fresh.report = std::move(report);
    return fresh;
}

class Import {
public:
    Import(reports::Library& library, const forms::Forms& forms)
        : library_(library), forms_(forms) {}

    // Files are read one after the other and kept together, durable when the outcomes are given.
    std::vector<Outcome> take(std::span<const fs::path> files) {
        std::vector<Outcome> outcomes(files.size());
        std::vector<reports::NewReport> fresh;
        std::vector<std::size_t> places;
        for (std::size_t i = 0; i < files.size(); ++i) {
            auto one = read(forms_, files[i]);
            if (one.ok()) {
                fresh.push_back(std::move(one.value()));
                places.push_back(i);
            } else {
                outcomes[i].status = unreadable;
                outcomes[i].err = files[i].string() + "：" + one.error().message + "\n";
            }
        }
        if (fresh.empty()) return outcomes;
        const auto ids = library_.add(fresh);
        for (std::size_t i = 0; i < fresh.size(); ++i)
            outcomes[places[i]].err = earlier_ones(library_, fresh[i].kept, files[places[i]],
                                                   std::span(ids).subspan(i + 1));
        const std::lock_guard lock(mutex_);
        for (const auto& one : fresh)
            bodies_.insert({one.kept.organ, one.kept.region});
        return outcomes;
    }

    // A report may have come before that of the year before: their verdicts are of both.
    void settle() {
        std::vector<reports::Listed> lines;
        for (const auto& body : bodies_) {
            std::ranges::move(library_.of_body(body, checks::rules_version()),
                              std::back_inserter(lines));
            if (lines.size() >= judged_together) {
                desk::verdicts_of(library_, lines);
                lines.clear();
            }
        }
        desk::verdicts_of(library_, lines);
    }

private:
    reports::Library& library_;
    const forms::Forms& forms_;
    std::mutex mutex_;
    std::set<reports::BodyPlace> bodies_;  // of which reports were kept
};

}  // namespace

int import_reports(reports::Library& library, const forms::Forms& forms,
                   const std::vector<std::string>& arguments) {
    Import import(library, forms);
    const Totals totals =
        run_batch_together(expand(arguments), kept_together,
                           [&](std::span<const fs::path> files) { return import.take(files); });
    import.settle();
    std::printf("收进 %zu 份报告", totals.files - totals.unreadable);
    if (totals.unreadable) std::printf("，%zu 个文件没有读成", totals.unreadable);
    std::printf("。\n");
    return totals.status;
}

}  // namespace gongkai::cli
