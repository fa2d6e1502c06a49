#include "journal/tree.h"

#include <bit>
#include <stdexcept>

namespace gongkai::journal {

namespace {

using namespace std::string_view_literals;

// The largest power of two below n, for n > 1: where a tree of n leaves is split.
std::size_t split(std::size_t n) { return std::bit_floor(n - 1); }

Sm3 root_of(std::span<const Sm3> leaves) {
    Frontier tree;
    for (const Sm3& leaf : leaves)
        tree.add(leaf);
    return tree.root();
}

}  // namespace

Sm3 leaf_hash(std::string_view entry) { return sm3({"\0"sv, entry}); }

Sm3 node_hash(const Sm3& left, const Sm3& right) {
    return sm3({"\1"sv, bytes(left), bytes(right)});
}

void Frontier::add(const Sm3& leaf) {
    Sm3 node = leaf;
    for (auto ones = std::countr_one(std::uint64_t(size_)); ones > 0; --ones) {
        node = node_hash(roots_.back(), node);
        roots_.pop_back();
    }
    roots_.push_back(node);
    ++size_;
}

Sm3 Frontier::root() const {
    if (roots_.empty()) return sm3({});
    Sm3 node = roots_.back();
    for (auto it = roots_.rbegin() + 1; it != roots_.rend(); ++it)
        node = node_hash(*it, node);
    return node;
}

std::string Frontier::bytes() const {
    std::string out;
    for (const Sm3& root : roots_)
        out += gongkai::bytes(root);
    return out;
}

std::optional<Frontier> Frontier::of(std::int64_t size, std::string_view bytes) {
    constexpr std::size_t each = sizeof(Sm3);
    if (size < 0 || bytes.size() != each * std::size_t(std::popcount(std::uint64_t(size))))
        return {};
    Frontier tree;
    tree.size_ = size;
    for (std::size_t at = 0; at < bytes.size(); at += each)
        tree.roots_.push_back(*sm3_of_bytes(bytes.substr(at, each)));
    return tree;
}

std::vector<Sm3> inclusion_path(std::span<const Sm3> leaves, std::int64_t index) {
    if (index < 0 || std::size_t(index) >= leaves.size())
        throw std::out_of_range("no such leaf in the tree");
    std::vector<Sm3> path;
    auto at = std::size_t(index);
    while (leaves.size() > 1) {
        const std::size_t left = split(leaves.size());
        const bool here = at < left;
        path.insert(path.begin(), root_of(here ? leaves.subspan(left) : leaves.first(left)));
        leaves = here ? leaves.first(left) : leaves.subspan(left);
        if (!here) at -= left;
    }
    return path;
}

bool is_included(const Sm3& leaf, std::int64_t index, std::span<const Sm3> path,
                 const TreeHead& head) {
    if (index < 0 || index >= head.size) return false;
    // RFC 6962: the last node of a level has no sibling unless it is a right child.
    auto node = std::uint64_t(index), last = std::uint64_t(head.size - 1);
    Sm3 hash = leaf;
    for (const Sm3& sibling : path) {
        if (last == 0) return false;
        if ((node & 1) != 0 || node == last) {
            hash = node_hash(sibling, hash);
            while ((node & 1) == 0 && node != 0)
                node >>= 1, last >>= 1;
        } else {
            hash = node_hash(hash, sibling);
        }
        node >>= 1;
        last >>= 1;
    }
    return last == 0 && hash == head.root;
}

}  // namespace gongkai::journal
