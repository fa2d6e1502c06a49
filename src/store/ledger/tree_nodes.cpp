#include "store/ledger/tree_nodes.h"

#include <algorithm>
#include <bit>

#include "store/ledger/entries.h"

namespace gongkai::store {

namespace {

using journal::LogKey;
using journal::node_hash;

constexpr std::int64_t block = 256;

// The kept digests of the entries from one on, as many; fewer where they are not whole.
std::vector<Sm3> leaves_of(Connection& connection, const LogKey& log, std::int64_t from,
                           std::int64_t count) {
    std::vector<Sm3> leaves;
    leaves.reserve(std::size_t(count));
    connection.each(
        "SELECT sequence, leaf FROM journal_entry WHERE region = $1 AND organ = $2 AND sequence >= "
        "$3 AND sequence < $4 ORDER BY sequence",
        {log.region, log.organ, from, from + count}, [&](const Row& row) {
            const auto leaf = sm3_of_bytes(bytes_of(blob(row[1])));
            if (leaf && whole(row[0]) == from + std::int64_t(leaves.size()))
                leaves.push_back(*leaf);
        });
    return leaves;
}

Sm3 root_of(std::span<const Sm3> leaves) {
    journal::Frontier tree;
    for (const Sm3& it : leaves)
        tree.add(it);
    return tree.root();
}

// Roots of parts of a log that begin at a multiple of their size, which RFC 6962 splits into.
class Roots {
public:
    Roots(Connection& connection, const LogKey& log, const std::vector<std::vector<Sm3>>& levels)
        : connection_(connection), log_(log), levels_(levels) {}

    Sm3 root(std::int64_t from, std::int64_t count) {
        if (count <= block && !is_known(count)) return root_of(leaves(from, count));
        if (is_known(count)) {
            const auto& level =
                levels_[std::size_t(std::countr_zero(std::uint64_t(count / block)))];
            return level.at(std::size_t(from / count));
        }
        const auto left = std::int64_t(std::bit_floor(std::uint64_t(count - 1)));
        return node_hash(root(from, left), root(from + left, count - left));
    }

    // The path of a leaf among those from one on, upwards.
    std::vector<Sm3> path(std::int64_t index, std::int64_t from, std::int64_t count) {
        if (count <= block) return journal::inclusion_path(leaves(from, count), index - from);
        const auto left = std::int64_t(std::bit_floor(std::uint64_t(count - 1)));
        const bool here = index < from + left;
        auto below = here ? path(index, from, left) : path(index, from + left, count - left);
        below.push_back(here ? root(from + left, count - left) : root(from, left));
        return below;
    }

    std::vector<Sm3> leaves(std::int64_t from, std::int64_t count) {
        auto all = leaves_of(connection_, log_, from, count);
        if (std::int64_t(all.size()) != count)
            throw StoreError("记录不完整，请运行 gongkai journal verify");
        return all;
    }

private:
    Connection& connection_;
    const LogKey& log_;
    const std::vector<std::vector<Sm3>>& levels_;

    static bool is_known(std::int64_t count) {
        return count >= block && std::has_single_bit(std::uint64_t(count));
    }
};

void add(std::vector<std::vector<Sm3>>& levels, Sm3 node) {
    for (std::size_t k = 0;; ++k) {
        if (levels.size() == k) levels.emplace_back();
        levels[k].push_back(node);
        if (levels[k].size() % 2 != 0) return;
        node = node_hash(levels[k][levels[k].size() - 2], node);
    }
}

}  // namespace

// Takes in what full blocks there are below a size.
bool TreeNodes::learn(Connection& connection, const LogKey& log, std::int64_t size,
                      Levels& levels) {
    const auto known = levels.empty() ? 0 : std::int64_t(levels[0].size());
    const auto from = known * block, count = size / block * block - from;
    if (count <= 0) return true;
    const auto leaves = leaves_of(connection, log, from, count);
    if (std::int64_t(leaves.size()) != count) return false;
    for (std::int64_t at = 0; at < count; at += block)
        add(levels, root_of(std::span(leaves).subspan(std::size_t(at), std::size_t(block))));
    return true;
}

std::optional<TreeNodes::Path> TreeNodes::prove(Connection& connection, const LogKey& log,
                                                const journal::TreeHead& head, std::int64_t index,
                                                std::int64_t size) {
    const std::scoped_lock lock(mutex_);
    Levels& levels = known_[log];
    const bool is_known = !levels.empty();
    if (!learn(connection, log, head.size, levels)) return {};
    Roots roots(connection, log, levels);
    if (is_known && roots.root(0, head.size) != head.root) {
        levels.clear();
        if (!learn(connection, log, head.size, levels)) return {};
    }
    const auto leaf = roots.leaves(index, 1);
    return Path{leaf[0], {size, roots.root(0, size)}, roots.path(index, 0, size)};
}

}  // namespace gongkai::store
