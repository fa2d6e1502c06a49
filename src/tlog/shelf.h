#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "journal/entry.h"
#include "tlog/note.h"
#include "tlog/tiled_tree.h"

namespace gongkai::tlog {

// Where the tiles of logs are kept. They stand for what is durable in the journal and may lag
// behind it by a second, never lead. From many threads; a store that cannot be reached throws.
class Shelf {
public:
    virtual ~Shelf() = default;

    // The tree as far as there are tiles of it; nothing of a log that has none yet.
    virtual std::optional<TreeHead> head(const journal::LogKey& log) const = 0;
    // As wide as it is by now; empty where there is none.
    virtual std::string hashes(const journal::LogKey& log, int level,
                               std::int64_t number) const = 0;

    // The last checkpoint that each witness cosigned, the largest first.
    virtual std::vector<Note> cosigned(const journal::LogKey& log) const = 0;
    // The logs that are longer than what this witness cosigned last, with the size of that.
    virtual std::vector<std::pair<journal::LogKey, std::int64_t>> grown_since_cosigned(
        const std::string& witness) const = 0;
    virtual void keep_cosigned(const journal::LogKey& log, const std::string& witness,
                               std::int64_t size, const Note& note) = 0;

    TiledTree tree(const journal::LogKey& log, std::int64_t size) const {
        return {size, [this, log](const Tile& it) { return hashes(log, it.level, it.number); }};
    }
};

}  // namespace gongkai::tlog
