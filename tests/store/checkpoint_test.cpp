#include <doctest/doctest.h>

#include <sys/stat.h>
#include <unistd.h>

#include <fstream>
#include <mutex>
#include <thread>
#include <vector>

#include "checked_office.h"
#include "store/checkpoint/checkpoint_writer.h"
#include "store/durable_file.h"
#include "store/ledger/projected_by.h"

using namespace gongkai;
using namespace gongkai::store;
using namespace gongkai::testing;
using journal::Change;
namespace fs = std::filesystem;

TEST_CASE(
    "a database that is set back is noticed though it is whole, and nothing more is written") {
    on_each_checked_office([](CheckedOffice& it) {
        CHECK(it.take_in() == "2026-0001");
        CHECK(it.advance().empty());
        it.keep_copy();
        CHECK(it.take_in() == "2026-0002");
        CHECK(it.take_in() == "2026-0003");
        CHECK(it.take_in(village) == "2026-0001");
        CHECK(it.advance().empty());

        it.set_back();
        CHECK(it.faults() == 0);  // of itself it looks whole
        const auto held = it.checkpoints->hold();
        CHECK(held.set_back.size() == 2);  // the village's log is gone altogether
        const std::string before = it.bytes();
        const auto found = it.advance();
        CHECK(found.set_back.size() == 2);
        CHECK(it.bytes() == before);  // what was known is not overwritten
        const auto said = sentences(found);
        REQUIRE(said.size() == 3);
        CHECK(said[0].find("330302-7") != std::string::npos);
        CHECK(said[0].find("记有 3 条，数据库里只有 1 条") != std::string::npos);
        CHECK(said[1].find("330302-8") != std::string::npos);
        CHECK(it.take_in() == "checkpoint.set-back");
        CHECK(it.admission->held_up()->code == "checkpoint.set-back");
        it.ledger->look([&](const journal::View& view) { CHECK(view.head(town).size == 1); });
    });
}

TEST_CASE("whoever goes on says why, and no number that was handed out is given again") {
    on_each_checked_office([](CheckedOffice& it) {
        CHECK(it.take_in() == "2026-0001");
        it.keep_copy();
        for (const auto* number : {"2026-0002", "2026-0003", "2026-0004"})
            CHECK(it.take_in() == number);
        it.advance();
        it.set_back();
        it.advance();
        CHECK(it.resume("  ") == "checkpoint.reason");
        CHECK(it.resume("磁盘损坏，由昨夜的备份恢复") == "1");
        CHECK(it.advance().empty());
        CHECK(it.take_in() == "2026-0005");
        CHECK(it.advance().empty());
        CHECK(it.faults() == 0);
        it.ledger->look([](const journal::View& view) {
            const auto entries = view.entries(town, "log");
            REQUIRE(entries.size() == 1);
            const auto payload = journal::parse_canonical(entries[0].payload).value();
            CHECK(payload.text_of("reason") == "磁盘损坏，由昨夜的备份恢复");
            CHECK(payload.whole("was_size") == 4);
            CHECK(payload.whole("found_size") == 1);
        });
        it.begin_again();
        CHECK(it.advance().empty());
        CHECK(it.resume("再来一次") == "0");

        // Set back once more, to before it was gone on with.
        it.set_back();
        CHECK(it.advance().set_back.size() == 1);
        CHECK(it.resume("又恢复了一次") == "1");
        CHECK(it.advance().empty());
        CHECK(it.take_in() == "2026-0006");
        CHECK(it.advance().empty());
    });
}

TEST_CASE("a log whose entries were made anew, as many or more, is told from the one that was") {
    on_each_checked_office([](CheckedOffice& it) {
        CHECK(it.take_in() == "2026-0001");
        it.keep_copy();
        CHECK(it.take_in() == "2026-0002");
        it.advance();
        it.set_back();
        CHECK(it.take_in() == "2026-0002");  // nobody looked: other words under the same number
        CHECK(it.advance().set_back.size() == 1);
        CHECK(it.take_in() == "checkpoint.set-back");
        CHECK(sentences(it.checkpoints->hold())[0].find("内容与当时不同") != std::string::npos);
        it.admission->hold_up({});
        CHECK(it.take_in() == "2026-0003");
        CHECK(it.advance().set_back.size() == 1);
    });
}

TEST_CASE(
    "a server with an older file of its own learns that another went on, and only by the key") {
    on_each_checked_office([](CheckedOffice& it) {
        CHECK(it.take_in() == "2026-0001");
        it.keep_copy();
        CHECK(it.take_in() == "2026-0002");
        it.advance();
        const auto other = it.outside.path / "other.checkpoint";
        fs::copy_file(it.file(), other);
        it.set_back();
        CHECK(Checkpoints(*it.database, *it.key, other).advance(noon).set_back.size() == 1);
        CHECK(it.resume("恢复") == "1");
        CHECK(it.take_in() == "2026-0003");
        CHECK(Checkpoints(*it.database, *it.key, other).advance(noon).empty());
        CHECK(Checkpoints(*it.database, *it.key, other).hold().empty());

        // An entry that nobody signed lets nothing pass.
        it.set_back();
        REQUIRE(it.ledger
                    ->change({"system", noon}, town,
                             [](Change& change) -> Status {
                                 change.append({"log", "log.resume",
                                                journal::Record{}
                                                    .set("reason", "伪造")
                                                    .set("turn", 9)
                                                    .set("signature", std::string(128, 'a'))});
                                 return Done{};
                             })
                    .ok());
        CHECK(Checkpoints(*it.database, *it.key, other).advance(noon).set_back.size() == 1);
        CHECK(it.advance().set_back.size() == 1);
    });
}

TEST_CASE("a file that is missing, torn or another's has each its sentence") {
    on_each_checked_office([](CheckedOffice& it) {
        CHECK(it.take_in() == "2026-0001");
        CHECK(it.checkpoints->hold().empty());  // there never was one
        it.advance();
        const std::string whole_file = it.bytes();
        const auto code_after = [&](const std::string& bytes) {
            std::ofstream(it.file(), std::ios::binary) << bytes;
            it.begin_again();
            const auto found = it.advance();
            return found.of_file ? found.of_file->code : std::string();
        };
        CHECK(code_after(whole_file) == "");
        CHECK(code_after("") == "checkpoint.torn");
        CHECK(code_after(whole_file.substr(0, whole_file.size() / 2)) == "checkpoint.torn");
        std::string changed = whole_file;
        changed[changed.find("\"written_at\":") + 14] ^= 1;
        CHECK(code_after(changed) == "checkpoint.torn");
        CHECK(it.take_in() == "checkpoint.torn");
        CHECK(sentences(it.checkpoints->hold())[0].find(it.file().string()) != std::string::npos);

        fs::remove(it.file());
        it.begin_again();
        const auto found = it.advance();
        REQUIRE(found.of_file);
        CHECK(found.of_file->code == "checkpoint.missing");
        CHECK(it.take_in() == "checkpoint.missing");
        CHECK_FALSE(fs::exists(it.file()));
        CHECK(it.resume("换了服务器，检查点没有带来") == "1");
        it.advance();
        CHECK(it.take_in() == "2026-0002");
        CHECK(code_after("torn") == "checkpoint.torn");
        CHECK(it.resume("文件损坏") == "1");
        CHECK(it.advance().empty());
        CHECK(it.take_in() == "2026-0003");

        const Place elsewhere(it.place.engine);
        CheckedOffice other(elsewhere);
        CHECK(other.take_in() == "2026-0001");
        other.advance();
        CHECK(code_after(other.bytes()) == "checkpoint.foreign");
        CHECK(it.resume("换过来的") == "checkpoint.foreign");
        CHECK(it.bytes() == other.bytes());
        it.checkpoints->set_aside_foreign();
        CHECK_FALSE(fs::exists(it.file()));
    });
}

// As a user who may read nothing of root's, for as long as it lives.
class AsNobody {
public:
    AsNobody() { REQUIRE(seteuid(65534) == 0); }
    ~AsNobody() { (void)!seteuid(0); }
    AsNobody(const AsNobody&) = delete;
    AsNobody& operator=(const AsNobody&) = delete;
};

TEST_CASE("a file that cannot be read is neither missing nor torn, and is not set aside") {
    if (geteuid() != 0) {
        MESSAGE("SKIP: only root can make a file that another may not read");
        return;
    }
    on_each_checked_office([](CheckedOffice& it) {
        it.advance();
        it.begin_again();
        const AsNobody nobody;
        const auto found = it.checkpoints->hold();
        REQUIRE(found.of_file);
        CHECK(found.of_file->code == "checkpoint.unreadable");
    });
}

TEST_CASE("what root writes stays the service's to read") {
    if (geteuid() != 0) {
        MESSAGE("SKIP: only root can write for another");
        return;
    }
    const Folder folder;
    const fs::path file = folder.path / "data" / "it";
    fs::create_directory(file.parent_path());
    REQUIRE(chown(file.parent_path().c_str(), 1234, 1234) == 0);
    const auto owner = [](const fs::path& of) {
        struct stat it {};
        REQUIRE(stat(of.c_str(), &it) == 0);
        return it.st_uid;
    };
    write_durably(file, "new");
    CHECK(owner(file) == 1234);
    REQUIRE(chown(file.c_str(), 4321, 4321) == 0);
    write_durably(file, "replaced");
    CHECK(owner(file) == 4321);
    make_folders(file.parent_path() / "ab" / "cd");
    CHECK(owner(file.parent_path() / "ab") == 1234);
    CHECK(owner(file.parent_path() / "ab" / "cd") == 1234);
    CHECK_FALSE(create_durably(file, "another"));
    std::string kept;
    std::getline(std::ifstream(file) >> std::ws, kept);
    CHECK(kept == "replaced");
}

TEST_CASE("several programs that use one file never take it back") {
    on_each_checked_office([](CheckedOffice& it) {
        Checkpoints second(*it.database, *it.key, it.file());
        for (int i = 0; i < 5; ++i) {
            it.take_in();
            CHECK(it.advance().empty());
            it.take_in(village);
            CHECK(second.advance(noon).empty());
        }
        const auto last = read_checkpoint(it.bytes(), "", it.installation(), it.checkpoints->key());
        REQUIRE(last.ok());
        CHECK(last.value().logs.at(town).tree.size() == 5);
        CHECK(last.value().logs.at(village).tree.size() == 5);
        CHECK(last.value().logs.at(town).serials.at("request/2026-") == 5);
    });
}

TEST_CASE("a program that serves has its checkpoint within a second, and holds up acts by itself") {
    on_each_checked_office([](CheckedOffice& it) {
        std::vector<std::string> told;
        std::mutex mutex;
        const CheckpointWriter writer(
            *it.checkpoints, *it.admission, [] { return noon; },
            [&](const std::string& said) {
                const std::scoped_lock lock(mutex);
                told.push_back(said);
            });
        CHECK(it.take_in() == "2026-0001");
        std::this_thread::sleep_for(std::chrono::seconds{1});
        const auto id = it.installation();
        const auto read = read_checkpoint(it.bytes(), "", id, it.checkpoints->key());
        REQUIRE(read.ok());
        CHECK(read.value().logs.at(town).tree.size() == 1);

        // Somebody takes the log away behind the program's back.
        const auto behind = it.place.open();
        behind->transaction([](Connection& connection) {
            connection.run("DELETE FROM journal_head WHERE region = $1", {town.region});
            connection.run("DELETE FROM journal_entry WHERE region = $1", {town.region});
        });
        std::this_thread::sleep_for(std::chrono::seconds{1});
        CHECK(it.take_in() == "checkpoint.set-back");
        const std::scoped_lock lock(mutex);
        REQUIRE(told.size() == 1);
        CHECK(told[0].find("330302-7") != std::string::npos);
    });
}

TEST_CASE("acts wait while the clock is behind the last entry, or was moved by more than a day") {
    on_each_checked_office([](CheckedOffice& it) {
        constexpr std::int64_t minute = 60'000, hour = 60 * minute, day_long = 24 * hour;
        std::int64_t wall = noon, ticks = 5'000;
        it.admission =
            std::make_unique<Admission>(store::Clock{[&] { return wall; }, [&] { return ticks; }});
        it.ledger = std::make_unique<store::Ledger>(*it.database, *it.key, carried_rules(),
                                                    it.admission.get());
        const auto at = [&](std::int64_t moment) {
            it.now = wall = moment;
            return it.take_in();
        };
        CHECK(at(noon) == "2026-0001");
        CHECK(at(noon - minute / 2) == "2026-0002");  // a clock that is steered
        CHECK(at(noon - 2 * minute) == "clock.behind");
        CHECK(at(noon + 23 * hour) == "2026-0003");
        CHECK(at(noon + day_long + hour) == "clock.moved");
        ticks += 2 * hour;
        CHECK(at(noon + day_long + hour) == "2026-0004");  // the time has passed
        CHECK(at(noon - day_long) == "clock.moved");
        CHECK(at(noon + day_long + 2 * hour) == "2026-0005");  // set right again
    });
}

TEST_CASE("an older file under a running program is noticed, and takes nothing back") {
    on_each_checked_office([](CheckedOffice& it) {
        CHECK(it.take_in() == "2026-0001");
        it.advance();
        it.keep_copy();
        const auto older = it.outside.path / "older";
        fs::copy_file(it.file(), older);
        CHECK(it.take_in() == "2026-0002");
        CHECK_FALSE(it.advance().file_was_older);
        const std::string newest = it.bytes();
        const auto put_older = [&] {
            fs::copy_file(older, it.file(), fs::copy_options::overwrite_existing);
        };

        // The database is as it was: what is known stands again in the file.
        put_older();
        const auto found = it.advance();
        CHECK(found.file_was_older);
        CHECK(found.empty());
        CHECK(it.bytes() == newest);
        CHECK_FALSE(it.advance().file_was_older);
        CHECK(it.take_in() == "2026-0003");
        CHECK(it.advance().empty());

        // Both went back: the program remembers what no file says any more.
        const auto behind = it.place.open();
        behind->transaction([](Connection& connection) {
            connection.run("DELETE FROM journal_entry WHERE region = $1 AND sequence > 0",
                           {town.region});
            connection.run("UPDATE journal_head SET size = 1 WHERE region = $1", {town.region});
        });
        put_older();
        CHECK(it.advance().set_back.size() == 1);
        REQUIRE(it.admission->held_up());
        CHECK(it.admission->held_up()->code == "checkpoint.set-back");
    });
}

TEST_CASE("a reason is a line, and what is no file is no file of checkpoints") {
    on_each_checked_office([](CheckedOffice& it) {
        CHECK(it.take_in() == "2026-0001");
        it.keep_copy();
        CHECK(it.take_in() == "2026-0002");
        it.advance();
        it.set_back();
        CHECK(it.resume("恢复\n{\"level\":\"error\"}") == "fields.line");
        CHECK(it.resume("\x1B[2J恢复") == "fields.line");
        CHECK(it.take_in() == "2026-0002");  // nothing was gone on with
        fs::remove(it.file());
        fs::create_directory(it.file());
        it.begin_again();
        const auto found = it.advance();
        REQUIRE(found.of_file);
        CHECK(found.of_file->code == "checkpoint.torn");
        CHECK(found.of_file->message.find("是文件夹") != std::string::npos);
    });
}
