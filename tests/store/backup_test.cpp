#include "store/backup.h"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <fstream>
#include <iterator>

#include "engines.h"
#include "small_disk.h"
#include "store/contents.h"
#include "store/installation.h"
#include "store/ledger/ledger.h"
#include "store/open.h"

using namespace gongkai;
using namespace gongkai::store;
using namespace gongkai::testing;
namespace fs = std::filesystem;

namespace {

const journal::LogKey town{330302, 7};
constexpr std::int64_t noon = 1'767'225'600'000;
constexpr std::size_t limit = 1 << 20;

void quiet(std::string_view, std::uint64_t, std::uint64_t) {}

// An office in use, and a folder for its backups.
struct Home {
    const Folder folder;
    const fs::path data = folder.path / "data", key = folder.path / "data.key",
                   target = folder.path / "backup";
    const std::unique_ptr<Database> database = store::open({}, data);
    const VaultKey vault = take_up(*database, {data, key}).value();
    store::Ledger ledger{*database, vault};
    ContentFolder contents{data, limit};

    std::string put(const std::string& text) {
        const auto digest = contents.put(town.region, text).value();
        const auto noted = ledger.change({"account/1", noon}, town, [&](journal::Change& change) {
            change.append({"note/1", "note.write", journal::Record{}.set("file", digest)});
            return Status(Done{});
        });
        REQUIRE(noted.ok());
        return digest;
    }
    Result<backup::Outcome> back_up(int hours = 0, int keep = 5) {
        return backup::back_up(data, target, noon + hours * 3'600'000LL, keep, quiet);
    }
    std::size_t faults() const { return backup::check(target, quiet).value().size(); }
};

fs::path file_of(const fs::path& folder, const std::string& digest) {
    return folder / digest.substr(0, 2) / digest.substr(2);
}

std::string read(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

std::string code(const Result<backup::Outcome>& it) { return it.ok() ? "" : it.error().code; }

}  // namespace

TEST_CASE("what was backed up comes back whole, and later work does not hide earlier states") {
    Home it;
    const auto first = it.put("第一份正文");
    fs::create_directories(it.data / "settings");
    std::ofstream(it.data / "settings/proposals.json") << "{}";
    const auto one = it.back_up();
    REQUIRE(one.ok());
    CHECK(one.value().state == "20260101T000000.000Z");
    CHECK(one.value().files == 1);
    const auto second = it.put("第二份正文");
    const auto two = it.back_up(1);
    REQUIRE(two.ok());
    CHECK(two.value().files == 2);
    CHECK(two.value().copied == 1);  // the other was there
    CHECK(it.faults() == 0);

    const fs::path back = it.folder.path / "back", early = it.folder.path / "early";
    REQUIRE(backup::restore(it.target, {}, back, quiet).ok());
    CHECK(read(file_of(back / "sha256", second)) == "第二份正文");
    CHECK(read(back / "settings/proposals.json") == "{}");
    const auto database = store::open({}, back);
    CHECK(take_up(*database, {back, it.key}).ok());
    CHECK(whole(database->run("SELECT size FROM journal_head", {}).at(0)[0]) == 2);

    REQUIRE(backup::restore(it.target, one.value().state, early, quiet).ok());
    CHECK(fs::exists(file_of(early / "sha256", first)));
    CHECK_FALSE(fs::exists(file_of(early / "sha256", second)));
}

TEST_CASE("a file that the data folder has lost is told, and its earlier copy is kept on") {
    Home it;
    // A text that a record of a document names.
    const auto named = [&](const std::string& text) {
        auto digest = it.put(text);
        it.database->transaction([&](Connection& connection) {
            connection.run(
                "INSERT INTO document_content (region, organ, digest, subject) "
                "VALUES ($1, $2, $3, 'document/2026-0001')",
                {town.region, town.organ, digest});
        });
        return digest;
    };
    const auto kept = named("备份过的正文"), never = named("没有备份过的正文");
    fs::rename(file_of(it.data / "sha256", never), it.folder.path / "aside");
    CHECK(it.back_up().value().lost == std::vector{never});
    CHECK(it.faults() == 1);
    fs::rename(it.folder.path / "aside", file_of(it.data / "sha256", never));
    CHECK(it.back_up(1, 1).value().lost.empty());
    CHECK(it.faults() == 0);

    fs::remove(file_of(it.data / "sha256", kept));
    CHECK(it.back_up(2, 1).value().lost == std::vector{kept});
    CHECK(it.back_up(3, 1).value().lost == std::vector{kept});
    CHECK(it.faults() == 0);
    const fs::path back = it.folder.path / "back";
    REQUIRE(backup::restore(it.target, {}, back, quiet).ok());
    CHECK(read(file_of(back / "sha256", kept)) == "备份过的正文");
}

TEST_CASE("the key is in no backup") {
    Home it;
    it.put("正文");
    REQUIRE(it.back_up().ok());
    const std::string secret = read(it.key);
    for (const auto& file : fs::recursive_directory_iterator(it.target))
        if (file.is_regular_file()) CHECK(read(file.path()).find(secret) == std::string::npos);
}

TEST_CASE("a backup lies neither in the data nor around it, nor in another's backup") {
    Home it;
    CHECK(code(backup::back_up(it.data, it.data / "backup", noon, 5, quiet)) == "backup.inside");
    CHECK(code(backup::back_up(it.data, it.folder.path, noon, 5, quiet)) == "backup.inside");
    CHECK(code(backup::back_up(it.target, it.folder.path / "x", noon, 5, quiet)) ==
          "backup.no-data");
    REQUIRE(it.back_up().ok());
    Home other;
    CHECK(code(backup::back_up(other.data, it.target, noon, 5, quiet)) == "backup.other");
}

TEST_CASE("older states go by the rule, with the files that they alone named") {
    Home it;
    const auto digest = it.put("会被清理的正文");
    REQUIRE(it.back_up(0, 2).ok());
    fs::remove(file_of(it.data / "sha256", digest));
    REQUIRE(it.back_up(1, 2).ok());
    CHECK(fs::exists(file_of(it.target / "files", digest)));
    const auto third = it.back_up(2, 2);
    REQUIRE(third.ok());
    CHECK(third.value().removed == std::vector<std::string>{"20260101T000000.000Z"});
    CHECK(backup::states(it.target).size() == 2);
    CHECK_FALSE(fs::exists(file_of(it.target / "files", digest)));
    CHECK(it.faults() == 0);
}

TEST_CASE("a try that broke off is no state; what it had copied is held against its digest") {
    Home it;
    const auto digest = it.put("正文");
    REQUIRE(it.back_up().ok());
    // As a kill leaves it: a folder without state.json, and a file whose bytes never came.
    fs::create_directories(it.target / "states/20260101T010000.000Z");
    std::ofstream(it.target / "states/20260101T010000.000Z/gongkai.sqlite") << "half";
    const auto later = it.put("另一份正文");
    fs::create_directories(file_of(it.target / "files", later).parent_path());
    std::ofstream(file_of(it.target / "files", later)) << "";
    CHECK(backup::states(it.target).size() == 1);
    const auto next = it.back_up(2);
    REQUIRE(next.ok());
    CHECK(next.value().copied == 1);
    CHECK_FALSE(fs::exists(it.target / "states/20260101T010000.000Z"));
    CHECK(it.faults() == 0);
    CHECK(read(file_of(it.target / "files", digest)) == "正文");
}

TEST_CASE("what is damaged or missing in a backup is named, and nothing is made of it") {
    Home it;
    const auto digest = it.put("正文");
    const auto state = it.back_up().value().state;
    const fs::path file = file_of(it.target / "files", digest);
    const fs::path back = it.folder.path / "back";
    SUBCASE("a file with other bytes") { std::ofstream(file) << "正闻"; }
    SUBCASE("a file that is gone") { fs::remove(file); }
    SUBCASE("the database") {
        std::ofstream(it.target / "states" / state / "gongkai.sqlite", std::ios::app) << "x";
    }
    SUBCASE("the list") { std::ofstream(it.target / "states" / state / "state.json") << "{"; }
    CHECK(it.faults() == 1);
    CHECK(code(backup::restore(it.target, {}, back, quiet)) == "backup.damaged");
    CHECK_FALSE(fs::exists(back));
}

TEST_CASE("a list of a state that leads out of the backup is damaged") {
    Home it;
    it.put("正文");
    const auto state = it.back_up().value().state;
    std::ofstream(it.target / "states" / state / "state.json")
        << R"({"own": [{"path": "../../../data.key", "sha256": ")" << std::string(64, 'a')
        << R"("}], "logs": [], "contents": []})";
    CHECK(it.faults() == 1);
}

TEST_CASE("nothing is restored over what is there") {
    Home it;
    it.put("正文");
    REQUIRE(it.back_up().ok());
    CHECK(code(backup::restore(it.target, {}, it.data, quiet)) == "backup.not-empty");
    CHECK(code(backup::restore(it.target, "19990101T000000.000Z", it.folder.path / "b", quiet)) ==
          "backup.state");
    CHECK(code(backup::restore(it.folder.path / "nothing", {}, it.folder.path / "b", quiet)) ==
          "backup.none");
    CHECK(read(it.key).size() == 32);
}

TEST_CASE("a damaged file of the data is told, and the rest is backed up") {
    Home it;
    const auto digest = it.put("正文");
    it.put("另一份");
    std::ofstream(file_of(it.data / "sha256", digest)) << "改过";
    const auto done = it.back_up();
    REQUIRE(done.ok());
    CHECK(done.value().damaged == std::vector<std::string>{digest});
    CHECK(done.value().files == 1);
}

TEST_CASE("two restores into one place do not run at once, and one that was killed is swept") {
    Home it;
    it.put("一");
    REQUIRE(it.back_up().ok());
    const fs::path back = it.folder.path / "back", growing = it.folder.path / "back.restoring";
    fs::create_directories(growing);
    std::ofstream(growing / "left.sqlite") << "half";
    const int other = open(growing.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    REQUIRE(flock(other, LOCK_EX | LOCK_NB) == 0);
    CHECK(code(backup::restore(it.target, {}, back, quiet)) == "backup.busy");
    CHECK(fs::exists(growing / "left.sqlite"));  // the other's
    close(other);
    REQUIRE(backup::restore(it.target, {}, back, quiet).ok());
    CHECK(fs::exists(back / "gongkai.sqlite"));
    CHECK_FALSE(fs::exists(back / "left.sqlite"));
    CHECK_FALSE(fs::exists(growing));
}

TEST_CASE("a data folder that is a disk of its own is filled and not replaced") {
    Home it;
    it.put("一");
    REQUIRE(it.back_up().ok());
    const fs::path back = it.folder.path / "disk";
    fs::create_directories(back);
    const SmallDisk disk(back, 32);
    if (!disk.is_there()) return;
    REQUIRE(backup::restore(it.target, {}, back, quiet).ok());
    CHECK(fs::exists(back / "gongkai.sqlite"));
    CHECK_FALSE(fs::exists(back / ".restoring"));
    CHECK(code(backup::restore(it.target, {}, back, quiet)) == "backup.not-empty");
}

TEST_CASE("two backups into one place do not run at once") {
    Home it;
    it.put("一");
    REQUIRE(it.back_up().ok());
    const int lock = open((it.target / "lock").c_str(), O_RDWR | O_CLOEXEC);
    REQUIRE(flock(lock, LOCK_EX | LOCK_NB) == 0);
    CHECK(it.back_up(1).error().code == "backup.busy");
    close(lock);
    CHECK(it.back_up(1).ok());
}
