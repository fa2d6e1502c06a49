#include "cli/import.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <deque>
#include <map>
#include <memory>
#include <mutex>
#include <set>

#include "base/digest.h"
#include "base/regular_file.h"
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
constexpr std::size_t most_recent = 1000;  // reports in memory, some 40 KB each

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
    auto bytes = read_regular_file(path, "年度报告", reader::Limits().file_bytes);
    if (bytes.ok()) return bytes;
    if (bytes.error().kind == ErrorKind::TooLarge)
        return Error{ErrorKind::TooLarge, "reader.too-large", "文件太大，不像年度报告"};
    return Error{ErrorKind::NotFound, "reader.not-found", bytes.error().message};
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
    fresh.report = std::move(report);
    return fresh;
}

// The reports that were kept last, as they were read. Files of a body mostly lie together, so that
// the year before need not be read back from the store. It may still miss one that the store has,
// or give one that the store has replaced since: settle() sees both by the verdict's `beside`.
class Recent {
public:
    using Report = std::shared_ptr<const reports::KeptReport>;

    Report year_before(const reports::Kept& it) const {
        const std::lock_guard lock(mutex_);
        const auto found = reports_.find({it.organ, it.year - 1});
        return found == reports_.end() ? nullptr : found->second;
    }
    void put(reports::NewReport&& it) {
        auto report = std::make_shared<const reports::KeptReport>(
            reports::KeptReport{std::move(it.kept), std::move(it.report)});
        BodyYear at{report->kept.organ, report->kept.year};
        const std::lock_guard lock(mutex_);
        if (!reports_.insert_or_assign(at, std::move(report)).second) return;
        order_.push_back(std::move(at));
        if (order_.size() <= most_recent) return;
        reports_.erase(order_.front());
        order_.pop_front();
    }

private:
    using BodyYear = std::pair<std::string, int>;  // of the one region that an import is for

    mutable std::mutex mutex_;
    std::map<BodyYear, Report> reports_;
    std::deque<BodyYear> order_;  // in which they came
};

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
        judge(fresh);
        const auto ids = library_.add(fresh);
        for (std::size_t i = 0; i < fresh.size(); ++i)
            outcomes[places[i]].err = earlier_ones(library_, fresh[i].kept, files[places[i]],
                                                   std::span(ids).subspan(i + 1));
        const std::lock_guard lock(mutex_);
        for (auto& one : fresh) {
            bodies_.insert({one.kept.organ, one.kept.region});
            recent_.put(std::move(one));
        }
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
    // What the rules say of each, beside the year before where that came with it or shortly before.
    void judge(std::span<reports::NewReport> fresh) const {
        for (auto& one : fresh) {
            const auto is_before = [&](const reports::NewReport& other) {
                return other.kept.year == one.kept.year - 1 && other.kept.organ == one.kept.organ;
            };
            // Of several the last: it will have been kept last.
            const auto with_it = std::find_if(fresh.rbegin(), fresh.rend(), is_before);
            const auto earlier = recent_.year_before(one.kept);
            desk::Before before;
            if (with_it != fresh.rend())
                before = {&with_it->kept, &with_it->report};
            else if (earlier)
                before = {&earlier->kept, &earlier->report};
            one.verdict = desk::verdict_of(one.report, one.kept.year > 0 ? before : desk::Before());
        }
    }

    reports::Library& library_;
    const forms::Forms& forms_;
    Recent recent_;
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
