#pragma once

#include <optional>
#include <string>
#include <vector>

#include "requests/request.h"

namespace gongkai::requests {

// An act that the law allows now, and what it would do to the day of the answer.
struct Offer {
    const records::Row* row = nullptr;  // its name, title, article, right
    std::vector<int> refers_to;         // the acts that it may refer to, where it needs one
    std::optional<Date> due_now;        // of the answer
    std::optional<Date> due_after;      // none: the term would stop or pause
    std::string effect;                 // the same in a sentence: 答复期限从…延长到…
};

// All acts that are lawful on a day, in the order of the table; none is offered that after()
// would refuse for what it is.
std::vector<Offer> offers(const Request& request, const Rules& rules, Date today);

// The row of a kind of act on a request: row_for<Extend>().
template <class Kind>
const records::Row& row_for() {
    return records::row_for<Subject, Kind>();
}

}  // namespace gongkai::requests
