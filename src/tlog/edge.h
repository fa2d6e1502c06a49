#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "tlog/hash.h"
#include "tlog/tile.h"

namespace gongkai::tlog {

// A tile with its hashes, 32 bytes each.
struct FilledTile {
    int level = 0;
    std::int64_t number = 0;
    std::string hashes;
};

// The right edge of a tree in tiles: the partial tile of each level. From it the tree grows, and
// its root is reckoned.
class Edge {
public:
    Edge() = default;
    // Of a tree that is kept: the last, partial tile of each level, empty where there is none.
    // Nothing where their widths are not those of a tree of that size.
    static std::optional<Edge> of(std::int64_t size, std::vector<std::string> partial);
    // How many levels have tiles in a tree of that size.
    static int levels(std::int64_t size);

    void add(const Digest& leaf);
    std::int64_t size() const { return size_; }
    Digest root() const;
    // The tiles that are other than when this began or was asked last.
    std::vector<FilledTile> changed();

private:
    std::int64_t size_ = 0;
    std::vector<std::string> partial_;  // by level
    std::vector<bool> is_changed_;
    std::vector<FilledTile> full_;

    void put(std::size_t level, const Digest& hash);
};

}  // namespace gongkai::tlog
