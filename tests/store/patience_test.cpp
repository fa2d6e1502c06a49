#include "store/patience.h"

#include <doctest/doctest.h>

#include <chrono>
#include <future>

#include "engines.h"
#include "store/store_failure.h"

using namespace gongkai;
using namespace gongkai::store;
using namespace gongkai::testing;
using namespace std::chrono_literals;

TEST_CASE("what another program holds is waited for only so long, and nothing has happened then") {
    on_each_engine([](const Place& place) {
        const auto ours = place.open(), theirs = place.open();
        make_table(*ours);
        ours->transaction([](Connection& it) { add(it, 1); });
        set_patience(200ms);
        std::promise<void> held, let_go;
        auto holder = std::async(std::launch::async, [&] {
            theirs->transaction([&](Connection& it) {
                it.run("UPDATE t SET s = 'theirs' WHERE i = 1", {});
                held.set_value();
                let_go.get_future().wait();
            });
        });
        held.get_future().wait();
        const auto write = [&] {
            ours->transaction([](Connection& it) { it.run("UPDATE t SET s = 'ours'", {}); });
        };
        const auto from = std::chrono::steady_clock::now();
        CHECK_THROWS_AS(write(), StoreFailure);
        try {
            write();
        } catch (const Unavailable& told) {
            CHECK(told.refusal().code == "store.locked");
        }
        const auto took = std::chrono::steady_clock::now() - from;
        CHECK(took >= 400ms);
        CHECK(took < 10s);
        // Reading waits for nobody.
        CHECK(count(*ours) == 1);
        let_go.set_value();
        holder.get();
        set_patience(10s);
        write();
        CHECK(text(ours->run("SELECT s FROM t WHERE i = 1", {}).at(0).at(0)) == "ours");
    });
}
