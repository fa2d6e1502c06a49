#include "store/migrations.h"

#include <doctest/doctest.h>

#include <atomic>
#include <thread>

#include "base/embedded.h"
#include "engines.h"
#include "store/open.h"

using namespace gongkai;
using store::Connection;
using store::Database;
using testing::on_each_engine;
using testing::Place;

namespace {

std::int64_t version(Database& database) {
    return store::whole(database.run("SELECT max(version) FROM schema_migration", {})[0][0]);
}

// What a database of 0.1.0 before numbered files looks like.
constexpr std::string_view first_release = R"sql(
CREATE TABLE IF NOT EXISTS schema_migration (version INTEGER PRIMARY KEY) STRICT;
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
INSERT INTO schema_migration (version) VALUES (1);
INSERT INTO report VALUES
    (0, 5, '甲局', 2024, '2021', '标题', 'a.docx', 'docx', 'd', '2026-03-02T08:00:00Z', '{}');
INSERT INTO report_cell VALUES (0, 5, 'requests.new_received.total', 'number', '12', '12 ');
)sql";

// What does not begin with the region, in words. The table of migrations is no one's data.
std::vector<std::string> not_region_first(Database& database) {
    const bool sqlite = database.engine() == Database::Engine::Sqlite;
    // Each row: table, what it is, the column that it begins with.
    const char* sql =
        sqlite
            ? "SELECT m.name, 'primary key', (SELECT c.name FROM pragma_table_info(m.name) AS c "
              "WHERE c.pk = 1) FROM sqlite_master AS m WHERE m.type = 'table' "
              "AND m.name NOT LIKE 'sqlite_%' AND m.name <> 'schema_migration' "
              "UNION ALL SELECT m.name, i.name, (SELECT c.name FROM pragma_index_info(i.name) AS c "
              "WHERE c.seqno = 0) FROM sqlite_master AS m, pragma_index_list(m.name) AS i "
              "WHERE m.type = 'table' AND m.name <> 'schema_migration' "
              "UNION ALL SELECT m.name, 'foreign key', f.\"from\" FROM sqlite_master AS m, "
              "pragma_foreign_key_list(m.name) AS f WHERE m.type = 'table' AND f.seq = 0 "
              "UNION ALL SELECT m.name, 'foreign key', f.\"to\" FROM sqlite_master AS m, "
              "pragma_foreign_key_list(m.name) AS f WHERE m.type = 'table' AND f.seq = 0"
            : "SELECT t.relname, 'primary key', (SELECT a.attname FROM pg_index AS i JOIN "
              "pg_attribute AS a ON a.attrelid = t.oid AND a.attnum = i.indkey[0] "
              "WHERE i.indrelid = t.oid AND i.indisprimary) FROM pg_class AS t "
              "WHERE t.relnamespace = CAST(current_schema() AS regnamespace) "
              "AND t.relkind IN ('r', 'p') AND t.relname <> 'schema_migration' "
              "UNION ALL SELECT t.relname, x.relname, a.attname FROM pg_class AS t "
              "JOIN pg_index AS i ON i.indrelid = t.oid JOIN pg_class AS x ON x.oid = i.indexrelid "
              "LEFT JOIN pg_attribute AS a ON a.attrelid = t.oid AND a.attnum = i.indkey[0] "
              "WHERE t.relnamespace = CAST(current_schema() AS regnamespace) "
              "AND t.relname <> 'schema_migration' "
              "UNION ALL SELECT t.relname, f.conname, a.attname FROM pg_class AS t "
              "JOIN pg_constraint AS f ON f.conrelid = t.oid AND f.contype = 'f' "
              "JOIN pg_attribute AS a ON a.attrelid = t.oid AND a.attnum = f.conkey[1] "
              "WHERE t.relnamespace = CAST(current_schema() AS regnamespace) "
              "UNION ALL SELECT t.relname, f.conname, a.attname FROM pg_class AS t "
              "JOIN pg_constraint AS f ON f.conrelid = t.oid AND f.contype = 'f' "
              "JOIN pg_attribute AS a ON a.attrelid = f.confrelid AND a.attnum = f.confkey[1] "
              "WHERE t.relnamespace = CAST(current_schema() AS regnamespace)";
    std::vector<std::string> faults;
    const auto rows = database.run(sql, {});
    CHECK(rows.size() >= 7);
    for (const store::Row& row : rows)
        if (store::is_null(row[2]) || store::text(row[2]) != "region")
            faults.push_back(store::text(row[0]) + ": " + store::text(row[1]));
    return faults;
}

}  // namespace

TEST_CASE("the steps of both engines have the same names, numbered without gaps") {
    const auto sqlite = embedded::sqlite_migrations::all();
    const auto postgres = embedded::postgres_migrations::all();
    REQUIRE(sqlite.size() == postgres.size());
    for (std::size_t i = 0; i < sqlite.size(); ++i) {
        CHECK(sqlite[i].name == postgres[i].name);
        CHECK(std::stoul(std::string(sqlite[i].name.substr(0, 4))) == i + 1);
    }
}

TEST_CASE("migrating twice changes nothing") {
    on_each_engine([](const Place& place) {
        for (int i = 0; i < 2; ++i) {
            const auto database = place.open();
            store::migrate(*database);
            CHECK(version(*database) == store::newest_version(place.engine));
        }
    });
}

TEST_CASE("programs that begin at once take each step once") {
    on_each_engine([](const Place& place) {
        std::atomic<int> done = 0;
        {
            std::vector<std::jthread> programs;
            for (int i = 0; i < 4; ++i)
                programs.emplace_back([&] {
                    store::migrate(*place.open());
                    ++done;
                });
        }
        CHECK(done == 4);
        CHECK(version(*place.open()) == store::newest_version(place.engine));
    });
}

TEST_CASE("a database of a newer program is refused in words and left alone") {
    on_each_engine([](const Place& place) {
        const auto database = place.open();
        store::migrate(*database);
        database->transaction([](Connection& connection) {
            connection.run("INSERT INTO schema_migration VALUES ($1)", {std::int64_t(999)});
        });
        CHECK_THROWS_WITH_AS(store::migrate(*database), doctest::Contains("较新的程序"),
                             store::StoreError);
        CHECK(version(*database) == 999);
    });
}

TEST_CASE("a database of the first release opens and keeps its rows") {
    const Place place(Database::Engine::Sqlite);
    place.open()->transaction([](Connection& connection) { connection.run_script(first_release); });
    const auto database = place.open();
    store::migrate(*database);
    CHECK(version(*database) == store::newest_version(place.engine));
    const auto rows = database->run("SELECT organ, body FROM report", {});
    REQUIRE(rows.size() == 1);
    CHECK(store::text(rows[0][0]) == "甲局");
    CHECK(store::text(rows[0][1]) == "{}");
    CHECK(
        database->run("SELECT name FROM sqlite_master WHERE name LIKE 'report_cell%'", {}).empty());
    CHECK(not_region_first(*database).empty());
}

TEST_CASE("the region leads every primary key, unique rule, index and foreign key") {
    on_each_engine([](const Place& place) {
        const auto database = place.open();
        store::migrate(*database);
        CHECK(not_region_first(*database) == std::vector<std::string>{});
        database->transaction([](Connection& connection) {
            connection.run_script("CREATE INDEX report_by_id ON report (id)");
        });
        CHECK(not_region_first(*database) == std::vector<std::string>{"report: report_by_id"});
    });
}

TEST_CASE("the setting chooses the engine") {
    on_each_engine([](const Place& place) {
        const auto database = store::open({place.address(), 2}, place.folder.path / "new");
        CHECK(database->engine() == place.engine);
        CHECK(version(*database) == store::newest_version(place.engine));
        CHECK(std::filesystem::exists(place.folder.path / "new" / "gongkai.sqlite") ==
              (place.engine == Database::Engine::Sqlite));
    });
}

TEST_CASE("a setting that cannot be followed is told without its password") {
    const testing::Folder folder;
    for (const char* address :
         {"mysql://u:geheim@localhost/x", "postgresql://u:geheim@[bad/x",
          "postgresql://u:ge@heim@nowhere.invalid/x", "postgresql://u:ge/heim@localhost/x",
          "postgresql://u:geheim@localhost:1/x", "postgresql://localhost:1/x?password=geheim",
          "postgresql://localhost:1/x?password=ge%zzheim"}) {
        CAPTURE(address);
        try {
            store::open({address, 1}, folder.path);
            FAIL("it was opened");
        } catch (const store::StoreError& fault) {
            CHECK(std::string(fault.what()).find("heim") == std::string::npos);
        }
    }
    CHECK_THROWS_WITH_AS(store::open({"postgresql://localhost:1/x", 0}, folder.path),
                         doctest::Contains("GONGKAI_DATABASE_CONNECTIONS"), store::StoreError);
}
