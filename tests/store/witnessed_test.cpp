#include "store/tiles/witnessed.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <mutex>
#include <thread>

#include "engines.h"
#include "store/migrations.h"

using namespace gongkai;
using namespace gongkai::store;
using namespace gongkai::testing;

namespace {

using Leaves = std::vector<Digest>;

Leaves leaves(std::size_t same, std::size_t count, const std::string& history) {
    Leaves all;
    for (std::size_t i = 0; i < count; ++i)
        all.push_back(tlog::Sha256Hash::leaf((i < same ? "same" : history) + std::to_string(i)));
    return all;
}

tlog::TreeHead head(std::span<const Digest> all) {
    return {std::int64_t(all.size()), journal::root_of<tlog::Sha256Hash>(all)};
}

// RFC 6962 2.1.2 as it is written there.
Leaves subproof(std::size_t first, std::span<const Digest> all, bool is_whole) {
    if (first == all.size())
        return is_whole ? Leaves{} : Leaves{journal::root_of<tlog::Sha256Hash>(all)};
    const auto k = std::size_t(journal::split(std::int64_t(all.size())));
    auto proof = first <= k ? subproof(first, all.first(k), is_whole)
                            : subproof(first - k, all.subspan(k), false);
    proof.push_back(journal::root_of<tlog::Sha256Hash>(first <= k ? all.subspan(k) : all.first(k)));
    return proof;
}

tlog::AddCheckpoint asked(const std::string& origin, std::size_t old, std::span<const Digest> all) {
    tlog::AddCheckpoint it;
    it.old = std::int64_t(old);
    if (old > 0 && old < all.size()) it.proof = subproof(old, all, true);
    it.checkpoint = {origin, head(all)};
    return it;
}

}  // namespace

TEST_CASE("a witness remembers of each log what it cosigned last") {
    on_each_database([](Database& database) {
        migrate(database);
        WitnessBook book(database);
        const auto all = leaves(0, 9, "a");
        const auto first = std::span(all).first(4);
        CHECK_FALSE(book.last("a/log/1-1"));
        CHECK(book.advance(asked("a/log/1-1", 0, first)).ok());
        CHECK(book.last("a/log/1-1") == head(first));
        CHECK(book.advance(asked("a/log/1-1", 4, all)).ok());
        CHECK(book.last("a/log/1-1") == head(all));
        CHECK(book.advance(asked("a/log/1-1", 4, all)).error().code == "witness.conflict");
        CHECK(book.advance(asked("b/log/1-1", 4, all)).error().code == "witness.conflict");
        CHECK_FALSE(book.last("b/log/1-1"));  // nothing of what was refused is kept
        CHECK(WitnessBook(database).last("a/log/1-1") == head(all));
    });
}

TEST_CASE("nothing is cosigned while the database is set back") {
    struct Held : Gate {
        Status may_write(std::int64_t, std::int64_t) const override {
            return Error{ErrorKind::Unavailable, "checkpoint.set-back", ""};
        }
    };
    on_each_database([](Database& database) {
        migrate(database);
        const Held gate;
        WitnessBook book(database, &gate);
        CHECK(book.advance(asked("a/log/1-1", 0, leaves(0, 3, "a"))).error().code ==
              "checkpoint.set-back");
        CHECK_FALSE(book.last("a/log/1-1"));
    });
}

TEST_CASE("of two histories that are offered at once, one alone is cosigned") {
    on_each_database([](Database& database) {
        migrate(database);
        int run = 0;
        CHECK(rc::check([&] {
            const std::string origin = "a/log/1-" + std::to_string(++run);
            const auto same = *rc::gen::inRange<std::size_t>(0, 8);
            const Leaves histories[] = {leaves(same, 24, "one"), leaves(same, 24, "other")};
            std::mutex mutex;
            std::vector<std::pair<std::size_t, std::size_t>> cosigned;  // history, size
            {
                std::vector<std::jthread> threads;
                for (std::size_t which = 0; which < 4; ++which)
                    threads.emplace_back([&, which] {
                        WitnessBook book(database);
                        const Leaves& all = histories[which % 2];
                        for (const std::size_t size : {4 + which, 12 + which, std::size_t{24}}) {
                            const auto last = book.last(origin);
                            const auto old = last ? std::size_t(last->size) : 0;
                            if (old > size) continue;
                            if (!book.advance(asked(origin, old, std::span(all).first(size))).ok())
                                continue;
                            const std::scoped_lock lock(mutex);
                            cosigned.emplace_back(which % 2, size);
                        }
                    });
            }
            RC_ASSERT_FALSE(cosigned.empty());
            bool seen[2] = {false, false};
            for (const auto& [history, size] : cosigned)
                if (size > same) seen[history] = true;
            RC_ASSERT_FALSE(seen[0] && seen[1]);
        }));
    });
}
