#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/sm3.h"

// The Merkle tree over a journal, as RFC 6962 2.1 has it, with SM3.
namespace gongkai::journal {

Sm3 leaf_hash(std::string_view entry);             // SM3(0x00, entry)
Sm3 node_hash(const Sm3& left, const Sm3& right);  // SM3(0x01, left, right)

// A tree that only grows: the roots of its full subtrees, from the largest to the smallest. One
// more leaf costs as many digests as there are ones at the end of the size.
class Frontier {
public:
    Frontier() = default;

    void add(const Sm3& leaf);
    std::int64_t size() const { return size_; }
    Sm3 root() const;  // of no leaves: SM3 of nothing

    // For keeping: the subtrees' roots, 32 bytes each.
    std::string bytes() const;
    // Nothing unless there are as many roots as a tree of that size has.
    static std::optional<Frontier> of(std::int64_t size, std::string_view bytes);

private:
    std::int64_t size_ = 0;
    std::vector<Sm3> roots_;
};

// The size and root of a log at some time: what is published, signed or printed on a receipt.
struct TreeHead {
    std::int64_t size = 0;
    Sm3 root{};
};

// The audit path of leaf `index` (RFC 6962 2.1.1). Throws std::out_of_range without such a leaf.
std::vector<Sm3> inclusion_path(std::span<const Sm3> leaves, std::int64_t index);
// Whether the path leads from the leaf to the root of a tree of that size.
bool is_included(const Sm3& leaf, std::int64_t index, std::span<const Sm3> path,
                 const TreeHead& head);

}  // namespace gongkai::journal
