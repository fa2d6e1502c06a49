#pragma once

#include <cstdint>

#include "base/result.h"
#include "desk/client_limit.h"
#include "http/message.h"

namespace gongkai::site {

// What the public may do only so often from one address. An office behind one address has many
// people, and the Regulation knows no refusal for many applications: the limits stop programs, not
// people, and say when it goes on.
class VisitorLimits {
public:
    // The status of its refusals.
    static constexpr int too_often = 429;

    // One more application by the web. Refusal request.too-often.
    Status take_application(const http::Request& request, std::int64_t now);

    // Sets Retry-After: the seconds after which what was refused will be taken.
    void tell_when(http::Response& response, const http::Request& request, const Error& refusal,
                   std::int64_t now) const;

    // Number and query code are guessed at no faster than this. Refusal tracking.shut.
    Status may_guess(const http::Request& request, std::int64_t now) const;
    void note_wrong_guess(const http::Request& request, std::int64_t now);

    static constexpr int applications_at_once = 30, guesses_at_once = 10;

private:
    static constexpr std::int64_t minute = 60'000;
    desk::ClientLimit applications_{{applications_at_once, 2 * minute}};
    desk::ClientLimit guesses_{{guesses_at_once, minute}};
};

}  // namespace gongkai::site
