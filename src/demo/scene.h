#pragma once

#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>

#include "demo/agenda.h"
#include "demo/bodies.h"
#include "demo/dice.h"
#include "desk/desks.h"
#include "law/calendar.h"

namespace gongkai::demo {

// Who does something at a body.
enum class Part { Public, Clerk, Reviewer, Head };

// A body with the people who work there.
struct Seat {
    const Body* body = nullptr;
    desk::Desks* desks = nullptr;  // where its records are kept
    journal::LogKey organ;
    organs::Account clerk, reviewer, head;

    // With the rights of his part alone, so that nothing is played that nobody could do.
    desk::Actor by(Part part, std::int64_t at) const {
        switch (part) {
            case Part::Public: return desk::Actor::unasked("public", at);
            case Part::Clerk: return actor(clerk, at);
            case Part::Reviewer: return actor(reviewer, at);
            case Part::Head: return actor(head, at);
        }
        return desk::Actor::unasked("system", at);
    }

private:
    desk::Actor actor(const organs::Account& account, std::int64_t at) const {
        return {{account.id, at}, [account, organ = organ](records::Right right) {
                    return organs::may(account, right, organ, {});
                }};
    }
};

// What everybody plays in.
struct Scene {
    Agenda& agenda;
    const law::Calendar& calendar;
    Date last;  // nothing happens later

    // The day that is so many working days later; with 0 the same or the last one before.
    Date after(Date day, int working_days) const {
        return calendar.day_of(calendar.ordinal(day) + working_days);
    }
    Date working_day(Date day) const { return calendar.is_working_day(day) ? day : after(day, 1); }
};

// The plays are lawful: a refusal is a fault of theirs.
template <class T>
T played(Result<T> result, std::string_view what) {
    if (result.ok()) return std::move(result.value());
    throw std::logic_error(std::string(what) + ": " + result.error().message);
}

inline Date day_of(int year, unsigned month, unsigned day) {
    return std::chrono::sys_days{std::chrono::year{year} / int(month) / int(day)};
}

}  // namespace gongkai::demo
