#pragma once

#include <functional>
#include <string>
#include <vector>

#include "tlog/hash.h"
#include "tlog/tile.h"

namespace gongkai::tlog {

// The hashes of a tile, at least as many as its width; fewer or none where they are lost.
using ReadTile = std::function<std::string(const Tile&)>;

// A tree of so many leaves whose tiles are read as they are needed: a proof reads a few for each
// level. Throws gongkai::Damaged where one is not whole.
class TiledTree {
public:
    TiledTree(std::int64_t size, ReadTile read) : size_(size), read_(std::move(read)) {}

    Digest root() const { return root_of(0, size_); }
    Digest leaf(std::int64_t index) const;
    // RFC 6962 2.1.1; `index` is below the size.
    std::vector<Digest> inclusion(std::int64_t index) const;
    // RFC 6962 2.1.2; `first` is not above the size.
    std::vector<Digest> consistency(std::int64_t first) const;

private:
    std::int64_t size_;
    ReadTile read_;

    Digest full_subtree(std::int64_t from, std::int64_t count) const;
    Digest root_of(std::int64_t from, std::int64_t count) const;
    void include(std::int64_t index, std::int64_t from, std::int64_t count,
                 std::vector<Digest>& path) const;
    void extend(std::int64_t first, std::int64_t from, std::int64_t count, bool is_whole,
                std::vector<Digest>& path) const;
};

}  // namespace gongkai::tlog
