#include "killed.h"

#include <doctest/doctest.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <cstdlib>

namespace gongkai::testing {

std::set<std::string> lines_until_killed(const std::string& program, const std::string& argument,
                                         std::size_t after, const std::function<void()>& trouble) {
    int ends[2];
    REQUIRE(pipe(ends) == 0);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
    posix_spawn_file_actions_addclose(&actions, ends[0]);
    posix_spawn_file_actions_addclose(&actions, ends[1]);
    std::string program_text = program, argument_text = argument;
    char* arguments[] = {program_text.data(), argument_text.data(), nullptr};
    pid_t child = 0;
    REQUIRE(posix_spawn(&child, program.c_str(), &actions, nullptr, arguments, environ) == 0);
    posix_spawn_file_actions_destroy(&actions);
    close(ends[1]);

    std::string printed;
    char block[4096];
    bool killed = false, troubled = !trouble;
    for (ssize_t size; (size = read(ends[0], block, sizeof block)) > 0;) {
        printed.append(block, std::size_t(size));
        const auto lines = std::size_t(std::ranges::count(printed, '\n'));
        if (!troubled && lines >= (after + 1) / 2) {
            troubled = true;
            trouble();
        }
        if (!killed && lines >= after) killed = kill(child, SIGKILL) == 0;
    }
    close(ends[0]);
    int status = 0;
    waitpid(child, &status, 0);
    CHECK(WIFSIGNALED(status));

    std::set<std::string> lines;
    for (std::size_t at = 0, end; (end = printed.find('\n', at)) != printed.npos; at = end + 1)
        lines.insert(printed.substr(at, end - at));
    return lines;
}

int rounds_or(const char* variable, int usual) {
    const char* wanted = std::getenv(variable);
    return wanted ? std::atoi(wanted) : usual;
}

}  // namespace gongkai::testing
