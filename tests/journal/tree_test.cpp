#include "journal/tree.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <stdexcept>

#include "journal/entry.h"

using namespace gongkai;
using namespace gongkai::journal;

namespace {

std::vector<Sm3> leaves_of(std::size_t count) {
    std::vector<Sm3> leaves;
    for (std::size_t i = 0; i < count; ++i)
        leaves.push_back(leaf_hash("entry " + std::to_string(i)));
    return leaves;
}

// The definition of RFC 6962 2.1 as it is written there.
Sm3 by_definition(std::span<const Sm3> leaves) {
    if (leaves.empty()) return sm3({});
    if (leaves.size() == 1) return leaves.front();
    std::size_t k = 1;
    while (k * 2 < leaves.size())
        k *= 2;
    return node_hash(by_definition(leaves.first(k)), by_definition(leaves.subspan(k)));
}

TreeHead head_of(std::span<const Sm3> leaves) {
    return {std::int64_t(leaves.size()), by_definition(leaves)};
}

}  // namespace

TEST_CASE("an entry is hashed behind a zero byte and two nodes behind a one (RFC 6962 2.1)") {
    // From `openssl dgst -sm3` over the bytes 00 "abc", 00, and 01 with these two digests.
    const Sm3 one = leaf_hash("abc"), other = leaf_hash("");
    CHECK(hex(bytes(one)) == "a7fe0cdcc2194aa7a9c6bfad5637581bf051d935a10bb6a9ccabfce125c27d96");
    CHECK(hex(bytes(other)) == "2daef60e7a0b8f5e024c81cd2ab3109f2b4f155cf83adeb2ae5532f74a157fdf");
    CHECK(hex(bytes(node_hash(one, other))) ==
          "2f5cb67680b1153720b415ca9a229e90dbe25965710e010c2883df5a9be8ed22");
}

TEST_CASE("the growing tree has the root that the definition gives") {
    const auto leaves = leaves_of(70);
    Frontier tree;
    for (std::size_t n = 0; n <= leaves.size(); ++n) {
        CAPTURE(n);
        CHECK(tree.size() == std::int64_t(n));
        CHECK(tree.root() == by_definition(std::span(leaves).first(n)));
        const auto kept = Frontier::of(tree.size(), tree.bytes());
        REQUIRE(kept);
        CHECK(kept->root() == tree.root());
        if (n < leaves.size()) tree.add(leaves[n]);
    }
    CHECK_FALSE(Frontier::of(3, tree.bytes()));
    CHECK_FALSE(Frontier::of(-1, ""));
}

TEST_CASE("every leaf of every tree is proved, and no other") {
    const auto all = leaves_of(34);
    for (std::size_t n = 1; n <= all.size(); ++n) {
        const auto leaves = std::span(all).first(n);
        const TreeHead head = head_of(leaves);
        for (std::size_t i = 0; i < n; ++i) {
            CAPTURE(n);
            CAPTURE(i);
            auto path = inclusion_path(leaves, std::int64_t(i));
            CHECK(is_included(leaves[i], std::int64_t(i), path, head));
            CHECK_FALSE(is_included(leaf_hash("another"), std::int64_t(i), path, head));
            CHECK_FALSE(is_included(leaves[i], std::int64_t(i), path, {head.size, sm3({"no"})}));
            path.push_back(all[0]);
            CHECK_FALSE(is_included(leaves[i], std::int64_t(i), path, head));
        }
    }
    CHECK_FALSE(is_included(all[0], -1, {}, {1, all[0]}));
    CHECK_FALSE(is_included(all[0], 1, {}, {1, all[0]}));
    CHECK_THROWS_AS((void)inclusion_path(all, 34), std::out_of_range);
}

TEST_CASE("a path with one byte changed proves nothing") {
    CHECK(rc::check([] {
        const auto leaves = leaves_of(*rc::gen::inRange<std::size_t>(2, 60));
        const auto index = *rc::gen::inRange<std::size_t>(0, leaves.size());
        auto path = inclusion_path(leaves, std::int64_t(index));
        auto& hash = path[*rc::gen::inRange<std::size_t>(0, path.size())];
        hash[*rc::gen::inRange<std::size_t>(0, hash.size())] ^= 1;
        RC_ASSERT_FALSE(is_included(leaves[index], std::int64_t(index), path, head_of(leaves)));
    }));
}

TEST_CASE("an entry's bytes are those of the document") {
    const Entry entry{{330302, 7},
                      3,
                      1'767'225'600'123,
                      "account/12",
                      "request/2026-0001",
                      "request.extend",
                      canonical(Record{}.set("on", "2026-01-01"))};
    CHECK(canonical(entry) ==
          "d5:actor10:account/124:kind14:request.extend5:organi7e7:payloadd2:on10:2026-01-01e"
          "11:recorded_ati1767225600123e6:regioni330302e8:sequencei3e"
          "7:subject17:request/2026-0001e");
    // It is itself a record in canonical form.
    CHECK(parse_canonical(canonical(entry)).ok());
    CHECK(leaf(entry) == leaf_hash(canonical(entry)));
}
