#include "store/store_move.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "engines.h"
#include "store/distribution.h"
#include "store/migrations.h"
#include "store/open.h"

using namespace gongkai;
using namespace gongkai::testing;
using store::Database;

namespace {

constexpr std::int64_t rows_of_region = 120;  // more than two statements, and not a multiple of one

// An SQLite file with values that engines keep in ways of their own.
void fill(const std::filesystem::path& folder) {
    const auto from = store::open({}, folder);
    from->transaction([](store::Connection& to) {
        for (std::int64_t region = 1; region <= rows_of_region; ++region)
            to.run("INSERT INTO region VALUES ($1)", {region});
        to.run("INSERT INTO sealed_datum (region, organ, id, box) VALUES ($1, 1, '名“称\\', $2)",
               {std::int64_t(7), store::Blob{std::byte{0}, std::byte{0xff}, std::byte{'\\'}}});
        to.run("INSERT INTO installation (region, id, key_check) VALUES (0, 'abc', '')", {});
    });
}

struct Moving {
    Folder from;
    Place place{Database::Engine::Postgres};
    std::filesystem::path file = from.path / "gongkai.sqlite";

    Moving() { fill(from.path); }
    Result<std::uint64_t> move(Database& to) {
        const auto leaving = store::LeavingSqlite::take(file);
        if (!leaving.ok()) return leaving.error();
        return leaving.value()->copy_to(to, [](std::uint64_t) {});
    }
};

// A database with its tables and nothing in them.
std::unique_ptr<Database> emptied(const Place& place) {
    auto database = place.open();
    store::migrate(*database);
    return database;
}

std::int64_t count_of(Database& of, const std::string& table) {
    return store::whole(of.run("SELECT count(*) FROM " + table, {}).at(0).at(0));
}

}  // namespace

TEST_CASE("every row goes from SQLite to PostgreSQL, and a second try finds them there") {
    if (!has_postgres()) return;
    Moving it;
    const auto to = emptied(it.place);
    for (int time = 0; time < 2; ++time) {
        const auto moved = it.move(*to);
        REQUIRE(moved.ok());
        // Beside ours, the one row that the migrations begin the table projected_by with.
        CHECK(moved.value() == std::uint64_t(rows_of_region + 3));
    }
    CHECK(count_of(*to, "region") == rows_of_region);
    const auto sealed = to->run("SELECT id, box FROM sealed_datum", {});
    REQUIRE(sealed.size() == 1);
    CHECK(store::text(sealed[0][0]) == "名“称\\");
    CHECK(store::blob(sealed[0][1]) == store::Blob{std::byte{0}, std::byte{0xff}, std::byte{'\\'}});
}

TEST_CASE("a file that is set aside is no longer taken for the one in use") {
    if (!has_postgres()) return;
    Moving it;
    store::LeavingSqlite::take(it.file).value()->set_aside();
    CHECK_FALSE(store::exists({}, it.from.path));
    CHECK(std::filesystem::exists(it.file.string() + ".moved"));
}

TEST_CASE("nothing is moved while another has the file open") {
    if (!has_postgres()) return;
    Moving it;
    const auto other = store::open({}, it.from.path);
    CHECK(count_of(*other, "region") == rows_of_region);
    const auto leaving = store::LeavingSqlite::take(it.file);
    REQUIRE_FALSE(leaving.ok());
    CHECK(leaving.error().code == "store.in-use");
    CHECK(count_of(*other, "region") == rows_of_region);
}

TEST_CASE("another's data in the database is left as it is") {
    if (!has_postgres()) return;
    Moving it;
    const auto to = emptied(it.place);
    to->transaction([](store::Connection& there) {
        there.run("INSERT INTO installation (region, id, key_check) VALUES (0, 'other', '')", {});
    });
    const auto moved = it.move(*to);
    REQUIRE_FALSE(moved.ok());
    CHECK(moved.error().code == "store.target-used");
    CHECK(count_of(*to, "region") == 0);
    CHECK(store::text(to->run("SELECT id FROM installation", {})[0][0]) == "other");
}

TEST_CASE("a row that arrives as another takes all of them back") {
    if (!has_postgres()) return;
    Moving it;
    const auto to = emptied(it.place);
    to->transaction([](store::Connection& there) {
        there.run(
            "CREATE FUNCTION changed() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN "
            "NEW.id := upper(NEW.id) || 1; RETURN NEW; END'",
            {});
        there.run(
            "CREATE TRIGGER changes BEFORE INSERT ON sealed_datum FOR EACH ROW EXECUTE FUNCTION "
            "changed()",
            {});
    });
    const auto moved = it.move(*to);
    REQUIRE_FALSE(moved.ok());
    CHECK(moved.error().code == "store.other-rows");
    for (const auto* table : {"region", "sealed_datum", "installation"})
        CHECK(count_of(*to, table) == 0);
}

TEST_CASE("every table but the small ones is distributed by region, and only where Citus is") {
    if (!has_postgres()) return;
    const Place place(Database::Engine::Postgres);
    const auto database = emptied(place);
    const auto all = store::distribution_of(*database);
    const auto count = store::whole(database
                                        ->run("SELECT count(*) FROM information_schema.tables "
                                              "WHERE table_schema = current_schema()",
                                              {})
                                        .at(0)
                                        .at(0));
    CHECK(std::int64_t(all.size()) == count);
    CHECK(all.at(0) == "SELECT create_reference_table('region')");
    CHECK(std::ranges::find(all, "SELECT create_distributed_table('journal_entry', 'region')") !=
          all.end());
    const auto done = store::distribute(*database);
    REQUIRE_FALSE(done.ok());
    CHECK(done.error().code == "store.no-citus");
}
