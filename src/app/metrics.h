#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

#include "http/dispatch.h"
#include "http/server.h"
#include "store/checkpoint/admission.h"
#include "store/commit_times.h"

namespace gongkai::app {

// What is looked at each time somebody asks for the figures. All of it outlives the asking.
struct Watched {
    const http::Dispatch& site;
    std::function<std::array<http::LaneLoad, http::lane_count>()> load;
    const store::CommitTimes& commits;
    store::Database& database;
    const store::Admission& admission;
    std::filesystem::path data, checkpoint;
    std::filesystem::path backup;  // empty: not said where
    std::string version;
};

// The figures for Prometheus: of routes, lanes, commits, logs, backups and checkpoints. Routes are
// told by their pattern, bodies by their code: no path, query, name or address is in them.
std::string metrics(const Watched& it, std::int64_t now);

}  // namespace gongkai::app
