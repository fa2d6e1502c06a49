#include <doctest/doctest.h>

#include <cstdlib>
#include <random>
#include <sstream>

#include "../store/kill/killed.h"
#include "office_for_tests.h"
#include "store/sqlite/sqlite_database.h"

using namespace gongkai;
using namespace gongkai::testing;

namespace {

// More in the long run.
int rounds() {
    const char* wanted = std::getenv("GONGKAI_KILL_ROUNDS");
    return wanted ? std::atoi(wanted) : 12;
}

void check_told(TestOffice& it, const std::string& line) {
    std::istringstream words(line);
    std::int64_t organ = 0;
    std::string number;
    std::size_t acts = 0;
    words >> organ >> number >> acts;
    it.ledger.look([&](const journal::View& view) {
        const auto found = it.requests.find(view, {{region, organ}, number});
        REQUIRE_MESSAGE(found.ok(), line);
        CHECK_MESSAGE(found.value().acts().size() >= acts, line);
    });
}

}  // namespace

TEST_CASE("every acknowledged act is there after the program was killed, and the journal holds") {
    const Folder folder;
    const auto seed = std::random_device{}();
    CAPTURE(seed);
    std::mt19937 random(seed);
    for (int round = 0; round < rounds(); ++round) {
        const auto told = lines_until_killed(GONGKAI_KILL_DESK, folder.path, 1 + random() % 150);
        CHECK_FALSE(told.empty());
        const auto database = store::open_sqlite(folder.path / "office.sqlite");
        TestOffice it(
            *database,
            store::VaultKey::load(folder.path / "office.key", folder.path / "data").value());
        for (const auto& line : told)
            check_told(it, line);
        CHECK(it.faults() == "");
    }
}
