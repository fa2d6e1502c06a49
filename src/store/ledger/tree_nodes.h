#pragma once

#include <map>
#include <mutex>
#include <optional>
#include <vector>

#include "journal/entry.h"
#include "journal/tree.h"
#include "store/database.h"

namespace gongkai::store {

// Roots of the full subtrees of logs, kept in memory from 256 leaves on, so that a proof reads a
// few hundred leaves and not the whole log. The first proof of a log reads it once. From many
// threads.
class TreeNodes {
public:
    struct Path {
        Sm3 leaf{};
        journal::TreeHead head;
        std::vector<Sm3> path;
    };
    // Of one leaf in the tree of the first `size`, more than `index` and no more than the head
    // says; nothing where the log has not so many whole leaves. What is known of another log than
    // the head's, because it was set back or changed, is forgotten first.
    std::optional<Path> prove(Connection& connection, const journal::LogKey& log,
                              const journal::TreeHead& head, std::int64_t index, std::int64_t size);

private:
    // levels[k][i] is the root of leaves from i * 256 * 2^k on, as many as that.
    using Levels = std::vector<std::vector<Sm3>>;
    std::mutex mutex_;
    std::map<journal::LogKey, Levels> known_;

    bool learn(Connection& connection, const journal::LogKey& log, std::int64_t size,
               Levels& levels);
};

}  // namespace gongkai::store
