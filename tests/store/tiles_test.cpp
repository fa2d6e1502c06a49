#include <doctest/doctest.h>

#include <algorithm>
#include <thread>

#include "engines.h"
#include "store/ledger/ledger.h"
#include "store/ledger/verify.h"
#include "store/migrations.h"
#include "store/tiles/shelf.h"
#include "store/tiles/tile_maker.h"
#include "store/tiles/tile_writer.h"

using namespace gongkai;
using namespace gongkai::store;
using namespace gongkai::testing;
using journal::LogKey;

namespace {

const LogKey town{330302, 7}, village{330302, 8};

struct Books {
    Database& database;
    Ledger ledger{database, VaultKey::random()};
    Shelf shelf{database};
    TileMaker maker{database};

    explicit Books(Database& it) : database(it) { migrate(database); }

    void append(const LogKey& log, int count) {
        REQUIRE(ledger
                    .change({"account/1", 1'767'225'600'000}, log,
                            [&](journal::Change& change) -> Status {
                                for (int i = 0; i < count; ++i)
                                    change.append({"note/1", "note.write", journal::Record{}});
                                return Done{};
                            })
                    .ok());
    }
    // By the definition, from the entries alone.
    tlog::TreeHead expected(const LogKey& log) {
        tlog::Frontier tree;
        ledger.look([&](const journal::View& view) {
            for (const auto& entry : view.entries(log, "note/1"))
                tree.add(tlog::Sha256Hash::leaf(canonical(entry)));
        });
        return {tree.size(), tree.root()};
    }
    std::vector<std::string> faults(const LogKey& log) {
        std::vector<std::string> all;
        database.read([&](Connection& connection) {
            for (const auto& fault : verify_tiles(connection, log))
                all.push_back(fault.what);
        });
        return all;
    }
    void run(const std::string& sql) {
        database.transaction([&](Connection& connection) { connection.run(sql, {}); });
    }
};

void on_each(const std::function<void(Books&)>& body) {
    on_each_database([&](Database& database) {
        Books books(database);
        body(books);
    });
}

}  // namespace

TEST_CASE("the tiles follow the journal, however it has grown meanwhile") {
    on_each([](Books& it) {
        CHECK_FALSE(it.shelf.head(town));
        int size = 0;
        for (const int more : {1, 254, 1, 1, 600, 4000, 5000}) {
            it.append(town, more);
            if (more > 500) it.append(village, 3);
            size += more;
            it.maker.catch_up();
            CAPTURE(size);
            const auto head = it.shelf.head(town);
            REQUIRE(head);
            CHECK(head->size == size);
            CHECK(*head == it.expected(town));
            CHECK(it.shelf.tree(town, size).root() == head->root);
            CHECK(it.faults(town).empty());
        }
        CHECK(it.shelf.head(village) == it.expected(village));
        CHECK(it.shelf.hashes(town, 0, 0).size() == 8192);
        CHECK(it.shelf.hashes(town, 1, 0).size() == std::size_t(size / 256) * 32);
        CHECK(it.shelf.hashes(town, 0, 99).empty());
    });
}

TEST_CASE("a tile or a root that somebody changed is named, and made anew") {
    on_each([](Books& it) {
        it.append(town, 300);
        it.maker.catch_up();
        const std::string zeros = it.database.engine() == Database::Engine::Sqlite
                                      ? "zeroblob(8192)"
                                      : "decode(repeat('00', 8192), 'hex')";
        it.run("UPDATE log_tile SET hashes = " + zeros + " WHERE level = 0 AND number = 0");
        CHECK(it.faults(town) ==
              std::vector<std::string>{"公开日志的 tile/0/000 与各条记录不符，被改动过"});
        it.database.transaction([](Connection& connection) { rebuild_tiles(connection, town); });
        CHECK(it.faults(town).empty());
        CHECK(it.shelf.head(town) == it.expected(town));
        it.run("UPDATE log_tree SET root = (SELECT leaf FROM journal_entry LIMIT 1)");
        CHECK(it.faults(town).size() == 1);
        it.database.transaction([](Connection& connection) { rebuild_tiles(connection, town); });
        it.run("UPDATE log_tree SET size = 301");
        CHECK(it.faults(town) == std::vector<std::string>{"公开日志的条数比记录还多"});
    });
}

TEST_CASE("a log with a gap does not keep the others from their tiles") {
    on_each([](Books& it) {
        it.append(town, 3);
        it.append(village, 3);
        it.run("DELETE FROM journal_entry WHERE organ = 7 AND sequence = 1");
        CHECK_THROWS_AS((void)it.maker.advance(), StoreError);
        CHECK_FALSE(it.shelf.head(town));
        CHECK(it.shelf.head(village) == it.expected(village));
    });
}

TEST_CASE("several programs that make tiles at once make the same") {
    on_each([](Books& it) {
        it.append(town, 9000);
        std::vector<std::jthread> threads;
        for (int i = 0; i < 3; ++i)
            threads.emplace_back([&] { TileMaker(it.database).catch_up(); });
        threads.clear();
        it.maker.catch_up();
        CHECK(it.shelf.head(town) == it.expected(town));
        CHECK(it.faults(town).empty());
    });
}

TEST_CASE("a program that serves keeps its tiles within a second") {
    on_each([](Books& it) {
        std::string said;
        {
            const TileWriter writer(it.database, [&](const std::string& what) { said += what; });
            it.append(town, 5);
        }
        CHECK(it.shelf.head(town) == it.expected(town));
        CHECK(said == "");
    });
}

TEST_CASE("of a witness's checkpoints the one of the longest log is kept") {
    on_each([](Books& it) {
        const auto note = [](const std::string& text) {
            return tlog::Note{text + "\n", {{"w", 1, "signature"}}};
        };
        CHECK(it.shelf.cosigned(town).empty());
        it.shelf.keep_cosigned(town, "w", 5, note("five"));
        it.shelf.keep_cosigned(town, "w", 3, note("three"));
        it.shelf.keep_cosigned(town, "v", 7, note("seven"));
        const auto all = it.shelf.cosigned(town);
        REQUIRE(all.size() == 2);
        CHECK(all[0].text == "seven\n");
        CHECK(all[1].text == "five\n");
        CHECK(it.shelf.cosigned(village).empty());
    });
}
