#include "store/installation.h"

#include <doctest/doctest.h>

#include <fstream>

#include "engines.h"
#include "store/ledger/ledger.h"
#include "store/migrations.h"
#include "store/open.h"

using namespace gongkai;
using namespace gongkai::store;
using namespace gongkai::testing;
namespace fs = std::filesystem;

namespace {

const journal::LogKey town{330302, 7};

// An office on SQLite in a folder of its own, its key beside it.
struct Home {
    const Folder folder;
    const fs::path data = folder.path / "data", key = folder.path / "data.key";

    std::string taken_up(bool anew = false) const {
        const auto database = store::open({}, data);
        const auto taken = take_up(*database, {data, key, anew});
        return taken.ok() ? std::string() : taken.error().code;
    }
    // What take_up() says, to whoever reads it.
    std::string words() const {
        const auto database = store::open({}, data);
        const auto taken = take_up(*database, {data, key});
        return taken.ok() ? std::string() : taken.error().message;
    }
    void seal_something() const {
        const auto database = store::open({}, data);
        const auto vault = VaultKey::load(key, data).value();
        store::Ledger ledger(*database, vault);
        const auto done =
            ledger.change({"account/1", 1'767'225'600'000}, town, [](journal::Change& change) {
                change.append(
                    {"note/1", "note.write", journal::Record{}.set("who", change.seal("张三").id)});
                return Status(Done{});
            });
        REQUIRE(done.ok());
    }
    void put_a_file() const {
        fs::create_directories(data / "sha256/ab");
        std::ofstream(data / "sha256/ab" / std::string(62, 'c')) << "正文";
    }
    void remove_database() const {
        for (const auto* each : {"gongkai.sqlite", "gongkai.sqlite-wal", "gongkai.sqlite-shm"})
            fs::remove(data / each);
    }
};

}  // namespace

TEST_CASE(
    "where nothing is, an installation begins: with a key of its own, readable by its owner "
    "alone") {
    const Home it;
    CHECK(it.taken_up() == "");
    CHECK(fs::file_size(it.key) == 32);
    CHECK(fs::status(it.key).permissions() == (fs::perms::owner_read | fs::perms::owner_write));
    CHECK(fs::exists(it.data / "installation"));
    CHECK(it.taken_up() == "");
    CHECK(installation_in(it.data / "gongkai.sqlite").size() == 16);
}

TEST_CASE("the database's file is for its owner alone") {
    const Home it;
    CHECK(it.taken_up() == "");
    const auto others = fs::perms::group_all | fs::perms::others_all;
    CHECK((fs::status(it.data / "gongkai.sqlite").permissions() & others) == fs::perms::none);
}

TEST_CASE("a key that is lost is not made anew") {
    const Home it;
    CHECK(it.taken_up() == "");
    it.seal_something();
    fs::remove(it.key);
    CHECK(it.taken_up() == "installation.no-key");
    CHECK(it.taken_up(true) == "installation.no-key");
    CHECK_FALSE(fs::exists(it.key));
    const std::string words = it.words();
    for (const std::string& part : {it.key.string(), it.data.string(), std::string("备份")})
        CHECK(words.find(part) != std::string::npos);
}

TEST_CASE("another installation's key is told from the right one, though nothing is sealed yet") {
    const Home it, other;
    CHECK(it.taken_up() == "");
    CHECK(other.taken_up() == "");
    fs::copy_file(other.key, it.key, fs::copy_options::overwrite_existing);
    CHECK(it.taken_up() == "installation.wrong-key");
    CHECK(it.words().find(it.key.string()) != std::string::npos);
}

TEST_CASE("a database of before ids is taken up with the key that opens it, and no other") {
    const Home it, other;
    CHECK(it.taken_up() == "");
    CHECK(other.taken_up() == "");
    it.seal_something();
    const auto forget = [&] {
        store::open({}, it.data)->transaction([](Connection& connection) {
            connection.run("DELETE FROM installation WHERE region = 0", {});
        });
        fs::remove(it.data / "installation");
    };
    forget();
    fs::copy_file(it.key, it.folder.path / "kept");
    fs::copy_file(other.key, it.key, fs::copy_options::overwrite_existing);
    CHECK(it.taken_up() == "installation.wrong-key");
    fs::copy_file(it.folder.path / "kept", it.key, fs::copy_options::overwrite_existing);
    CHECK(it.taken_up() == "");
    forget();
    fs::remove(it.key);
    CHECK(it.taken_up() == "installation.no-key");
}

TEST_CASE("an empty database beside files is not served as an office that has nothing") {
    const Home it;
    CHECK(it.taken_up() == "");
    it.put_a_file();
    it.remove_database();
    CHECK(it.taken_up() == "installation.no-data");
    CHECK(it.words().find(it.data.string()) != std::string::npos);
    fs::remove(it.data / "installation");
    CHECK(it.taken_up() == "installation.no-data");  // the files alone say enough
    CHECK(it.taken_up(true) == "");
    CHECK(it.taken_up() == "");
}

TEST_CASE("a database without its folder is not served as one that has no texts") {
    const Home it;
    CHECK(it.taken_up() == "");
    it.seal_something();
    const fs::path elsewhere = it.folder.path / "elsewhere";
    fs::create_directory(elsewhere);
    fs::copy_file(it.data / "gongkai.sqlite", elsewhere / "gongkai.sqlite");
    const auto database = store::open({}, elsewhere);
    CHECK(take_up(*database, {elsewhere, it.key}).error().code == "installation.no-files");
    std::ofstream(elsewhere / "installation") << "0123456789abcdef\n";
    CHECK(take_up(*database, {elsewhere, it.key}).error().code == "installation.other-folder");
    CHECK(check_folder(*database, {elsewhere, {}}).error().code == "installation.other-folder");
}

TEST_CASE("on each engine the installation is known again by its key") {
    on_each_engine([](const Place& place) {
        const Folder folder;
        const Belongings it{place.folder.path, folder.path / "office.key"};
        {
            const auto database = place.open();
            migrate(*database);
            CHECK(take_up(*database, it).ok());
        }
        const auto database = place.open();
        CHECK(take_up(*database, it).ok());
        fs::remove(it.key);
        CHECK(take_up(*database, it).error().code == "installation.no-key");
        CHECK(VaultKey::make(it.key, it.data).ok());
        CHECK(take_up(*database, it).error().code == "installation.wrong-key");
    });
}

TEST_CASE("files of an older program beside PostgreSQL are moved before anything starts") {
    if (!has_postgres()) return;
    const Place place(Database::Engine::Postgres);
    const auto database = place.open();
    migrate(*database);
    const Folder folder;
    const Belongings it{place.folder.path, folder.path / "office.key"};
    REQUIRE(take_up(*database, it).ok());
    fs::create_directories(it.data / "sha256" / "ab");
    CHECK(take_up(*database, it).error().code == "installation.files-outside");
    CHECK(take_up(*database, {it.data, it.key, false, true}).ok());
    CHECK(take_up(*database, {it.data, it.key, true}).ok());
    // An empty database beside them is not the one that they belong to.
    const Place another(Database::Engine::Postgres);
    const auto empty = another.open();
    migrate(*empty);
    CHECK(take_up(*empty, {it.data, folder.path / "new.key", false, true}).error().code ==
          "installation.no-data");
}
