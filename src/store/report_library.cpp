#include "store/report_library.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <random>
#include <set>

#include "base/damaged.h"
#include "files/report_json.h"
#include "store/regions.h"
#include "store/report_rows.h"

namespace gongkai::store {

using reports::Kept;
using reports::KeptReport;
using reports::ReportId;

namespace {

// Later ids are greater: milliseconds since 1970, then 20 random bits, so that several programs
// can make ids without asking each other; of one program also those of the same millisecond.
std::int64_t new_id() {
    static std::atomic<std::int64_t> last = 0;
    thread_local std::mt19937_64 random{std::random_device{}()};
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    const auto milliseconds = std::chrono::duration_cast<std::chrono::milliseconds>(now).count();
    const std::int64_t id = std::int64_t(milliseconds) << 20 | std::int64_t(random() & 0xFFFFF);
    std::int64_t before = last;
    while (!last.compare_exchange_weak(before, std::max(id, before + 1))) {
    }
    return std::max(id, before + 1);
}

Error not_found() {
    return {ErrorKind::NotFound, "report.not-found", "没有这份年度报告，它可能已被移除"};
}

void note_change(Connection& connection, std::int32_t region) {
    connection.run(
        "INSERT INTO report_change (region, changes) VALUES ($1, 1) ON CONFLICT (region) "
        "DO UPDATE SET changes = report_change.changes + 1",
        {std::int64_t(region)});
}

ReportId write(Connection& connection, const reports::NewReport& added, const std::string& body) {
    const Kept& it = added.kept;
    const auto number = [&](int checks::Tally::*part) {
        return added.verdict ? Value(std::int64_t{added.verdict->counts.*part}) : Value();
    };
    const auto rows = connection.run(
        "INSERT INTO report (region, id, organ, year, form, title, source, format, digest, "
        "imported, body, folded, errors, warnings, hints, verdict_rules, verdict_beside) "
        "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17) "
        "ON CONFLICT (region, digest) DO UPDATE SET organ = excluded.organ, "
        "year = excluded.year, form = excluded.form, title = excluded.title, "
        "source = excluded.source, format = excluded.format, imported = excluded.imported, "
        "body = excluded.body, folded = excluded.folded, errors = excluded.errors, "
        "warnings = excluded.warnings, hints = excluded.hints, "
        "verdict_rules = excluded.verdict_rules, verdict_beside = excluded.verdict_beside "
        "RETURNING id",
        {std::int64_t(it.region), new_id(), storable(it.organ), std::int64_t(it.year), it.form,
         storable(it.title), storable(it.source), it.format, it.digest, it.imported, body,
         folded_name(storable(it.organ)), number(&checks::Tally::errors),
         number(&checks::Tally::warnings), number(&checks::Tally::hints),
         added.verdict ? added.verdict->rules : std::string(),
         added.verdict ? added.verdict->beside : std::string()});
    return ReportId(whole(rows.at(0).at(0)));
}

}  // namespace

std::vector<ReportId> ReportLibrary::add(std::span<const reports::NewReport> reports) {
    std::vector<std::string> bodies;
    for (const auto& each : reports)
        bodies.push_back(files::report_json(each.report));
    std::vector<ReportId> ids;
    database_.transaction([&](Connection& connection) {
        ids.clear();
        std::set<std::int32_t> regions;
        for (const auto& each : reports)
            if (regions.insert(each.kept.region).second) {
                note_region(connection, each.kept.region);
                note_change(connection, each.kept.region);
            }
        for (std::size_t i = 0; i < reports.size(); ++i)
            ids.push_back(write(connection, reports[i], bodies[i]));
    });
    return ids;
}

Result<KeptReport> ReportLibrary::find(ReportId id) const {
    const auto rows = database_.run(
        // The page's address carries no region, so every region is asked.
        "SELECT id, report.region, organ, year, form, title, source, format, digest, imported, "
        "body FROM region JOIN report ON report.region = region.region WHERE report.id = $1",
        {std::int64_t(id)});
    if (rows.empty()) return not_found();
    return kept_report(rows[0]);
}

Result<KeptReport> ReportLibrary::find_in(std::int32_t region, ReportId id) const {
    const auto rows = database_.run(
        "SELECT id, region, organ, year, form, title, source, format, digest, imported, body "
        "FROM report WHERE region = $1 AND id = $2",
        {std::int64_t(region), std::int64_t(id)});
    if (rows.empty()) return not_found();
    return kept_report(rows[0]);
}

Result<Kept> ReportLibrary::remove(ReportId id) {
    std::optional<Kept> removed;
    database_.transaction([&](Connection& connection) {
        removed.reset();
        const auto rows = connection.run(
            "SELECT id, report.region, organ, year, form, title, source, format, digest, imported "
            "FROM region JOIN report ON report.region = region.region WHERE report.id = $1",
            {std::int64_t(id)});
        if (rows.empty()) return;
        removed = kept_of(rows[0]);
        connection.run("DELETE FROM report WHERE region = $1 AND id = $2",
                       {std::int64_t(removed->region), std::int64_t(id)});
        note_change(connection, removed->region);
    });
    if (!removed) return not_found();
    return *removed;
}

std::vector<Kept> ReportLibrary::others_like(const Kept& it) const {
    std::vector<Kept> others;
    if (it.year == 0 || it.organ.empty()) return others;
    database_.each(
        "SELECT id, region, organ, year, form, title, source, format, digest, imported "
        "FROM report WHERE region = $1 AND organ = $2 AND year = $3 AND form = $4 "
        "AND digest <> $5 ORDER BY id",
        {std::int64_t(it.region), storable(it.organ), std::int64_t(it.year), it.form, it.digest},
        [&](const Row& row) { others.push_back(kept_of(row)); });
    return others;
}

std::optional<KeptReport> ReportLibrary::year_before(const Kept& it) const {
    if (it.year == 0 || it.organ.empty()) return {};
    const auto rows = database_.run(
        "SELECT id, region, organ, year, form, title, source, format, digest, imported, body "
        "FROM report WHERE region = $1 AND organ = $2 AND year = $3 ORDER BY id DESC LIMIT 1",
        {std::int64_t(it.region), storable(it.organ), std::int64_t(it.year - 1)});
    if (rows.empty()) return {};
    return kept_report(rows[0]);
}

void ReportLibrary::note(std::span<const reports::Judged> judged) {
    if (judged.empty()) return;
    database_.transaction([&](Connection& connection) {
        std::set<std::int32_t> regions;
        for (const auto& [it, verdict] : judged) {
            connection.run(
                "UPDATE report SET errors = $5, warnings = $6, hints = $7, verdict_rules = $8, "
                "verdict_beside = $9 WHERE region = $1 AND id = $2 AND digest = $3 "
                "AND imported = $4",
                {std::int64_t(it.region), std::int64_t(it.id), it.digest, it.imported,
                 std::int64_t{verdict.counts.errors}, std::int64_t{verdict.counts.warnings},
                 std::int64_t{verdict.counts.hints}, verdict.rules, verdict.beside});
            if (regions.insert(it.region).second) note_change(connection, it.region);
        }
    });
}

std::string ReportLibrary::state() const {
    std::string all;
    for (const Row& row :
         database_.run("SELECT region, changes FROM report_change ORDER BY region", {}))
        all += std::to_string(whole(row[0])) + ":" + std::to_string(whole(row[1])) + " ";
    return all;
}

KeptReport ReportLibrary::kept_report(const Row& row) const {
    auto report = files::parse_report(text(row[10]), forms_);
    if (!report.ok())
        throw Damaged("公开列表里的报告 " + std::to_string(whole(row[0])) + " 读不出来：" +
                      report.error().message);
    return {kept_of(row), std::move(report.value())};
}

}  // namespace gongkai::store
