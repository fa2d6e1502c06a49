#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace gongkai::organs {

// A signed-in browser. Its cookie carries the region and the token; the store keeps the token's
// digest alone, so that a copy of the store opens no door.
struct Session {
    std::int64_t region = 0;
    std::string account;
    std::string csrf;          // what every changing request must repeat
    std::int64_t expires = 0;  // milliseconds since 1970 UTC
};

class Sessions {
public:
    virtual ~Sessions() = default;
    // The cookie's value.
    virtual std::string begin(std::int64_t region, const std::string& account,
                              std::int64_t expires) = 0;
    // Nothing for a token that nobody was given, or that has expired by then.
    virtual std::optional<Session> find(const std::string& cookie, std::int64_t now) const = 0;
    virtual void end(const std::string& cookie) = 0;
    virtual void end_all(std::int64_t region, const std::string& account) = 0;
};

}  // namespace gongkai::organs
