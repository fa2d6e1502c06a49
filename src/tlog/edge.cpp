#include "tlog/edge.h"

namespace gongkai::tlog {

int Edge::levels(std::int64_t size) {
    int count = 0;
    while (hashes_at(count, size) > 0)
        ++count;
    return count;
}

std::optional<Edge> Edge::of(std::int64_t size, std::vector<std::string> partial) {
    if (size < 0 || partial.size() != std::size_t(levels(size))) return {};
    for (std::size_t level = 0; level < partial.size(); ++level)
        if (partial[level].size() !=
            std::size_t(hashes_at(int(level), size) % tile_width) * sizeof(Digest))
            return {};
    Edge edge;
    edge.size_ = size;
    edge.is_changed_.assign(partial.size(), false);
    edge.partial_ = std::move(partial);
    return edge;
}

void Edge::add(const Digest& leaf) {
    put(0, leaf);
    ++size_;
}

void Edge::put(std::size_t level, const Digest& hash) {
    if (level == partial_.size()) {
        partial_.emplace_back();
        is_changed_.push_back(false);
    }
    partial_[level] += bytes(hash);
    is_changed_[level] = true;
    if (partial_[level].size() < std::size_t(tile_width) * sizeof(Digest)) return;
    const auto here = hashes_at(int(level), size_ + 1) / tile_width - 1;
    const Digest root = journal::root_of<Sha256Hash>(digests_in(partial_[level]));
    full_.push_back({int(level), here, std::move(partial_[level])});
    partial_[level].clear();
    is_changed_[level] = false;
    put(level + 1, root);
}

// The roots of the full subtrees are those of each level's partial tile, the larger ones above.
Digest Edge::root() const {
    std::optional<Digest> node;
    for (const std::string& hashes : partial_) {
        Frontier here;
        for (const Digest& hash : digests_in(hashes))
            here.add(hash);
        for (auto it = here.roots().rbegin(); it != here.roots().rend(); ++it)
            node = node ? Sha256Hash::node(*it, *node) : *it;
    }
    return node.value_or(Sha256Hash::nothing());
}

std::vector<FilledTile> Edge::changed() {
    std::vector<FilledTile> all = std::move(full_);
    full_.clear();
    for (std::size_t level = 0; level < partial_.size(); ++level) {
        if (!is_changed_[level]) continue;
        is_changed_[level] = false;
        all.push_back({int(level), hashes_at(int(level), size_) / tile_width, partial_[level]});
    }
    return all;
}

}  // namespace gongkai::tlog
