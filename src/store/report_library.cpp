#include "store/report_library.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <random>

#include "base/text.h"
#include "files/report_json.h"
#include "store/regions.h"

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

std::string stored(forms::CellKind kind) {
    switch (kind) {
        case forms::CellKind::Number: return "number";
        case forms::CellKind::Blank: return "blank";
        case forms::CellKind::Slash: return "slash";
        case forms::CellKind::Text: return "text";
        case forms::CellKind::Ambiguous: return "ambiguous";
    }
    throw std::logic_error("unknown kind of cell");
}

// What both engines can keep of a text out of a file, or of its name, which may be any bytes.
std::string storable(const std::string& from) {
    if (from.find('\0') == from.npos && text::is_utf8(from)) return from;
    std::string kept;
    for (std::size_t at = 0; at < from.size();)
        if (const char32_t point = text::next(from, at)) text::append(kept, point);
    return kept;
}

Kept kept(const Row& row) {
    return {ReportId(whole(row[0])),
            std::int32_t(whole(row[1])),
            text(row[2]),
            int(whole(row[3])),
            text(row[4]),
            text(row[5]),
            text(row[6]),
            text(row[7]),
            text(row[8]),
            text(row[9])};
}

Error not_found() {
    return {ErrorKind::NotFound, "report.not-found", "没有这份年度报告，它可能已被移除"};
}

void write_cells(Connection& connection, std::int32_t region, std::int64_t id,
                 const forms::Report& report) {
    connection.run("DELETE FROM report_cell WHERE region = $1 AND report_id = $2",
                   {std::int64_t(region), id});
    for (int number = 0; number < int(report.cells.size()); ++number) {
        const forms::Cell* cell = report.cell(number);
        if (!cell) continue;
        connection.run(
            "INSERT INTO report_cell (region, report_id, cell, kind, value, text) "
            "VALUES ($1, $2, $3, $4, $5, $6)",
            {std::int64_t(region), id, report.form->cell_id(number), stored(cell->kind),
             cell->value ? Value(cell->value->text()) : Value(), storable(cell->text)});
    }
}

}  // namespace

ReportId ReportLibrary::add(const Kept& it, const forms::Report& report) {
    const std::string body = files::report_json(report);
    std::int64_t id = 0;
    database_.transaction([&](Connection& connection) {
        note_region(connection, it.region);
        const auto rows = connection.run(
            "INSERT INTO report (region, id, organ, year, form, title, source, format, digest, "
            "imported, body) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) "
            "ON CONFLICT (region, digest) DO UPDATE SET organ = excluded.organ, "
            "year = excluded.year, form = excluded.form, title = excluded.title, "
            "source = excluded.source, format = excluded.format, imported = excluded.imported, "
            "body = excluded.body RETURNING id",
            {std::int64_t(it.region), new_id(), storable(it.organ), std::int64_t(it.year), it.form,
             storable(it.title), storable(it.source), it.format, it.digest, it.imported, body});
        id = whole(rows.at(0).at(0));
        write_cells(connection, it.region, id, report);
    });
    return ReportId(id);
}

std::vector<Kept> ReportLibrary::list() const {
    std::vector<Kept> all;
    database_.each(
        "SELECT id, region, organ, year, form, title, source, format, digest, imported "
        "FROM report ORDER BY organ, year DESC, id",
        {}, [&](const Row& row) { all.push_back(kept(row)); });
    return all;
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

Result<Kept> ReportLibrary::remove(ReportId id) {
    std::optional<Kept> removed;
    database_.transaction([&](Connection& connection) {
        removed.reset();
        const auto rows = connection.run(
            "SELECT id, report.region, organ, year, form, title, source, format, digest, imported "
            "FROM region JOIN report ON report.region = region.region WHERE report.id = $1",
            {std::int64_t(id)});
        if (rows.empty()) return;
        removed = kept(rows[0]);
        for (const char* statement :
             {"DELETE FROM report_cell WHERE region = $1 AND report_id = $2",
              "DELETE FROM report WHERE region = $1 AND id = $2"})
            connection.run(statement, {std::int64_t(removed->region), std::int64_t(id)});
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
        [&](const Row& row) { others.push_back(kept(row)); });
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

KeptReport ReportLibrary::kept_report(const Row& row) const {
    auto report = files::parse_report(text(row[10]), forms_);
    if (!report.ok())
        throw StoreError("kept report " + std::to_string(whole(row[0])) +
                         " cannot be read back: " + report.error().message);
    return {kept(row), std::move(report.value())};
}

}  // namespace gongkai::store
