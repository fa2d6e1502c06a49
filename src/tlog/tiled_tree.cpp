#include "tlog/tiled_tree.h"

#include <bit>

#include "base/damaged.h"

namespace gongkai::tlog {

using journal::split;

namespace {

constexpr int bits_of_width = 8;

}  // namespace

Digest TiledTree::leaf(std::int64_t index) const { return full_subtree(index, 1); }

// One of 2^n leaves lies in the tiles of level n / 8: it is the root of 2^(n mod 8) hashes there.
Digest TiledTree::full_subtree(std::int64_t from, std::int64_t count) const {
    const int height = std::countr_zero(std::uint64_t(count)), level = height / bits_of_width;
    const auto wide = std::int64_t{1} << (height % bits_of_width);
    const auto first = from >> (bits_of_width * level);
    const auto number = first / tile_width, here = first % tile_width;
    const auto width = width_in(size_, level, number);
    const std::string hashes = read_({level, number, width});
    if (hashes.size() < std::size_t(width) * sizeof(Digest))
        throw Damaged("存证日志的 " + path({level, number, width}) + " 不完整");
    return journal::root_of<Sha256Hash>(
        digests_in(hashes).subspan(std::size_t(here), std::size_t(wide)));
}

Digest TiledTree::root_of(std::int64_t from, std::int64_t count) const {
    if (count == 0) return Sha256Hash::nothing();
    if (std::has_single_bit(std::uint64_t(count))) return full_subtree(from, count);
    const auto left = split(count);
    return Sha256Hash::node(root_of(from, left), root_of(from + left, count - left));
}

std::vector<Digest> TiledTree::inclusion(std::int64_t index) const {
    std::vector<Digest> path;
    include(index, 0, size_, path);
    return path;
}

void TiledTree::include(std::int64_t index, std::int64_t from, std::int64_t count,
                        std::vector<Digest>& path) const {
    if (count == 1) return;
    const auto left = split(count);
    if (index < from + left) {
        include(index, from, left, path);
        path.push_back(root_of(from + left, count - left));
    } else {
        include(index, from + left, count - left, path);
        path.push_back(root_of(from, left));
    }
}

std::vector<Digest> TiledTree::consistency(std::int64_t first) const {
    std::vector<Digest> path;
    if (first > 0) extend(first, 0, size_, true, path);
    return path;
}

// SUBPROOF of RFC 6962 2.1.2: whoever asks knows the root of the first tree where it is whole.
void TiledTree::extend(std::int64_t first, std::int64_t from, std::int64_t count, bool is_whole,
                       std::vector<Digest>& path) const {
    if (first == count) {
        if (!is_whole) path.push_back(root_of(from, count));
        return;
    }
    const auto left = split(count);
    if (first <= left) {
        extend(first, from, left, is_whole, path);
        path.push_back(root_of(from + left, count - left));
    } else {
        extend(first - left, from + left, count - left, false, path);
        path.push_back(root_of(from, left));
    }
}

}  // namespace gongkai::tlog
