#include <doctest/doctest.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <random>
#include <set>
#include <string>

#include "engines.h"
#include "store/sqlite/sqlite_database.h"

using namespace gongkai;

namespace {

constexpr int rounds = 20;

// Runs kill_writer until it has printed so many numbers, and kills it there and then. Answers the
// whole numbers that it printed.
std::set<std::int64_t> write_and_kill(const std::string& file, std::size_t after) {
    int ends[2];
    REQUIRE(pipe(ends) == 0);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
    posix_spawn_file_actions_addclose(&actions, ends[0]);
    posix_spawn_file_actions_addclose(&actions, ends[1]);
    std::string program = GONGKAI_KILL_WRITER, argument = file;
    char* arguments[] = {program.data(), argument.data(), nullptr};
    pid_t child = 0;
    REQUIRE(posix_spawn(&child, program.c_str(), &actions, nullptr, arguments, environ) == 0);
    posix_spawn_file_actions_destroy(&actions);
    close(ends[1]);

    std::string printed;
    char block[4096];
    bool killed = false;
    for (ssize_t size; (size = read(ends[0], block, sizeof block)) > 0;) {
        printed.append(block, std::size_t(size));
        if (!killed && std::size_t(std::ranges::count(printed, '\n')) >= after)
            killed = kill(child, SIGKILL) == 0;
    }
    close(ends[0]);
    int status = 0;
    waitpid(child, &status, 0);
    CHECK(WIFSIGNALED(status));

    std::set<std::int64_t> numbers;
    for (std::size_t at = 0, end; (end = printed.find('\n', at)) != printed.npos; at = end + 1)
        numbers.insert(std::stoll(printed.substr(at, end - at)));
    return numbers;
}

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
        told.merge(write_and_kill(file, 1 + random() % 800));
        const auto database = store::open_sqlite(file);
        const auto first = kept(*database, "first");
        CHECK(std::ranges::includes(first, told));
        CHECK(first == kept(*database, "second"));  // each transaction whole or not at all
    }
    CHECK(told.size() > rounds);
}
