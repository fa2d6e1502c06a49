#include <doctest/doctest.h>

#include <cstdlib>
#include <fstream>
#include <map>
#include <random>
#include <sstream>

#include "../store/kill/killed.h"
#include "office_for_tests.h"
#include "store/postgres/postgres_database.h"
#include "store/sqlite/sqlite_database.h"

using namespace gongkai;
using namespace gongkai::testing;

namespace {

constexpr std::size_t writers = 16;
constexpr int each_crashes = 2;  // every second round

// Acknowledged acts by the request's body and number.
using Told = std::map<std::string, std::size_t>;

void note(Told& told, const std::set<std::string>& lines) {
    for (const auto& line : lines) {
        const auto end = line.rfind(' ');
        auto& acts = told[line.substr(0, end)];
        acts = std::max(acts, std::size_t(std::stoul(line.substr(end + 1))));
    }
}

// Nothing acknowledged is lost, and of what was not acknowledged at most one act of each writer and
// round is there, and each once.
void check(TestOffice& it, const Told& told, std::size_t rounds) {
    Told found;
    it.ledger.look([&](const journal::View& view) {
        for (const auto& organ : it.organs.all(view, region))
            it.requests.each(view, organ.key, [&](const requests::Request& request) {
                found[std::to_string(organ.key.organ) + " " + request.key().number] =
                    request.acts().size();
            });
    });
    std::size_t more = 0;
    for (const auto& [request, acts] : told)
        CHECK_MESSAGE(found[request] >= acts, request);
    for (const auto& [request, acts] : found) {
        const auto known = told.find(request);
        more += acts - (known == told.end() ? 0 : known->second);
    }
    CHECK(more <= writers * rounds * 2);
    CHECK(it.faults() == "");
}

void run_script(const std::string& arguments) {
    const std::string command =
        "GONGKAI_POSTGRES_NAME=killed " GONGKAI_SOURCE_DIR "/tools/test_postgres.sh " + arguments;
    REQUIRE(std::system(command.c_str()) == 0);
}

// A PostgreSQL of its own that may be crashed without harm to other tests.
struct OwnServer {
    OwnServer() {
        const Folder folder;
        run_script("start >" + (folder.path / "address").string());
        std::getline(std::ifstream(folder.path / "address"), address);
        setenv("GONGKAI_KILL_DATABASE", address.c_str(), 1);
    }
    ~OwnServer() {
        unsetenv("GONGKAI_KILL_DATABASE");
        (void)!std::system("GONGKAI_POSTGRES_NAME=killed " GONGKAI_SOURCE_DIR
                           "/tools/test_postgres.sh stop");
    }
    OwnServer(const OwnServer&) = delete;
    OwnServer& operator=(const OwnServer&) = delete;
    std::string address;
};

using Open = std::function<std::unique_ptr<store::Database>()>;
void kill_in_rounds(const std::filesystem::path& folder, int rounds, const Open& open,
                    const std::function<void()>& crash) {
    const auto seed = std::random_device{}();
    CAPTURE(seed);
    std::mt19937 random(seed);
    Told told;
    for (int round = 0; round < rounds; ++round) {
        const auto lines =
            lines_until_killed(GONGKAI_KILL_DESK, folder, 1 + random() % 150,
                               round % each_crashes == 0 ? crash : std::function<void()>());
        CHECK_FALSE(lines.empty());
        note(told, lines);
        const auto database = open();
        TestOffice it(*database,
                      store::VaultKey::load(folder / "office.key", folder / "data").value());
        check(it, told, std::size_t(round) + 1);
    }
}

}  // namespace

TEST_CASE("every acknowledged act is there after the program was killed, and the journal holds") {
    const Folder folder;
    kill_in_rounds(folder.path, rounds_or("GONGKAI_KILL_ROUNDS", 20),
                   [&] { return store::open_sqlite(folder.path / "office.sqlite"); }, {});
}

TEST_CASE("every acknowledged act is there after program and PostgreSQL were killed") {
    if (!has_postgres()) return;
    const Folder folder;
    const OwnServer server;
    kill_in_rounds(
        folder.path, rounds_or("GONGKAI_KILL_ROUNDS_POSTGRES", 5),
        [&] { return store::open_postgres(server.address, 4); }, [] { run_script("crash"); });
}
