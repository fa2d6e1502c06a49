#pragma once

#include <optional>
#include <string>
#include <vector>

#include "interaction/message_clock.h"

namespace gongkai::interaction::messages {

// An act that is lawful now, and what it would do to the day of the answer.
struct Offer {
    const records::Row* row = nullptr;
    std::vector<int> refers_to;  // the acts that it may refer to, where it needs one
    std::optional<Date> due_now, due_after;
    std::string effect;  // in a sentence: 办理期限从…变为…
};

// In the order of the table; none that the history would refuse for what it is.
std::vector<Offer> offers(const Message& message, const Counting& counting, Date today);

}  // namespace gongkai::interaction::messages
