#pragma once

#include <bit>
#include <cstdint>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "base/digest_engine.h"
#include "journal/tree.h"

// The Merkle tree of RFC 6962 2.1 over any hash of 32 bytes. `Hash` says how: leaf(bytes of an
// entry), node(left, right), and nothing(), the root of a tree without leaves.
namespace gongkai::journal {

// A tree that only grows: the roots of its full subtrees, from the largest to the smallest. One
// more leaf costs as many digests as there are ones at the end of the size.
template <class Hash>
class FrontierOf {
public:
    FrontierOf() = default;

    void add(const Digest& leaf) {
        Digest node = leaf;
        for (auto ones = std::countr_one(std::uint64_t(size_)); ones > 0; --ones) {
            node = Hash::node(roots_.back(), node);
            roots_.pop_back();
        }
        roots_.push_back(node);
        ++size_;
    }

    std::int64_t size() const { return size_; }

    Digest root() const {  // of no leaves: the digest of nothing
        if (roots_.empty()) return Hash::nothing();
        Digest node = roots_.back();
        for (auto it = roots_.rbegin() + 1; it != roots_.rend(); ++it)
            node = Hash::node(*it, node);
        return node;
    }

    const std::vector<Digest>& roots() const { return roots_; }

    // For keeping: the subtrees' roots, 32 bytes each.
    std::string bytes() const {
        std::string out;
        for (const Digest& root : roots_)
            out += gongkai::bytes(root);
        return out;
    }

    // Nothing unless there are as many roots as a tree of that size has.
    static std::optional<FrontierOf> of(std::int64_t size, std::string_view bytes) {
        constexpr std::size_t each = sizeof(Digest);
        if (size < 0 || bytes.size() != each * std::size_t(std::popcount(std::uint64_t(size))))
            return {};
        FrontierOf tree;
        tree.size_ = size;
        for (std::size_t at = 0; at < bytes.size(); at += each)
            tree.roots_.push_back(*sm3_of_bytes(bytes.substr(at, each)));
        return tree;
    }

private:
    std::int64_t size_ = 0;
    std::vector<Digest> roots_;
};

template <class Hash>
Digest root_of(std::span<const Digest> leaves) {
    FrontierOf<Hash> tree;
    for (const Digest& leaf : leaves)
        tree.add(leaf);
    return tree.root();
}

// The largest power of two below n, for n > 1: where a tree of n leaves is split.
inline std::int64_t split(std::int64_t n) {
    return std::int64_t(std::bit_floor(std::uint64_t(n - 1)));
}

// The audit path of leaf `index` (RFC 6962 2.1.1). Throws std::out_of_range without such a leaf.
template <class Hash>
std::vector<Digest> path_of(std::span<const Digest> leaves, std::int64_t index) {
    if (index < 0 || std::size_t(index) >= leaves.size())
        throw std::out_of_range("no such leaf in the tree");
    std::vector<Digest> path;
    auto at = std::size_t(index);
    while (leaves.size() > 1) {
        const auto left = std::size_t(split(std::int64_t(leaves.size())));
        const bool here = at < left;
        path.insert(path.begin(), root_of<Hash>(here ? leaves.subspan(left) : leaves.first(left)));
        leaves = here ? leaves.first(left) : leaves.subspan(left);
        if (!here) at -= left;
    }
    return path;
}

inline bool operator==(const TreeHead& a, const TreeHead& b) {
    return a.size == b.size && a.root == b.root;
}

// The way of a leaf to the root of a tree (RFC 9162 2.1.3.2): the last node of a level has no
// sibling unless it is a right child.
class Climb {
public:
    Climb(std::int64_t index, std::int64_t size)
        : node_(std::uint64_t(index)), last_(std::uint64_t(size - 1)) {}

    bool is_at_root() const { return last_ == 0; }
    // Goes up by the next node of a path; whether that one stands to the left.
    bool takes_left() {
        const bool left = (node_ & 1) != 0 || node_ == last_;
        while (left && (node_ & 1) == 0 && node_ != 0)
            up();
        up();
        return left;
    }
    void leave_right_children() {
        while ((node_ & 1) != 0)
            up();
    }

private:
    std::uint64_t node_, last_;

    void up() { node_ >>= 1, last_ >>= 1; }
};

// Whether the path leads from the leaf to the root of a tree of that size.
template <class Hash>
bool leads_to(const Digest& leaf, std::int64_t index, std::span<const Digest> path,
              const TreeHead& head) {
    if (index < 0 || index >= head.size) return false;
    Climb climb(index, head.size);
    Digest hash = leaf;
    for (const Digest& sibling : path) {
        if (climb.is_at_root()) return false;
        hash = climb.takes_left() ? Hash::node(sibling, hash) : Hash::node(hash, sibling);
    }
    return climb.is_at_root() && hash == head.root;
}

// What begins() asks of two trees that are not empty, the second the larger.
template <class Hash>
bool grew_to(const TreeHead& first, const TreeHead& second, std::span<const Digest> path) {
    Climb climb(first.size - 1, second.size);
    climb.leave_right_children();
    // A first tree that is a full subtree of the second is its own place to begin with.
    const bool is_full = std::has_single_bit(std::uint64_t(first.size));
    if (!is_full && path.empty()) return false;
    Digest older = is_full ? first.root : path.front(), newer = older;
    for (const Digest& sibling : path.subspan(is_full ? 0 : 1)) {
        if (climb.is_at_root()) return false;
        const bool left = climb.takes_left();
        if (left) older = Hash::node(sibling, older);
        newer = left ? Hash::node(sibling, newer) : Hash::node(newer, sibling);
    }
    return climb.is_at_root() && older == first.root && newer == second.root;
}

// Whether the path shows that the first tree is the beginning of the second (RFC 6962 2.1.2, by the
// steps of RFC 9162 2.1.4.2). A tree without leaves is the beginning of any, by no path.
template <class Hash>
bool begins(const TreeHead& first, const TreeHead& second, std::span<const Digest> path) {
    if (first.size < 0 || first.size > second.size) return false;
    if (first.size == second.size) return path.empty() && first.root == second.root;
    if (first.size == 0) return path.empty() && first.root == Hash::nothing();
    return grew_to<Hash>(first, second, path);
}

}  // namespace gongkai::journal
