#include "tlog/tile.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <map>

#include "tlog/edge.h"
#include "tlog/tiled_tree.h"

using namespace gongkai;
using namespace gongkai::tlog;

namespace {

Digest leaf(std::int64_t index) { return Sha256Hash::leaf("entry " + std::to_string(index)); }

// All tiles that a tree has had, the last form of each, as a store keeps them.
class Shelf {
public:
    void grow(std::int64_t size) {
        while (edge_.size() < size) {
            leaves_.push_back(leaf(edge_.size()));
            edge_.add(leaves_.back());
        }
        for (auto& tile : edge_.changed())
            tiles_[{tile.level, tile.number}] = std::move(tile.hashes);
    }
    TiledTree tree(std::int64_t size) const {
        return {size, [this](const Tile& tile) {
                    const auto it = tiles_.find({tile.level, tile.number});
                    return it == tiles_.end() ? std::string() : it->second;
                }};
    }
    const Edge& edge() const { return edge_; }
    std::span<const Digest> leaves(std::int64_t size) const {
        return std::span(leaves_).first(std::size_t(size));
    }
    std::string hashes(int level, std::int64_t number) const {
        const auto it = tiles_.find({level, number});
        return it == tiles_.end() ? "" : it->second;
    }
    std::size_t count() const { return tiles_.size(); }

private:
    Edge edge_;
    std::vector<Digest> leaves_;
    std::map<std::pair<int, std::int64_t>, std::string> tiles_;
};

Digest whole_root(const Shelf& shelf, std::int64_t size) {
    return journal::root_of<Sha256Hash>(shelf.leaves(size));
}

}  // namespace

TEST_CASE("a tile's path has its number in groups of three digits") {
    CHECK(index_path(0) == "000");
    CHECK(index_path(67) == "067");
    CHECK(index_path(1234067) == "x001/x234/067");
    CHECK(index_path(1000) == "x001/000");
    CHECK(path({0, 0, 256}) == "tile/0/000");
    CHECK(path({1, 5, 17}) == "tile/1/005.p/17");
    CHECK(path({entries_level, 1234067, 1}) == "tile/entries/x001/x234/067.p/1");
    CHECK(tile_at("0/x001/x234/067.p/17") == Tile{0, 1234067, 17});
    CHECK(tile_at("entries/000") == Tile{entries_level, 0, 256});
    for (const std::string wrong :
         {"",           "0",         "0/",
          "0/1",        "0/0000",    "00/000",
          "0/x000/001", "0/x001",    "0/x001/x234",
          "0/+01",      "0/000.p/0", "0/000.p/256",
          "0/000.p/01", "0/000.p/",  "0/000.p/1/2",
          "8/000",      "-1/000",    "0/000/",
          "entries",    "entry/000", "0/x001/x001/x001/x001/x001/x001/001"}) {
        CAPTURE(wrong);
        CHECK_FALSE(tile_at(wrong));
    }
}

TEST_CASE("every path is read as the tile that it was written for") {
    CHECK(rc::check([] {
        const Tile tile{*rc::gen::inRange(-1, 8), *rc::gen::inRange<std::int64_t>(0, 1'000'000'000),
                        *rc::gen::inRange<std::int64_t>(1, 257)};
        RC_ASSERT(tile_at(path(tile).substr(5)) == tile);
    }));
}

TEST_CASE("a tree has the tiles that the specification reckons") {
    // size, level, number: width, by hand.
    CHECK(width_in(0, 0, 0) == 0);
    CHECK(width_in(1, 0, 0) == 1);
    CHECK(width_in(255, 0, 0) == 255);
    CHECK(width_in(255, 1, 0) == 0);
    CHECK(width_in(256, 0, 0) == 256);
    CHECK(width_in(256, 0, 1) == 0);
    CHECK(width_in(256, 1, 0) == 1);
    CHECK(width_in(257, 0, 1) == 1);
    CHECK(width_in(70'000, 0, 273) == 112);
    CHECK(width_in(70'000, 1, 0) == 256);
    CHECK(width_in(70'000, 1, 1) == 17);
    CHECK(width_in(70'000, 2, 0) == 1);
    CHECK(width_in(70'000, 3, 0) == 0);
    CHECK(width_in(70'000, entries_level, 273) == 112);
    Shelf shelf;
    shelf.grow(256);
    CHECK(shelf.count() == 2);  // one full, and one of width 1 above it
    CHECK(shelf.hashes(1, 0) == bytes(whole_root(shelf, 256)));
}

TEST_CASE("the tree of the reference vectors of RFC 6962 has their roots") {
    // Of the test data of Certificate Transparency's first implementation.
    const std::string entries[] = {"",
                                   std::string(1, '\0'),
                                   "\x10",
                                   "\x20\x21",
                                   "\x30\x31",
                                   "\x40\x41\x42\x43",
                                   "\x50\x51\x52\x53\x54\x55\x56\x57",
                                   "\x60\x61\x62\x63\x64\x65\x66\x67\x68\x69\x6a\x6b\x6c\x6d\x6e"
                                   "\x6f"};
    const std::string roots[] = {
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"};
    Edge edge;
    for (std::size_t size = 0; size < std::size(roots); ++size) {
        CAPTURE(size);
        CHECK(hex(bytes(edge.root())) == roots[size]);
        if (size < std::size(entries)) edge.add(Sha256Hash::leaf(entries[size]));
    }
}

TEST_CASE("tiles of any size give the roots and proofs of the whole tree") {
    Shelf shelf;
    shelf.grow(70'000);
    CHECK(shelf.edge().root() == whole_root(shelf, 70'000));
    CHECK(rc::check([&] {
        // Sizes at the borders of tiles as often as any.
        const auto any = [] {
            return *rc::gen::oneOf(
                rc::gen::inRange<std::int64_t>(1, 70'001), rc::gen::inRange<std::int64_t>(1, 600),
                rc::gen::element<std::int64_t>(255, 256, 257, 65'535, 65'536, 65'537, 70'000));
        };
        const auto size = any();
        const auto index = *rc::gen::inRange<std::int64_t>(0, size);
        const auto first = *rc::gen::oneOf(rc::gen::inRange<std::int64_t>(0, size + 1),
                                           rc::gen::just(size / 256 * 256));
        const auto tree = shelf.tree(size);
        const TreeHead head{size, whole_root(shelf, size)};
        RC_ASSERT(tree.root() == head.root);
        const auto path = tree.inclusion(index);
        RC_ASSERT(path == journal::path_of<Sha256Hash>(shelf.leaves(size), index));
        RC_ASSERT(journal::leads_to<Sha256Hash>(tree.leaf(index), index, path, head));
        const TreeHead before{first, whole_root(shelf, first)};
        auto proof = tree.consistency(first);
        RC_ASSERT(journal::begins<Sha256Hash>(before, head, proof));
        if (proof.empty()) return;
        // Nothing else is proved by it, nor it by a part of it.
        RC_ASSERT_FALSE(journal::begins<Sha256Hash>({first, leaf(-1)}, head, proof));
        RC_ASSERT_FALSE(journal::begins<Sha256Hash>(before, {size, leaf(-1)}, proof));
        auto& hash = proof[*rc::gen::inRange<std::size_t>(0, proof.size())];
        hash[0] ^= 1;
        RC_ASSERT_FALSE(journal::begins<Sha256Hash>(before, head, proof));
        hash[0] ^= 1;
        proof.pop_back();
        RC_ASSERT_FALSE(journal::begins<Sha256Hash>(before, head, proof));
    }));
}

TEST_CASE("a tree that is kept goes on from its right edge") {
    Shelf whole;
    whole.grow(700);
    CHECK(rc::check([&] {
        const auto size = *rc::gen::inRange<std::int64_t>(0, 700);
        Shelf shelf;
        shelf.grow(size);
        std::vector<std::string> partial;
        for (int level = 0; level < Edge::levels(size); ++level)
            partial.push_back(hashes_at(level, size) % 256 == 0
                                  ? ""
                                  : shelf.hashes(level, hashes_at(level, size) / 256));
        auto edge = Edge::of(size, partial);
        RC_ASSERT(edge.has_value());
        for (auto index = size; index < 700; ++index)
            edge->add(leaf(index));
        RC_ASSERT(edge->root() == whole.edge().root());
        for (const auto& tile : edge->changed())
            RC_ASSERT(tile.hashes == whole.hashes(tile.level, tile.number));
    }));
    CHECK_FALSE(Edge::of(3, {""}));
    CHECK_FALSE(Edge::of(3, {}));
    CHECK_FALSE(Edge::of(-1, {}));
    CHECK(Edge::of(256, {"", std::string(32, 'x')}));
}
