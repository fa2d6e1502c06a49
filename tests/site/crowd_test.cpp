#include "http/crowd.h"

#include <doctest/doctest.h>

#include <vector>

using namespace gongkai::http;
using Stage = Crowd::Stage;

namespace {

// Whoever has to go is written down by his number.
struct Room {
    Room(int most, int most_of_one) : crowd(most, most_of_one) {}

    // Whether he was let in.
    bool come(const char* address, Stage stage, bool has_share = true) {
        const int number = int(places.size());
        const auto place =
            crowd.enter(address, has_share, [this, number] { gone.push_back(number); });
        if (!place) return false;
        places.push_back(*place);
        crowd.move(*place, stage);
        return true;
    }

    Crowd crowd;
    std::vector<Crowd::Place> places;
    std::vector<int> gone;
};

using Gone = std::vector<int>;

}  // namespace

TEST_CASE("in a full room the one that rests longest gives way, of the address that has most") {
    Room it(5, 9);
    for (const auto& [address, stage] : {std::pair{"a", Stage::Rests},
                                         {"b", Stage::Asks},
                                         {"b", Stage::Rests},
                                         {"b", Stage::Rests},
                                         {"a", Stage::Rests}})
        CHECK(it.come(address, stage));
    CHECK(it.come("c", Stage::IsServed));
    CHECK(it.gone == Gone{2});
    CHECK(it.come("c", Stage::IsServed));
    // Of two that have as many, the first by name; then those that are not busiest.
    CHECK(it.gone.size() == 2);
}

TEST_CASE("before one that asks goes one that rests, then one that sends, then one that receives") {
    Room it(4, 9);
    for (const auto stage : {Stage::Receives, Stage::Sends, Stage::Asks, Stage::Rests})
        CHECK(it.come("a", stage));
    for (int i = 0; i < 4; ++i)
        CHECK(it.come("a", Stage::IsServed));
    CHECK(it.gone == Gone{3, 2, 1, 0});
    CHECK_FALSE(it.come("a", Stage::Rests));
    CHECK_FALSE(it.come("b", Stage::Rests));
}

TEST_CASE("an address that has its share makes way by itself, others lose nothing") {
    Room it(9, 2);
    CHECK(it.come("b", Stage::Rests));
    CHECK(it.come("a", Stage::IsServed));
    CHECK(it.come("a", Stage::Asks));
    CHECK(it.come("a", Stage::IsServed));
    CHECK(it.gone == Gone{2});
    CHECK_FALSE(it.come("a", Stage::Rests));
    CHECK(it.come("b", Stage::Rests));
    CHECK(it.gone == Gone{2});
}

TEST_CASE("behind a proxy are many: it has no share, and only what rests of it gives way") {
    Room it(3, 1);
    for (const auto stage : {Stage::Receives, Stage::Rests, Stage::Asks})
        CHECK(it.come("p", stage, false));
    CHECK(it.come("a", Stage::IsServed));
    CHECK(it.gone == Gone{1});
    CHECK_FALSE(it.come("b", Stage::Asks));
}

TEST_CASE("who has left, or was told to, is counted no more") {
    Room it(2, 9);
    CHECK(it.come("a", Stage::Rests));
    CHECK(it.come("a", Stage::IsServed));
    CHECK(it.come("b", Stage::IsServed));
    CHECK(it.crowd.size() == 3);
    it.crowd.leave(it.places[0]);
    CHECK(it.crowd.size() == 2);
    CHECK_FALSE(it.come("b", Stage::IsServed));
    it.crowd.leave(it.places[1]);
    CHECK(it.come("b", Stage::IsServed));
}

TEST_CASE("bytes on their way are counted by address and together, until they are gone") {
    BytesInFlight bytes(100, 60);
    {
        BytesInFlight::Part first(bytes, "a"), second(bytes, "a");
        first.add(40);
        CHECK(bytes.has_room_for("a"));
        second.add(20);
        CHECK_FALSE(bytes.has_room_for("a"));
        CHECK(bytes.has_room_for("b"));
        BytesInFlight::Part other(bytes, "b");
        other.add(40);
        CHECK_FALSE(bytes.has_room_for("b"));
        CHECK_FALSE(bytes.has_room_for("c"));
    }
    CHECK(bytes.has_room_for("a"));
    CHECK(bytes.has_room_for("b"));
}
