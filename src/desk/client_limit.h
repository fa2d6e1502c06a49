#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <mutex>
#include <string>

namespace gongkai::desk {

// How often one client may do something: so many times at once, then once more each so often. It
// remembers a bounded number of clients and forgets those first who may again soonest. May be used
// from many threads.
class ClientLimit {
public:
    struct Rate {
        int at_once = 0;
        std::int64_t each = 0;  // milliseconds
    };
    explicit ClientLimit(Rate rate) : rate_(rate) {}

    // How long the client has to wait; 0 where it may now.
    std::int64_t seconds_left(const std::string& client, std::int64_t now) const;
    // It has done it once more.
    void note(const std::string& client, std::int64_t now);
    // Notes it where there is nothing to wait for, and answers the seconds otherwise.
    std::int64_t take(const std::string& client, std::int64_t now);

    // All that it did is made good.
    void forget(const std::string& client);

    std::size_t clients() const;  // that it remembers
    static constexpr std::size_t most_clients = 10'000;

private:
    const Rate rate_;
    mutable std::mutex mutex_;
    std::map<std::string, std::int64_t> busy_until_;  // when all that it did is made good

    std::int64_t left(const std::string& client, std::int64_t now) const;
    void add(const std::string& client, std::int64_t now);
    void make_room(std::int64_t now);
};

}  // namespace gongkai::desk
