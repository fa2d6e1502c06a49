#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace gongkai::organs {

// Whose draft it is and of what: "request.2026-0014.decide" over a body.
struct DraftPlace {
    std::int64_t region = 0, organ = 0;
    std::string account;  // "account/12"
    std::string subject;
};

// What somebody has typed and not sent yet. It is no act: nobody else reads it, and it leaves no
// trace in the journal.
struct Draft {
    std::string content;
    std::int64_t changed = 0;  // milliseconds since 1970 UTC
};

class Drafts {
public:
    virtual ~Drafts() = default;
    virtual std::optional<Draft> find(const DraftPlace& place) const = 0;
    // What the account has begun over the body of the place, without contents, in order of
    // subjects.
    struct Begun {
        std::string subject;
        std::int64_t changed = 0;
    };
    virtual std::vector<Begun> begun(const DraftPlace& place) const = 0;
    virtual std::int64_t count(std::int64_t region, const std::string& account) const = 0;
    // Whether it was kept: only where what is there is of the time `seen`, or nothing is there and
    // nothing was seen.
    virtual bool put(const DraftPlace& place, const Draft& draft,
                     std::optional<std::int64_t> seen) = 0;
    virtual void drop(const DraftPlace& place) = 0;
    virtual void drop_all(std::int64_t region, const std::string& account) = 0;
    virtual void drop_older(std::int64_t region, std::int64_t than) = 0;
};

}  // namespace gongkai::organs
