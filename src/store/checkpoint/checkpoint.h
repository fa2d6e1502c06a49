#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "base/result.h"
#include "base/signature.h"
#include "journal/entry.h"
#include "journal/tree.h"

// Checkpoints: what the logs of a database were a moment ago, signed and kept away from the data,
// so that a database that is set back to an older state does not look whole (docs/journal.md).
namespace gongkai::store {

// What a log was. It may have grown since, and never be another below that size.
struct Mark {
    // How often an administrator had gone on after the log had been set back: of two branches of a
    // log the one with the greater turn is the one that holds.
    std::int64_t turn = 0;
    journal::Frontier tree;        // its size and root, and what a later tree is reckoned on from
    std::int64_t recorded_at = 0;  // of its last entry, milliseconds since 1970 UTC
    // The last number of each series that was handed out: 13 of "request/2026-".
    std::map<std::string, std::int64_t> serials;

    friend bool operator==(const Mark& a, const Mark& b) {
        return a.turn == b.turn && a.tree.size() == b.tree.size() &&
               a.tree.bytes() == b.tree.bytes() && a.recorded_at == b.recorded_at &&
               a.serials == b.serials;
    }
};

// Notes the number of a subject, such as request/2026-0013, unless a greater one is known.
void note_serial(std::map<std::string, std::int64_t>& serials, std::string_view subject);

struct Checkpoint {
    std::string installation;     // id of the database's (store/installation.h)
    std::int64_t written_at = 0;  // milliseconds since 1970 UTC
    std::map<journal::LogKey, Mark> logs;
};

// A line of JSON, and a line with the public half and the signature of the first one's bytes.
std::string signed_text(const Checkpoint& it, const SigningKey& key);

// Refusals, with a sentence that names the file: checkpoint.torn (it is not whole or was changed),
// checkpoint.foreign (it is another installation's).
Result<Checkpoint> read_checkpoint(std::string_view text, const std::string& file,
                                   const std::string& installation, const SigningKey& key);

}  // namespace gongkai::store
