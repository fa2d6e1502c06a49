#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <set>
#include <string>

#include "engines.h"
#include "kill/killed.h"
#include "store/sqlite/sqlite_database.h"

using namespace gongkai;

namespace {

constexpr int rounds = 20;

std::set<std::int64_t> kept(store::Database& database, const std::string& table) {
    std::set<std::int64_t> numbers;
    database.each("SELECT n FROM " + table, {},
                  [&](const store::Row& row) { numbers.insert(store::whole(row[0])); });
    return numbers;
}

}  // namespace

TEST_CASE("whatever was told to be committed is there after the program was killed") {
    const testing::Folder folder;
    const std::string file = folder.path / "test.sqlite";
    const auto seed = std::random_device{}();
    CAPTURE(seed);
    std::mt19937 random(seed);
    std::set<std::int64_t> told;
    for (int round = 0; round < rounds; ++round) {
        for (const auto& line :
             testing::lines_until_killed(GONGKAI_KILL_WRITER, file, 1 + random() % 800))
            told.insert(std::stoll(line));
        const auto database = store::open_sqlite(file);
        const auto first = kept(*database, "first");
        CHECK(std::ranges::includes(first, told));
        CHECK(first == kept(*database, "second"));  // each transaction whole or not at all
    }
    CHECK(told.size() > rounds);
}
