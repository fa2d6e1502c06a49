#include <doctest/doctest.h>

#include <algorithm>

#include "engines.h"

using namespace gongkai;
using namespace gongkai::testing;

TEST_CASE("the state is another after each commit, by this program or by another") {
    on_each_engine([](const Place& place) {
        const auto database = place.open(), other = place.open();
        make_table(*database);
        std::vector<std::string> seen{database->state()};
        for (int i = 1; i <= 6; ++i) {
            auto& writer = i % 2 ? database : other;
            writer->transaction([&](store::Connection& connection) { add(connection, i); });
            const auto state = database->state();
            CHECK(std::ranges::find(seen, state) == seen.end());
            seen.push_back(state);
        }
    });
}

TEST_CASE("on SQLite the state stays while nothing is committed") {
    const Place place(store::Database::Engine::Sqlite);
    const auto database = place.open();
    make_table(*database);
    const auto before = database->state();
    CHECK(count(*database) == 0);
    for (int i = 0; i < 3; ++i)
        CHECK(database->state() == before);
}
