#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

// The arithmetic of tiles: which there are of a tree, and where they lie.
namespace gongkai::tlog {

inline constexpr std::int64_t tile_width = 256;  // of a full one
inline constexpr int entries_level = -1;         // of bundles, which hold entries instead of hashes

// Some hashes of one level side by side: level 0 has the leaves', level l the roots of the full
// tiles below. A tile of a smaller width than 256 is a partial one.
struct Tile {
    int level = 0;
    std::int64_t number = 0;
    std::int64_t width = tile_width;
    friend bool operator==(const Tile&, const Tile&) = default;
};

// How many hashes of a level a tree of so many leaves has: those of full subtrees alone. Bundles
// are as wide as tiles of level 0.
std::int64_t hashes_at(int level, std::int64_t size);
// How wide a tile is in a tree of that size; 0: there is none.
std::int64_t width_in(std::int64_t size, int level, std::int64_t number);

// x001/x234/067 of 1234067.
std::string index_path(std::int64_t number);
// tile/0/x001/x234/067.p/12; tile/entries/000.
std::string path(const Tile& tile);
// The tile of a path without "tile/"; nothing unless it is written as above.
std::optional<Tile> tile_at(std::string_view path);

}  // namespace gongkai::tlog
