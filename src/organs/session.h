#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace gongkai::organs {

// A signed-in browser. Its cookie carries the region and the token; the store keeps the token's
// digest alone, so that a copy of the store opens no door. Times are milliseconds since 1970 UTC.
struct Session {
    std::int64_t region = 0;
    std::string account;
    std::string csrf;          // what every changing request must repeat
    std::int64_t expires = 0;  // however much it is used
    std::int64_t begun = 0;
    std::int64_t used = 0;  // the last time, to within a minute or two
    std::string device;     // "Firefox, Windows"
    std::string address;    // the first part alone, "10.20.*.*"
    std::string id;         // by which its owner names it; no secret
};

class Sessions {
public:
    virtual ~Sessions() = default;
    // Begins one with the region, account, times, device and address of `wanted`. The cookie's
    // value.
    virtual std::string begin(const Session& wanted) = 0;
    // Nothing for a token that nobody was given, that has expired by then, or that nobody has used
    // for so long; else it has been used now.
    virtual std::optional<Session> use(const std::string& cookie, std::int64_t now,
                                       std::int64_t idle) = 0;
    // Those of an account that are open, the one used last first.
    virtual std::vector<Session> open(std::int64_t region, const std::string& account,
                                      std::int64_t now, std::int64_t idle) const = 0;
    virtual void end(const std::string& cookie) = 0;
    // Whether the account had one with that id.
    virtual bool end_one(std::int64_t region, const std::string& account,
                         const std::string& id) = 0;
    virtual void end_all(std::int64_t region, const std::string& account) = 0;
    // All but the one with that id.
    virtual void end_others(std::int64_t region, const std::string& account,
                            const std::string& id) = 0;

    // Whether a code of that step may still let the account in: each step once, and none before
    // the last (RFC 6238 5.2).
    virtual bool take_step(std::int64_t region, const std::string& account, std::int64_t step) = 0;
};

}  // namespace gongkai::organs
