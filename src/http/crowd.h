#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <list>
#include <map>
#include <optional>
#include <string>

namespace gongkai::http {

// The connections that are open, each address within its share. Where there is no place for
// another one, a connection gives way that waits for its client: one that rests between two
// requests before one that asks, sends or receives, and of these the one that has waited longest;
// where all places are taken, of the address that has most. A proxy, behind which are many, has no
// share, and only what rests of it gives way. Used by one thread.
class Crowd {
public:
    Crowd(int most, int most_of_one) : most_(most), most_of_one_(most_of_one) {}

    // In the order of giving way; who is served does not.
    enum class Stage { Rests, Asks, Sends, Receives, IsServed };
    struct Guest {
        std::string address;
        bool has_share;
        std::function<void()> close;
        Stage stage = Stage::Asks;
        std::uint64_t since = 0;
        bool gives_way = false;
    };
    using Place = std::list<Guest>::iterator;

    // Nothing where none can give way. `close` ends the connection of whoever does; it may be
    // called until leave().
    std::optional<Place> enter(std::string address, bool has_share, std::function<void()> close);
    void move(Place place, Stage stage);
    void leave(Place place);

    int size() const { return int(guests_.size()); }
    std::list<Guest>& all() { return guests_; }

private:
    bool make_way(const std::string* address);
    void count_out(const Guest& guest);
    std::string busiest() const;

    const int most_, most_of_one_;
    std::list<Guest> guests_;
    std::map<std::string, int> of_;  // those that stay, by address
    int staying_ = 0;
    std::uint64_t moves_ = 0;
};

// Bytes of requests that have come and of answers that are yet to go, each address within its
// share.
class BytesInFlight {
public:
    BytesInFlight(std::uint64_t most, std::uint64_t most_of_one)
        : most_(most), most_of_one_(most_of_one) {}

    bool has_room_for(const std::string& who) const;

    // Some of one request, for as long as it lives.
    class Part {
    public:
        Part(BytesInFlight& all, std::string who) : all_(all), who_(std::move(who)) {}
        ~Part();
        Part(const Part&) = delete;
        Part& operator=(const Part&) = delete;
        void add(std::uint64_t bytes);

    private:
        BytesInFlight& all_;
        const std::string who_;
        std::uint64_t bytes_ = 0;
    };

private:
    const std::uint64_t most_, most_of_one_;
    std::map<std::string, std::uint64_t> of_;
    std::uint64_t all_ = 0;
};

}  // namespace gongkai::http
