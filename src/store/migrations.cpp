#include "store/migrations.h"

#include <iterator>

namespace gongkai::store {

namespace {

// Steps are never changed once released; the next one is added below.
constexpr std::string_view steps[] = {
    // 1: reports kept for the public list, and their figures cell by cell.
    // `body` is the whole report as docs/report-json.md describes it. `value` is a decimal as text,
    // because a figure may have 18 digits.
    R"sql(
CREATE TABLE report (
    region   INTEGER NOT NULL,
    id       INTEGER NOT NULL,
    organ    TEXT NOT NULL,
    year     INTEGER NOT NULL,
    form     TEXT NOT NULL,
    title    TEXT NOT NULL,
    source   TEXT NOT NULL,
    format   TEXT NOT NULL,
    digest   TEXT NOT NULL,
    imported TEXT NOT NULL,
    body     TEXT NOT NULL,
    PRIMARY KEY (region, id),
    UNIQUE (region, digest)
) STRICT;
CREATE INDEX report_by_id ON report (id);
CREATE INDEX report_by_organ ON report (region, organ, year);
CREATE TABLE report_cell (
    region    INTEGER NOT NULL,
    report_id INTEGER NOT NULL,
    cell      TEXT NOT NULL,
    kind      TEXT NOT NULL,
    value     TEXT,
    text      TEXT NOT NULL,
    PRIMARY KEY (region, report_id, cell),
    FOREIGN KEY (region, report_id) REFERENCES report (region, id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX report_cell_by_cell ON report_cell (region, cell);
)sql",
};

int version(Database& database) {
    const auto rows = database.run("SELECT coalesce(max(version), 0) FROM schema_migration", {});
    return int(whole(rows.at(0).at(0)));
}

}  // namespace

int newest_version() { return int(std::size(steps)); }

void migrate(Database& database) {
    database.run_script(
        "CREATE TABLE IF NOT EXISTS schema_migration (version INTEGER PRIMARY KEY) STRICT");
    const int found = version(database);
    if (found > newest_version())
        throw StoreError("数据库的版本是 " + std::to_string(found) + "，本程序只认识到 " +
                         std::to_string(newest_version()) + "。请改用较新的程序打开。");
    for (int next = found + 1; next <= newest_version(); ++next)
        database.transaction([&] {
            // Another process may have taken this step while we waited for the lock.
            if (version(database) >= next) return;
            database.run_script(steps[next - 1]);
            database.run("INSERT INTO schema_migration (version) VALUES ($1)",
                         {std::int64_t(next)});
        });
}

}  // namespace gongkai::store
