#pragma once

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

// What the measurements of the stores share: they print ratios of things that took turns in one
// run, since machines differ and are shared.
namespace gongkai::bench {

using Clock = std::chrono::steady_clock;
using Rate = double;  // a second

inline constexpr int rounds = 5;
inline constexpr std::chrono::milliseconds one_round{1000};
inline constexpr int client_counts[] = {1, 8, 64};

inline double seconds_since(Clock::time_point start) {
    return std::chrono::duration<double>(Clock::now() - start).count();
}

// The median round of each, taking turns so that what else the machine does hits all of them.
inline std::vector<Rate> medians(const std::vector<std::function<Rate()>>& works) {
    std::vector<std::vector<Rate>> rates(works.size());
    for (int round = 0; round < rounds; ++round)
        for (std::size_t i = 0; i < works.size(); ++i)
            rates[i].push_back(works[i]());
    std::vector<Rate> result;
    for (auto& all : rates) {
        std::ranges::sort(all);
        result.push_back(all[all.size() / 2]);
    }
    return result;
}

// Transactions a second of one script of pgbench.
inline Rate pgbench(const std::filesystem::path& script, const std::string& address, int clients) {
    const std::string command = "pgbench -n -M extended -T 1 -j 2 -c " + std::to_string(clients) +
                                " -f '" + script.string() + "' '" + address + "' 2>/dev/null";
    Rate rate = 0;
    FILE* output = popen(command.c_str(), "r");
    char line[256];
    while (output && fgets(line, sizeof line, output))
        std::sscanf(line, "tps = %lf", &rate);
    if (output) pclose(output);
    return rate;
}

}  // namespace gongkai::bench
