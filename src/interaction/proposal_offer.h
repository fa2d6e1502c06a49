#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "interaction/proposal_clock.h"

namespace gongkai::interaction::proposals {

// An act that the table has for a proposal as it stands now, what stands in its way, and what it
// would do to the next day.
struct Offer {
    const records::Row* row = nullptr;  // its name, title, article, right
    std::vector<int> refers_to;         // Review, Annul: the acts that it may refer to
    std::string why_not;                // 拟定公开内容的人不能审查它; empty: nothing
    std::optional<Date> due_now, due_after;
    std::string effect;  // the same in a sentence: 答复期限从…变为…
};

// All of them in the order of the table, as the one named by `actor` would do them on a day. An
// act that this body's part or an earlier act leaves no place for is not offered.
std::vector<Offer> offers(const Proposal& proposal, const Rules& rules, std::string_view actor,
                          Date today);

}  // namespace gongkai::interaction::proposals
