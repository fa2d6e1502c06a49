#include "store/ledger/tree_nodes.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "engines.h"
#include "store/ledger/entries.h"
#include "store/migrations.h"

using namespace gongkai;
using namespace gongkai::store;
using namespace gongkai::testing;

namespace {

const journal::LogKey town{330302, 7};

journal::Entry entry(std::int64_t sequence, const std::string& words) {
    return {town, sequence, 1, "account/1", "note/1", "note.write", "d5:words1:" + words + "e"};
}

// Entries until there are so many; the leaves of all.
void grow(Database& database, std::vector<Sm3>& leaves, std::int64_t until,
          const std::string& words = "a") {
    database.transaction([&](Connection& connection) {
        while (std::int64_t(leaves.size()) < until) {
            const auto one = entry(std::int64_t(leaves.size()), words);
            leaves.push_back(leaf(one));
            insert(connection, one, leaves.back());
        }
    });
}

journal::TreeHead head_of(std::span<const Sm3> leaves) {
    journal::Frontier tree;
    for (const Sm3& it : leaves)
        tree.add(it);
    return {tree.size(), tree.root()};
}

void check(Database& database, TreeNodes& nodes, std::span<const Sm3> leaves, std::int64_t index,
           std::int64_t size) {
    CAPTURE(index);
    CAPTURE(size);
    std::optional<TreeNodes::Path> it;
    database.read([&](Connection& connection) {
        it = nodes.prove(connection, town, head_of(leaves), index, size);
    });
    REQUIRE(it);
    CHECK(it->leaf == leaves[std::size_t(index)]);
    CHECK(it->head.root == head_of(leaves.first(std::size_t(size))).root);
    CHECK(it->path == journal::inclusion_path(leaves.first(std::size_t(size)), index));
    CHECK(journal::is_included(it->leaf, index, it->path, it->head));
}

}  // namespace

TEST_CASE("a proof from kept nodes is the one that all leaves give, while the log grows") {
    on_each_database([](Database& database) {
        migrate(database);
        TreeNodes nodes;
        std::vector<Sm3> leaves;
        for (const std::int64_t size : {1, 2, 255, 256, 257, 511, 512, 513, 800, 1024, 1300}) {
            grow(database, leaves, size);
            for (const std::int64_t index : {std::int64_t{0}, size / 3, size / 2, size - 1}) {
                check(database, nodes, leaves, index, size);
                check(database, nodes, leaves, index, std::max(index + 1, size * 3 / 4));
            }
        }
    });
}

TEST_CASE("a log that was set back and went on otherwise is proved by what it is now") {
    on_each_database([](Database& database) {
        migrate(database);
        TreeNodes nodes;
        std::vector<Sm3> leaves;
        grow(database, leaves, 600);
        check(database, nodes, leaves, 5, 600);
        database.transaction([](Connection& connection) {
            connection.run("DELETE FROM journal_entry WHERE sequence >= 100", {});
        });
        leaves.resize(100);
        check(database, nodes, leaves, 5, 100);
        grow(database, leaves, 700, "b");
        check(database, nodes, leaves, 5, 700);
        check(database, nodes, leaves, 5, 300);
    });
}
