#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"

// A backup of an installation on SQLite: a folder that holds any number of its states.
//
//   backup.json               of which installation it is
//   files/ab/cdef…            what sha256/ of the data folder has, each file once
//   states/20261130T041500.123Z/  one state: gongkai.sqlite, installation, settings/, and
//                             state.json, which is written last and says what belongs to it
//
// The key is never in it. On PostgreSQL files lie in the database, whose own tools back it up.
namespace gongkai::store::backup {

// What is under way, in a Chinese word, with how much of how much is done.
using Progress = std::function<void(std::string_view what, std::uint64_t done, std::uint64_t all)>;

struct Outcome {
    std::string state;                 // its name
    std::uint64_t files = 0;           // that belong to it
    std::uint64_t copied = 0;          // of these now; the others were there
    std::uint64_t bytes = 0;           // that were copied, the database among them
    std::vector<std::string> removed;  // older states beyond those that are kept
    // Files that records name and the data folder has no more; an earlier copy of one is kept on.
    std::vector<std::string> lost;
    std::vector<std::string> damaged;  // files of the data folder that are no longer what they were
};

// The state as it is now, while the program serves. Goes on where an earlier try broke off. Keeps
// the newest `keep` states and the files that they name. Refusals: backup.inside (the target lies
// in the data folder or holds it), backup.other (it is another installation's), backup.busy,
// backup.no-data, backup.damaged (states without the mark of whose they are). Throws StoreError
// where the disk does not do.
Result<Outcome> back_up(const std::filesystem::path& data, const std::filesystem::path& target,
                        std::int64_t now, int keep, const Progress& told);

struct Fault {
    std::string state;  // empty: of the backup as a whole
    std::string what;
};
// Whether each state has all that belongs to it, bytes as they were, and whether its logs are as
// long and have the tree roots that they had. Refusal backup.none where it is no backup.
Result<std::vector<Fault>> check(const std::filesystem::path& target, const Progress& told);

// Puts a state (the newest where none is named) into a data folder that is not there or empty, and
// holds all of it against its digests and tree roots before the folder has its name. Refusals
// backup.none, backup.state (there is no such state), backup.not-empty, backup.busy,
// backup.damaged.
Result<Outcome> restore(const std::filesystem::path& target, const std::string& state,
                        const std::filesystem::path& data, const Progress& told);

// The names of the states, oldest first.
std::vector<std::string> states(const std::filesystem::path& target);
// When the newest was made, in milliseconds since 1970 UTC; nothing where there is none.
std::optional<std::int64_t> newest_at(const std::filesystem::path& target);

}  // namespace gongkai::store::backup
