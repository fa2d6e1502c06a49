#include "http/turns.h"

#include <doctest/doctest.h>

#include <string>

using namespace gongkai::http;

// Who comes next in a lane, with letters for addresses.

namespace {

struct Lanes {
    explicit Lanes(const LaneLimits& limits) : turns(limits) {}
    void ask(const std::string& who) {
        turns.enter(who, [this, who] { begun += who; });
    }
    Turns turns;
    std::string begun;
};

}  // namespace

TEST_CASE("so many are at work as there are workers, in the order in which they came") {
    Lanes it({2, 9, 9, 2, false});
    for (const char* who : {"a", "b", "c", "d"})
        it.ask(who);
    CHECK(it.begun == "ab");
    it.turns.leave("b");
    CHECK(it.begun == "abc");
    it.turns.leave("a");
    CHECK(it.begun == "abcd");
}

TEST_CASE(
    "turns go round: whoever asks for much waits for his second until others had their first") {
    Lanes it({1, 99, 99, 1, false});
    for (int i = 0; i < 5; ++i)
        it.ask("a");
    it.ask("b");
    it.ask("c");
    it.ask("b");
    for (const char* who : {"a", "b", "c", "a", "b", "a", "a"})
        it.turns.leave(who);
    CHECK(it.begun == "abcabaaa");
}

TEST_CASE("one who has been away gains nothing by it, and loses nothing") {
    Lanes it({1, 99, 99, 1, false});
    for (int i = 0; i < 3; ++i) {
        it.ask("a");
        it.turns.leave("a");
    }
    it.ask("b");
    it.ask("a");
    it.ask("b");
    for (const char* who : {"b", "a", "b"})
        it.turns.leave(who);
    CHECK(it.begun == "aaabab");
    // Coming back at once does not keep others from their second turn.
    it.ask("b");
    it.ask("b");
    for (const char* who : {"b", "a", "b", "a"}) {
        it.ask("a");
        it.turns.leave(who);
    }
    CHECK(it.begun == "aaababbabaa");
}

TEST_CASE("where one may have so many workers, the others are for others") {
    Lanes it({2, 9, 9, 1, false});
    it.ask("a");
    it.ask("a");
    CHECK(it.begun == "a");
    it.ask("b");
    CHECK(it.begun == "ab");
    it.turns.leave("a");
    CHECK(it.begun == "aba");
}

TEST_CASE("there is room for so many in all, and for so many of one") {
    Lanes it({1, 3, 2, 1, false});
    using Room = Turns::Room;
    CHECK(it.turns.room_for("a") == Room::Enough);
    it.ask("a");
    it.ask("a");
    CHECK(it.turns.room_for("a") == Room::ShareIsUsed);
    CHECK(it.turns.room_for("b") == Room::Enough);
    it.ask("b");
    CHECK(it.turns.room_for("c") == Room::LaneIsFull);
    it.turns.leave("a");
    CHECK(it.turns.room_for("a") == Room::Enough);
    CHECK(it.turns.room_for("c") == Room::Enough);
}

TEST_CASE("once it is closed nobody comes any more") {
    Lanes it({1, 9, 9, 1, false});
    it.ask("a");
    it.ask("b");
    it.turns.close();
    it.turns.leave("a");
    CHECK(it.begun == "a");
}
