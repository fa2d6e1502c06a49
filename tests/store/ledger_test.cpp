#include "store/ledger/ledger.h"

#include <doctest/doctest.h>

#include <atomic>
#include <fstream>
#include <thread>

#include "../requests/requests_for_tests.h"
#include "base/damaged.h"
#include "engines.h"
#include "requests/request.h"
#include "store/ledger/entries.h"
#include "store/ledger/requests.h"
#include "store/ledger/verify.h"
#include "store/migrations.h"

using namespace gongkai;
using namespace gongkai::store;
using namespace gongkai::testing;
using journal::Change;
using journal::LogKey;
using journal::Record;
using journal::Signature;
using journal::View;

namespace {

const LogKey town{330302, 7};
const Signature clerk{"account/1", 1'767'225'600'000};

// A ledger with a key of its own, on each engine.
void on_each_ledger(const std::function<void(store::Ledger&, Database&, const VaultKey&)>& body) {
    on_each_database([&](Database& database) {
        migrate(database);
        const VaultKey key = VaultKey::random();
        store::Ledger ledger(database, key);
        body(ledger, database, key);
    });
}

Status note(store::Ledger& ledger, const std::string& words, const LogKey& log = town) {
    return ledger.change(clerk, log, [&](Change& change) -> Status {
        change.append({"note/1", "note.write", Record{}.set("words", words)});
        return Done{};
    });
}

requests::RequestKey record_request(store::Ledger& ledger, const std::vector<Act>& acts) {
    const RequestRepository repository;
    requests::RequestKey key;
    const auto status = ledger.change(clerk, town, [&](Change& change) -> Status {
        key = {town, repository.next_number(change, town, 2025)};
        Act begin = registration(day("2025-03-03"));
        application_in(begin).applicant.seal = change.seal("王小明 330302199001011234");
        application_in(begin).content.seal = change.seal("请公开2024年村级财务收支情况");
        std::vector<Act> all{begin};
        all.insert(all.end(), acts.begin(), acts.end());
        for (const Act& it : all)
            change.append({subject(key), records::entry_kind<requests::Subject>(it),
                           records::record<requests::Subject>(it)});
        return Done{};
    });
    REQUIRE(status.ok());
    return key;
}

std::vector<LogFault> faults(Database& database, const VaultKey& key) {
    std::vector<LogFault> all;
    database.read([&](Connection& connection) {
        for (const LogKey& log : logs(connection)) {
            for (auto& it : verify_log(connection, log).faults)
                all.push_back(std::move(it));
            for (auto& it : verify_projections(connection, log))
                all.push_back(std::move(it));
            for (auto& it : verify_sealed(connection, key, log))
                all.push_back(std::move(it));
        }
    });
    return all;
}

void tamper(Database& database, std::string_view sql) {
    database.transaction([&](Connection& connection) { connection.run(sql, {}); });
}

}  // namespace

TEST_CASE("what is appended is there, in order, and proved") {
    on_each_ledger([](store::Ledger& ledger, Database& database, const VaultKey& key) {
        for (int i = 0; i < 9; ++i)
            REQUIRE(note(ledger, "第" + std::to_string(i)).ok());
        REQUIRE(note(ledger, "another town", {330302, 8}).ok());
        ledger.look([](const View& view) {
            const auto entries = view.entries(town, "note/1");
            REQUIRE(entries.size() == 9);
            CHECK(entries[8].sequence == 8);
            CHECK(entries[8].actor == "account/1");
            CHECK(view.head(town).size == 9);
            CHECK(view.head({330302, 9}).size == 0);
        });
        database.read([](Connection& connection) {
            for (int i = 0; i < 9; ++i) {
                const auto proof = prove(connection, town, i);
                REQUIRE(proof.ok());
                CHECK(journal::is_included(leaf(proof.value().entry), i, proof.value().path,
                                           proof.value().head));
            }
            CHECK(prove(connection, town, 9).error().code == "journal.no-entry");
        });
        CHECK(faults(database, key).empty());
    });
}

TEST_CASE("a change that is refused or breaks down leaves nothing") {
    on_each_ledger([](store::Ledger& ledger, Database& database, const VaultKey& key) {
        REQUIRE(note(ledger, "first").ok());
        const auto refuse = [](Change& change) -> Status {
            change.append({"note/1", "note.write", {}});
            (void)change.seal("somebody");
            return Error{ErrorKind::NotAllowed, "no", "no"};
        };
        CHECK(ledger.change(clerk, town, refuse).error().code == "no");
        CHECK_THROWS_AS((void)ledger.change(clerk, town,
                                            [&](Change& change) -> Status {
                                                (void)refuse(change);
                                                throw std::runtime_error("broken");
                                            }),
                        std::runtime_error);
        ledger.look([](const View& view) { CHECK(view.head(town).size == 1); });
        CHECK(database.run("SELECT count(*) FROM sealed_datum", {}).at(0).at(0) ==
              Value(std::int64_t{0}));
        CHECK(faults(database, key).empty());
    });
}

TEST_CASE("a clock set back brings no disorder") {
    on_each_ledger([](store::Ledger& ledger, Database&, const VaultKey&) {
        REQUIRE(note(ledger, "now").ok());
        REQUIRE(
            ledger
                .change(
                    {"account/2", 5}, town,
                    [](Change& change) -> Status {
                        CHECK(change.append({"note/1", "note.write", {}}).recorded_at == clerk.at);
                        return Done{};
                    })
                .ok());
    });
}

TEST_CASE("a request is its entries, and personal data is in none of them") {
    on_each_ledger([](store::Ledger& ledger, Database& database, const VaultKey& key) {
        const RequestRepository repository;
        const auto open = record_request(ledger, {extend(day("2025-03-05"))});
        const auto done =
            record_request(ledger, {decide(day("2025-03-10")), act(Deliver{}, "2025-03-11")});
        CHECK(open.number == "2025-0001");
        CHECK(done.number == "2025-0002");
        ledger.look([&](const View& view) {
            const auto found = repository.find(view, open);
            REQUIRE(found.ok());
            CHECK(found.value().progress().extension_days == 20);
            CHECK(view.open(town, application_of(found.value()).applicant.seal) ==
                  "王小明 330302199001011234");
            CHECK(repository.open(view, town).size() == 1);
            CHECK(repository.all(view, town).size() == 2);
            CHECK(repository.find(view, {town, "2025-9999"}).error().code == "request.not-found");
        });
        database.each("SELECT payload, subject, kind, actor FROM journal_entry", {},
                      [](const Row& row) {
                          for (const char* canary : {"王小明", "330302199001011234", "财务"})
                              CHECK(bytes_of(blob(row[0])).find(canary) == std::string::npos);
                      });
        CHECK(faults(database, key).empty());
    });
}

TEST_CASE("erasing a datum leaves the log whole") {
    on_each_ledger([](store::Ledger& ledger, Database& database, const VaultKey& key) {
        const RequestRepository repository;
        const auto which = record_request(ledger, {});
        REQUIRE(ledger
                    .change(clerk, town,
                            [&](Change& change) -> Status {
                                GK_TRY(request, repository.find(change, which));
                                change.erase(subject(which),
                                             application_of(request).applicant.seal);
                                return Done{};
                            })
                    .ok());
        ledger.look([&](const View& view) {
            const auto found = repository.find(view, which).value();
            CHECK_FALSE(view.open(town, application_of(found).applicant.seal));
            CHECK(view.open(town, application_of(found).content.seal));
        });
        CHECK(faults(database, key).empty());
    });
}

TEST_CASE("verification names what was changed behind the program's back") {
    const struct {
        const char* what;
        const char* sql;
        const char* named;
    } cases[] = {
        {"a payload", "UPDATE journal_entry SET actor = 'account/9' WHERE sequence = 1",
         "与登记时的摘要不符"},
        {"an entry is gone", "DELETE FROM journal_entry WHERE sequence = 1", "不见了"},
        {"the last entry is gone", "DELETE FROM journal_entry WHERE sequence = 2", "树头说有"},
        {"the head is gone", "DELETE FROM journal_head", "没有树头"},
        {"a row of a list", "UPDATE request SET is_open = 0 WHERE number = '2025-0001'",
         "与记录不符"},
        {"a row is gone", "DELETE FROM request", "不见了，而记录里有它"},
        {"a row from nowhere",
         "INSERT INTO request (region, organ, subject, number, is_open) VALUES "
         "(330302, 7, 'request/x', 'x', 1)",
         "没有来历"},
        {"a datum of nobody", "UPDATE sealed_datum SET id = id || 'x'", "没有来历"},
        {"a datum of another place", "UPDATE sealed_datum SET region = 330303", "没有树头"},
        {"what the next entry goes on from", "UPDATE journal_head SET frontier = root",
         "供续写的部分"},
        {"the time of the last entry", "UPDATE journal_head SET recorded_at = recorded_at + 1",
         "供续写的部分"},
    };
    for (const auto& c : cases) {
        CAPTURE(c.what);
        on_each_ledger([&](store::Ledger& ledger, Database& database, const VaultKey& key) {
            record_request(ledger, {extend(day("2025-03-05")), consult(day("2025-03-06"))});
            REQUIRE(faults(database, key).empty());
            tamper(database, c.sql);
            std::string all;
            for (const LogFault& it : faults(database, key))
                all += it.what + "\n";
            CHECK(all.find(c.named) != std::string::npos);
        });
    }
}

TEST_CASE("a log that is gone is missed as long as a list speaks of it") {
    on_each_ledger([](store::Ledger& ledger, Database& database, const VaultKey& key) {
        record_request(ledger, {});
        for (const char* table : {"journal_entry", "journal_head", "sealed_datum"})
            tamper(database, std::string("DELETE FROM ") + table);
        CHECK_FALSE(faults(database, key).empty());
    });
}

TEST_CASE("projections are made anew from the journal") {
    on_each_ledger([](store::Ledger& ledger, Database& database, const VaultKey& key) {
        record_request(ledger, {});
        record_request(ledger, {act(Withdraw{}, "2025-03-05")});
        tamper(database, "DELETE FROM request");
        CHECK_FALSE(faults(database, key).empty());
        database.transaction([](Connection& connection) { rebuild_projections(connection, town); });
        CHECK(faults(database, key).empty());
    });
}

TEST_CASE("many writers of few logs: nothing is lost and nothing is in disorder") {
    on_each_ledger([](store::Ledger& ledger, Database& database, const VaultKey& key) {
        constexpr int writers = 16, each = 20;
        std::atomic<int> done = 0;
        {
            std::vector<std::jthread> threads;
            for (int writer = 0; writer < writers; ++writer)
                threads.emplace_back([&, writer] {
                    for (int i = 0; i < each; ++i)
                        done += note(ledger, "x", {330302, 1 + writer % 3}).ok() ? 1 : 0;
                });
        }
        CHECK(done == writers * each);
        std::int64_t entries = 0;
        database.read([&](Connection& connection) {
            for (const LogKey& log : logs(connection))
                entries += verify_log(connection, log).entries;
        });
        CHECK(entries == writers * each);
        CHECK(faults(database, key).empty());
    });
}

TEST_CASE("a datum opens only with its key, in its place, unchanged") {
    const VaultKey key = VaultKey::random();
    const Box box = seal(key, town, 7, "张三");
    CHECK(store::open(key, town, box.sealed, box.bytes) == "张三");
    CHECK_THROWS_AS((void)store::open(VaultKey::random(), town, box.sealed, box.bytes), Damaged);
    CHECK_THROWS_AS((void)store::open(key, {330302, 8}, box.sealed, box.bytes), Damaged);
    CHECK_THROWS_AS((void)store::open(key, town, {box.sealed.id, "00"}, box.bytes), Damaged);
    for (std::size_t i = 0; i < box.bytes.size(); ++i) {
        Blob changed = box.bytes;
        changed[i] ^= std::byte{1};
        CHECK_THROWS_AS((void)store::open(key, town, box.sealed, changed), Damaged);
    }
    CHECK_THROWS_AS((void)store::open(key, town, box.sealed, Blob{}), Damaged);
    // The same datum twice: nobody sees from the digests that it is the same.
    CHECK(seal(key, town, 7, "张三").sealed.digest != box.sealed.digest);
}

TEST_CASE("the key's file is made once, apart from the data, for its owner alone") {
    namespace fs = std::filesystem;
    const Folder folder;
    const fs::path data = folder.path / "data", file = folder.path / "keys" / "vault.key";
    CHECK(VaultKey::load(file, data).error().code == "vault.key");
    REQUIRE(VaultKey::make(file, data).ok());
    const auto first = VaultKey::load(file, data);
    REQUIRE(first.ok());
    const Box box = seal(first.value(), town, 0, "x");
    CHECK(store::open(VaultKey::load(file, data).value(), town, box.sealed, box.bytes) == "x");
    // Of two programs that begin at once the second uses what the first has made.
    REQUIRE(VaultKey::make(file, data).ok());
    CHECK(store::open(VaultKey::load(file, data).value(), town, box.sealed, box.bytes) == "x");
    CHECK(VaultKey::load(data / "vault.key", data).error().code == "vault.key");
    CHECK(VaultKey::make(data / "vault.key", data).error().code == "vault.key");
    CHECK_FALSE(fs::exists(data / "vault.key"));
    fs::permissions(file, fs::perms::group_read, fs::perm_options::add);
    CHECK_FALSE(VaultKey::load(file, data).ok());
    fs::permissions(file, fs::perms::owner_read | fs::perms::owner_write);
    std::ofstream(file) << "short";
    CHECK_FALSE(VaultKey::load(file, data).ok());
}
