#include "store/ledger/body_archive.h"

#include <doctest/doctest.h>

#include <fstream>

#include "base/digest.h"
#include "mailbox_for_tests.h"
#include "store/ledger/body_archive_file.h"
#include "store/ledger/entries.h"
#include "store/ledger/verify.h"

using namespace gongkai;
using namespace gongkai::testing;

namespace {

constexpr std::string_view passphrase = "柳河镇搬到另一个县去了，请照旧办理";
const std::string word = std::string(passphrase);

// Two offices: one whose town has an application and a letter, and another that knows neither.
struct Move {
    explicit Move(store::Database& database)
        : from(database),
          place(store::Database::Engine::Sqlite),
          other(place.open()),
          to(*other),
          file(folder.path / "town.gongkai") {
        town = from.town();
        auto asked = any_question("2025-03-03");
        asked.who.name = "王小明";
        application = from.desks.requests.take_in(TestOffice::at("2025-03-03"), town, asked)
                          .value()
                          .request.key();
        (void)from.desks.messages.enter(TestOffice::at("2025-03-03"), town, entry()).value();
        (void)to.town();  // another body comes first there, so that the numbers differ
        new_town = to.town();
    }

    Result<store::BodyArchive> write(std::string_view under) {
        return store::export_body(from.database, from.contents, from.key, town, "d4:name3:xyze",
                                  file, under);
    }
    Result<store::BodyArchive> read(std::string_view under) {
        return store::import_body(to.database, to.contents, to.key, {rules()}, file, under,
                                  {"system", TestOffice::at("2025-05-06").at}, new_town);
    }

    TestOffice from;
    Place place;
    std::unique_ptr<store::Database> other;
    TestOffice to;
    Folder folder;
    std::filesystem::path file;
    journal::LogKey town, new_town;
    RequestKey application;
};

std::string code(const Result<store::BodyArchive>& done) {
    return done.ok() ? "" : done.error().code;
}

}  // namespace

TEST_CASE("a body's whole record goes into another installation, and work goes on there") {
    on_each_database([](store::Database& database) {
        Move it(database);
        const auto written = it.write(word);
        REQUIRE(written.ok());
        CHECK(written.value().log == it.town);
        CHECK(written.value().body == "d4:name3:xyze");
        REQUIRE(code(it.read(word)) == "");
        const RequestKey moved{it.new_town, it.application.number};
        const auto opened = it.to.desks.requests.open(moved);
        REQUIRE(opened.ok());
        CHECK(application_of(opened.value().request).received_on == day("2025-03-03"));
        const auto rows =
            it.to.desks.request_list.page(it.new_town, day("2025-03-04"), {}).value().rows;
        REQUIRE(rows.size() == 1);
        CHECK(rows[0].applicant == "王**");
        CHECK(it.to.desks.messages.list(it.new_town, {}, day("2025-03-04")).value().rows.size() ==
              1);
        // An account of there is not one of here.
        CHECK(opened.value().request.acts().at(0).by == "account/900121/1");
        CHECK(it.to.faults() == "");

        // The next case is the second, and the moved one is decided here.
        const auto next = it.to.desks.requests.take_in(TestOffice::at("2025-05-06"), it.new_town,
                                                       any_question("2025-05-06"));
        CHECK(next.value().request.key().number == "2025-0002");
        const auto seen = opened.value().request.acts().size();
        CHECK(it.to.desks.requests
                  .act_on(TestOffice::at("2025-05-06"), moved, said(decided("2025-05-06"), "说明"),
                          seen)
                  .ok());
        CHECK(it.to.faults() == "");
    });
}

TEST_CASE("what came from elsewhere is held against the root that it had there") {
    on_each_database([](store::Database& database) {
        Move it(database);
        const auto head = it.write("").value().head;
        REQUIRE(it.read("").ok());
        it.to.database.read([&](store::Connection& connection) {
            CHECK(store::verify_adoption(connection, it.new_town).empty());
            const auto last = connection.run(
                "SELECT kind, subject FROM journal_entry WHERE region = $1 AND organ = $2 "
                "ORDER BY sequence DESC LIMIT 1",
                {it.new_town.region, it.new_town.organ});
            CHECK(store::text(last.at(0)[0]) == "log.adopt");
            CHECK(store::text(last.at(0)[1]) == "log/900121-" + std::to_string(it.town.organ));
        });
        // Somebody changes who has acted, and hashes the log anew.
        it.to.database.transaction([&](store::Connection& connection) {
            connection.run(
                "UPDATE journal_entry SET actor = 'account/900121/7' WHERE region = $1 AND organ "
                "= $2 AND sequence = 0",
                {it.new_town.region, it.new_town.organ});
        });
        it.to.database.read([&](store::Connection& connection) {
            const auto faults = store::verify_adoption(connection, it.new_town);
            REQUIRE(faults.size() == 1);
            CHECK(faults[0].sequence == head.size);
        });
    });
}

TEST_CASE("a body moves on and on, and each of its moves is held against its root") {
    on_each_database([](store::Database& database) {
        Move it(database);
        REQUIRE(it.write(word).ok());
        REQUIRE(code(it.read(word)) == "");
        // Something is done where it is now, so that actors of two regions stand in its log.
        REQUIRE(it.to.desks.requests
                    .take_in(TestOffice::at("2025-05-06"), it.new_town, any_question("2025-05-06"))
                    .ok());
        const Place third(store::Database::Engine::Sqlite);
        const auto far = third.open();
        TestOffice last(*far);
        (void)last.town();
        (void)last.town();
        const auto home = last.town();
        const auto file = it.folder.path / "again.gongkai";
        REQUIRE(store::export_body(it.to.database, it.to.contents, it.to.key, it.new_town, "d1:ae",
                                   file, word)
                    .ok());
        // It is one file: whoever receives it needs to write nothing beside it.
        CHECK_FALSE(std::filesystem::exists(file.string() + "-wal"));
        const auto logs_there = [&] {
            std::size_t count = 0;
            last.database.read(
                [&](store::Connection& connection) { count = store::logs(connection).size(); });
            return count;
        };
        const auto before = logs_there();
        const auto would = store::try_import(*far, last.key, {rules()}, file, word, home.region);
        CHECK(would.ok());
        CHECK(logs_there() == before);  // all of it was undone
        const auto taken = store::import_body(*far, last.contents, last.key, {rules()}, file, word,
                                              {"system", TestOffice::at("2025-07-01").at}, home);
        CHECK(code(taken) == "");
        CHECK(last.desks.requests.open({home, it.application.number}).ok());
        CHECK(last.faults() == "");
    });
}

TEST_CASE("without its passphrase nothing sealed is in an archive") {
    on_each_database([](store::Database& database) {
        Move it(database);
        CHECK(it.write("").value().sealed == 0);
        REQUIRE(it.read("").ok());
        const auto rows =
            it.to.desks.request_list.page(it.new_town, day("2025-03-04"), {}).value().rows;
        REQUIRE(rows.size() == 1);
        CHECK(rows[0].applicant == "");
        CHECK(it.to.faults() == "");
    });
}

TEST_CASE("an archive is refused whole: another passphrase, damage, a body with records") {
    on_each_database([](store::Database& database) {
        Move it(database);
        REQUIRE(it.write(word).value().sealed > 0);
        CHECK(code(it.write(word)) == "archive.exists");
        CHECK(code(it.read("另一个口令另一个口令另一个口令")) == "archive.passphrase");
        CHECK_FALSE(store::check_passphrase(it.file, "another").ok());
        CHECK(store::check_passphrase(it.file, word).ok());
        const auto lists = [&] {
            return it.to.desks.request_list.page(it.new_town, day("2025-03-04"), {})
                .value()
                .rows.size();
        };
        CHECK(lists() == 0);
        REQUIRE(it.read(word).ok());
        CHECK(code(it.read(word)) == "archive.not-empty");
        CHECK(lists() == 1);
        CHECK(it.to.faults() == "");
    });
}

// By whoever has the file: each statement is a change that he makes to it.
TEST_CASE("a changed archive is refused, whatever was changed") {
    const struct {
        const char *what, *statement;
    } table[] = {
        {"an actor", "UPDATE entry SET actor = 'account/9' WHERE sequence = 0"},
        {"a time", "UPDATE entry SET recorded_at = recorded_at + 1 WHERE sequence = 0"},
        {"an act is left out", "DELETE FROM entry WHERE sequence = 1"},
        {"the size", "UPDATE about SET value = CAST('1' AS BLOB) WHERE name = 'size'"},
        {"the body's number", "UPDATE about SET value = CAST('77' AS BLOB) WHERE name = 'organ'"},
        {"a sealed datum is left out",
         "DELETE FROM sealed WHERE id = (SELECT min(id) FROM sealed)"},
        {"two sealed data change places",
         "UPDATE sealed SET box = (SELECT box FROM sealed ORDER BY id DESC LIMIT 1) "
         "WHERE id = (SELECT min(id) FROM sealed)"},
        {"another form", "UPDATE about SET value = CAST('x' AS BLOB) WHERE name = 'form'"},
        {"a number is a text",
         "UPDATE about SET value = CAST('one' AS BLOB) WHERE name = 'region'"},
        {"no table", "DROP TABLE content"},
        {"a view without an end",
         "DROP TABLE entry; CREATE VIEW entry AS WITH RECURSIVE n (sequence) AS (SELECT 0 UNION "
         "ALL "
         "SELECT sequence + 1 FROM n) SELECT sequence, 0 AS recorded_at, '' AS actor, '' AS "
         "subject, "
         "'' AS kind, x'' AS payload FROM n"},
        {"the salt", "UPDATE about SET value = CAST('x' AS BLOB) WHERE name = 'salt'"},
        {"a file that is not what its name says",
         "INSERT INTO content (digest, part, bytes) VALUES ('00', 0, CAST('x' AS BLOB))"},
    };
    on_each_database([&](store::Database& database) {
        for (const auto& row : table) {
            CAPTURE(row.what);
            Move it(database);
            REQUIRE(it.write(word).ok());
            {
                store::SqliteConnection file(it.file, store::SqliteConnection::Access::Write);
                file.script(row.statement);
            }
            const auto said = code(it.read(word));
            CHECK((said == "archive.damaged" || said == "archive.passphrase"));
            CHECK(it.to.desks.request_list.page(it.new_town, day("2025-03-04"), {})
                      .value()
                      .rows.empty());
        }
    });
}

TEST_CASE("an archive cannot bring an account or a body with it") {
    on_each_database([](store::Database& database) {
        Move it(database);
        REQUIRE(it.write("").ok());
        {
            store::SqliteConnection file(it.file, store::SqliteConnection::Access::Write);
            file.script(
                "UPDATE entry SET kind = 'account.create', subject = 'account/99' "
                "WHERE sequence = 0");
        }
        // Whoever makes an archive can give it a root of his own.
        journal::Frontier tree;
        {
            auto file = store::ArchiveFile::opened(it.file);
            file.each_entry(it.town, [&](const journal::Entry& entry) { tree.add(leaf(entry)); });
        }
        {
            store::SqliteConnection file(it.file, store::SqliteConnection::Access::Write);
            file.run("UPDATE about SET value = $1 WHERE name = 'root'",
                     {store::blob_of(bytes(tree.root()))});
        }
        CHECK(store::archive_in(it.file).ok());
        CHECK(code(it.read("")) == "archive.damaged");
        CHECK(it.to.desks.accounts.of_region(region).empty());
    });
}

TEST_CASE("an archive comes in once, and a longer one of the same body neither") {
    on_each_database([](store::Database& database) {
        Move it(database);
        REQUIRE(it.write("").ok());
        const auto archive = store::archive_in(it.file).value();
        const auto before = [&] {
            std::optional<journal::LogKey> known;
            it.to.database.read([&](store::Connection& connection) {
                known = store::adopted_before(connection, archive);
            });
            return known;
        };
        CHECK_FALSE(before());
        REQUIRE(code(it.read("")) == "");
        CHECK(before() == it.new_town);
        const auto first = it.new_town;
        it.new_town = it.to.town();
        CHECK(code(it.read("")) == "archive.adopted");

        (void)it.from.desks.messages.enter(TestOffice::at("2025-03-04"), it.town, entry()).value();
        std::filesystem::remove(it.file);
        REQUIRE(it.write("").ok());
        const auto again = it.read("");
        REQUIRE(code(again) == "archive.adopted");
        CHECK(again.error().message.find("机关 " + std::to_string(first.region) + "-" +
                                         std::to_string(first.organ) + " 接收过") !=
              std::string::npos);
        CHECK(
            it.to.desks.request_list.page(it.new_town, day("2025-03-04"), {}).value().rows.empty());
    });
}

TEST_CASE("what cannot be exported whole is not exported") {
    on_each_database([](store::Database& database) {
        Move it(database);
        const auto town = it.town;
        it.town = {region, 77};
        CHECK(code(it.write("")) == "archive.nothing");
        it.town = town;
        it.from.database.transaction([&](store::Connection& connection) {
            connection.run("UPDATE sealed_datum SET box = $1", {store::Blob(40, std::byte{'x'})});
        });
        CHECK(code(it.write(word)) == "archive.lost");
        CHECK_FALSE(std::filesystem::exists(it.file));
        CHECK(it.write("").ok());
    });
}

TEST_CASE("a file that no entry names is no part of an archive") {
    on_each_database([](store::Database& database) {
        Move it(database);
        REQUIRE(it.write("").ok());
        const std::string stray = "nobody's file", digest = sha256(stray);
        {
            store::SqliteConnection file(it.file, store::SqliteConnection::Access::Write);
            file.run("INSERT INTO content (digest, part, bytes) VALUES ($1, 0, $2)",
                     {digest, store::blob_of(stray)});
            const auto rows =
                file.run("SELECT CAST(value AS TEXT) FROM about WHERE name = 'contents'", {});
            file.run("UPDATE about SET value = $1 WHERE name = 'contents'",
                     {store::blob_of(std::to_string(std::stoll(store::text(rows[0][0])) + 1))});
        }
        const auto refused = it.read("");
        REQUIRE(code(refused) == "archive.damaged");
        CHECK(refused.error().message.find(digest) != std::string::npos);
        CHECK_FALSE(it.to.contents.has(it.new_town.region, digest));
    });
}

TEST_CASE("what is no archive is refused") {
    Folder folder;
    CHECK(store::archive_in(folder.path / "none").error().code == "archive.none");
    std::ofstream(folder.path / "text") << "no archive at all";
    CHECK(store::archive_in(folder.path / "text").error().code == "archive.damaged");
    std::ofstream(folder.path / "empty");
    CHECK(store::archive_in(folder.path / "empty").error().code == "archive.damaged");
}
