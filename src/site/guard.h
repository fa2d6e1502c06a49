#pragma once

#include <functional>
#include <optional>
#include <string_view>

#include "desk/desks.h"
#include "http/router.h"
#include "site/services.h"

namespace gongkai::site {

// Who calls, over which body, and when: what a guarded route works with.
struct Caller {
    organs::Account account;
    organs::Session session;
    journal::LogKey organ;  // of the path's {organ}; the caller's own where the path has none
    desk::Actor actor;
    Date today{};

    bool may(organs::Right right) const { return actor.may(right); }
};

using Work = std::function<http::Response(const http::Request&, const Caller&)>;

// A handler that first asks for a session, for the right over the body, and, for whatever changes
// something, for the session's token in the header X-CSRF-Token. Refusals: 401 door.sign-in, 403
// door.right (of a body that cannot be as well), 403 door.csrf, 403 door.password and door.factor
// before either is the caller's own, 403 organ.ended for the staff of a body that is no more.
std::function<http::Response(const http::Request&)> guarded(const Services& services,
                                                            organs::Right right, Work work);
// The same for what whoever is signed in needs to make password and codes his own, or to go: open
// before they are. Nothing else is.
std::function<http::Response(const http::Request&)> guarded_at_door(const Services& services,
                                                                    Work work);

// Refusal organ.ended for the staff of a body that is no more: they do nothing in its name. Guarded
// routes of work have asked; one of what every account may do asks where it begins work.
Status home_goes_on(const Services& services, const organs::Account& account, Date today);

// The body of the path's {organ}. Where that can be none, one that is nowhere: nothing of it is
// found.
journal::LogKey organ_named(const http::Request& request);

// Digits alone, as addresses write a count; nothing for anything else.
std::optional<std::int64_t> plain_number(std::string_view text);
// A year from 2000 to 2200.
std::optional<int> year_of_path(std::string_view text);

inline constexpr std::string_view session_cookie = "__Host-gongkai";
// By which a browser is known again at the door.
inline constexpr std::string_view device_cookie = "__Host-device";

}  // namespace gongkai::site
