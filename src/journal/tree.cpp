#include "journal/tree.h"

#include <bit>

#include "journal/merkle.h"

namespace gongkai::journal {

namespace {

using namespace std::string_view_literals;

struct Sm3Hash {
    static Sm3 node(const Sm3& left, const Sm3& right) { return node_hash(left, right); }
    static Sm3 nothing() { return sm3({}); }
};

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
    return path_of<Sm3Hash>(leaves, index);
}

bool is_included(const Sm3& leaf, std::int64_t index, std::span<const Sm3> path,
                 const TreeHead& head) {
    return leads_to<Sm3Hash>(leaf, index, path, head);
}

}  // namespace gongkai::journal
