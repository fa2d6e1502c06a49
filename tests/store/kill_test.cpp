#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <random>
#include <set>
#include <string>
#include <thread>

#include "engines.h"
#include "kill/killed.h"
#include "small_disk.h"
#include "store/sqlite/sqlite_database.h"

using namespace gongkai;

namespace {

constexpr int each_is_troubled = 4;  // every fourth round

std::set<std::int64_t> kept(store::Database& database, const std::string& table) {
    std::set<std::int64_t> numbers;
    database.each("SELECT n FROM " + table, {},
                  [&](const store::Row& row) { numbers.insert(store::whole(row[0])); });
    return numbers;
}

}  // namespace

TEST_CASE("whatever was told to be committed is there after the program was killed") {
    const testing::Folder folder;
    const testing::SmallDisk disk(folder.path, 64);
    const std::string file = folder.path / "test.sqlite";
    const auto seed = std::random_device{}();
    CAPTURE(seed);
    std::mt19937 random(seed);
    const int rounds = testing::rounds_or("GONGKAI_KILL_ROUNDS", 20);
    std::set<std::int64_t> told;
    const auto full_for_a_while = [&] {
        disk.fill();
        std::this_thread::sleep_for(std::chrono::milliseconds{100});
        disk.free();
    };
    for (int round = 0; round < rounds; ++round) {
        std::function<void()> trouble;
        if (disk.is_there() && round % each_is_troubled == 0) trouble = full_for_a_while;
        for (const auto& line :
             testing::lines_until_killed(GONGKAI_KILL_WRITER, file, 1 + random() % 800, trouble))
            told.insert(std::stoll(line));
        const auto database = store::open_sqlite(file);
        const auto first = kept(*database, "first");
        CHECK(std::ranges::includes(first, told));
        CHECK(first == kept(*database, "second"));  // each transaction whole or not at all
        CHECK(database->damage().empty());
    }
    CHECK(told.size() > std::size_t(rounds));
}
