#pragma once

#include <cstdint>
#include <functional>
#include <map>

#include "base/date.h"

namespace gongkai::demo {

// What is to happen on which day. Things of one day happen in the order in which they were
// planned, some seconds apart from nine in the morning on.
class Agenda {
public:
    // `at`: the moment, in milliseconds since 1970 UTC.
    using Work = std::function<void(std::int64_t at)>;

    // While the agenda runs, only for the day that is running or a later one.
    void plan(Date day, Work work) { planned_.emplace(day, std::move(work)); }

    // Everything up to and including a day. `began` hears of each day on which something happens.
    void run(Date last, const std::function<void(Date)>& began) {
        Date today{};
        std::int64_t done_today = 0;
        while (!planned_.empty() && planned_.begin()->first <= last) {
            auto next = planned_.extract(planned_.begin());
            if (next.key() != today) {
                today = next.key();
                done_today = 0;
                began(today);
            }
            next.mapped()(moment(today, done_today++));
        }
    }

private:
    std::multimap<Date, Work> planned_;

    static std::int64_t moment(Date day, std::int64_t turn) {
        using namespace std::chrono;
        constexpr hours nine_in_china{1};  // UTC
        const auto at = day.time_since_epoch() + nine_in_china + seconds{20} * turn;
        return milliseconds{at}.count();
    }
};

}  // namespace gongkai::demo
