// What gongkai doctor finds: each fault with its cause and the way to mend it, and nothing changed.
#include "app/doctor.h"

#include <doctest/doctest.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "../store/engines.h"
#include "app/doctor_command.h"
#include "app/users.h"

using namespace gongkai;
using namespace gongkai::testing;
namespace fs = std::filesystem;

namespace {

constexpr std::int64_t hour = 3'600'000;

// An installation as the first start makes it.
struct Installed {
    explicit Installed(const Place& place) {
        it.office.data = place.folder.path / "data";
        it.office.setting = {};
        if (place.engine == store::Database::Engine::Postgres)
            it.office.setting.database = place.address();
        it.backup = place.folder.path / "backup";
        fs::create_directories(it.office.data);
        (void)app::Office::open(it.office).value()->checkpoints().advance(app::Office::now());
    }

    std::string said() const {
        std::ostringstream out;
        app::tell(app::diagnose(it, app::Office::now()), out);
        return out.str();
    }
    // What stands behind a topic that is wrong; empty where it is not.
    std::string wrong(std::string_view topic) const {
        const auto all = app::diagnose(it, app::Office::now());
        const auto found = std::ranges::find_if(all, [&](const app::Diagnosis& each) {
            return each.topic == topic && each.health == app::Health::Bad;
        });
        return found == all.end() ? "" : found->said + found->mend;
    }

    app::DoctorPlace it;
};

bool has(const std::string& text, std::string_view part) { return text.find(part) != text.npos; }

void on_each(const std::function<void(Installed&)>& body) {
    on_each_engine([&](const Place& place) {
        Installed installed(place);
        body(installed);
    });
}

}  // namespace

TEST_CASE("an installation that is well has nothing wrong, and is not changed by looking") {
    on_each([](Installed& at) {
        for (const auto* topic : {"设置", "规则文件", "数据文件夹", "密钥", "数据库", "检查点"})
            CHECK_MESSAGE(at.wrong(topic) == "", topic);
        CHECK(has(at.said(), "[正常] 检查点"));
    });
}

TEST_CASE("where nothing is yet, nothing is made") {
    const Folder folder;
    app::DoctorPlace it;
    it.office.data = folder.path / "data";
    it.office.setting = {};
    const auto all = app::diagnose(it, app::Office::now());
    CHECK(
        std::ranges::any_of(all, [](const auto& each) { return has(each.said, "还没有数据库"); }));
    CHECK(fs::is_empty(folder.path));
}

TEST_CASE("a key that is gone or another's, and a checkpoint that is gone, are found") {
    on_each([](Installed& at) {
        const auto key = app::key_of(at.it.office), away = fs::path(key.string() + ".away");
        fs::rename(key, away);
        CHECK(has(at.wrong("密钥"), key.string()));
        std::ofstream(key) << std::string(32, 'x');
        fs::permissions(key, fs::perms::owner_read);
        CHECK(has(at.wrong("数据库"), "不是数据文件夹"));
        fs::permissions(key, fs::perms::group_read, fs::perm_options::add);
        CHECK(has(at.wrong("密钥"), key.string()));
        fs::rename(away, key);
        fs::remove(app::checkpoint_of(at.it.office));
        CHECK(at.wrong("检查点") != "");
    });
}

TEST_CASE("a database of a newer program is found, of an older one is noted") {
    on_each([](Installed& at) {
        const auto database = store::open(at.it.office.setting, at.it.office.data);
        database->transaction([](store::Connection& connection) {
            connection.run("INSERT INTO schema_migration (version) VALUES (9999)", {});
        });
        CHECK(has(at.wrong("数据库"), "较新的程序"));
    });
}

TEST_CASE("a server that is away is found, and its password is not told") {
    const Folder folder;
    app::DoctorPlace it;
    it.office.data = folder.path / "data";
    fs::create_directory(it.office.data);
    it.office.setting.database = "postgresql://gongkai:canary-77@127.0.0.1:1/x?connect_timeout=2";
    std::ostringstream out;
    CHECK(app::tell(app::diagnose(it, app::Office::now()), out) == 1);
    CHECK(has(out.str(), "[有误] 数据库"));
    CHECK_FALSE(has(out.str(), "canary-77"));
}

TEST_CASE("a backup that is old or missing is found") {
    const Folder folder;
    app::DoctorPlace it;
    it.office.setting = {};
    it.backup = folder.path / "backup";
    const auto health = [&](std::int64_t now) {
        app::Diagnoses all;
        app::diagnose_backup(it, now, all);
        return all.at(0).health;
    };
    constexpr std::int64_t made = 1'796'012'100'000;  // 2026-11-30 04:15:00 UTC
    CHECK(health(made) == app::Health::Bad);
    fs::create_directories(it.backup / "states/20261130T041500.000Z");
    std::ofstream(it.backup / "states/20261130T041500.000Z/state.json") << "{}";
    CHECK(health(made + 26 * hour) == app::Health::Good);
    CHECK(health(made + 27 * hour) == app::Health::Note);
    CHECK(health(made + 169 * hour) == app::Health::Bad);
    it.backup.clear();
    CHECK(health(made) == app::Health::Note);
}

TEST_CASE("files of rules and settings with faults are all told") {
    on_each([](Installed& at) {
        fs::create_directories(at.it.office.data / "settings");
        std::ofstream(at.it.office.data / "settings/accounts.json") << "{";
        at.it.site = at.it.office.data / "no-site.json";
        at.it.settings = app::parse_machine_settings("port = x\n");
        const auto said = at.said();
        CHECK(has(said, "accounts.json"));
        CHECK(has(said, "no-site.json"));
        CHECK(has(said, "第 1 行：port"));
    });
}

TEST_CASE(
    "root does not work in the data folder of another user, and doctor says whose files are") {
    if (::geteuid() != 0) return;
    on_each([](Installed& at) {
        constexpr uid_t nobody = 65534;
        REQUIRE(::chown(at.it.office.data.c_str(), nobody, nobody) == 0);
        const auto refused = app::Office::open(at.it.office);
        REQUIRE_FALSE(refused.ok());
        CHECK(refused.error().code == "office.user");
        CHECK(has(refused.error().message, "runuser -u nobody -- gongkai"));
        CHECK(has(at.wrong("数据文件夹"), "chown nobody:"));
        REQUIRE(::chown(at.it.office.data.c_str(), 0, 0) == 0);
        CHECK(app::Office::open(at.it.office).ok());
    });
}
