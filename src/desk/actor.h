#pragma once

#include <functional>
#include <string>
#include <utility>

#include "base/result.h"
#include "journal/ledger.h"
#include "records/row.h"

namespace gongkai::desk {

// Who acts: how it is signed, and what he may do over the body. The right that an act needs stands
// in its row alone; every desk asks for it where it records the act, whoever has called.
struct Actor : journal::Signature {
    Actor(journal::Signature signature, std::function<bool(records::Right)> allowed)
        : journal::Signature(std::move(signature)), may(std::move(allowed)) {}

    // The program itself, or an applicant whose desk has asked what he may do.
    static Actor unasked(std::string who, std::int64_t at) {
        return {{std::move(who), at}, [](records::Right) { return true; }};
    }

    std::function<bool(records::Right)> may;
};

// Refusal door.right, which names the right.
Status check_right(const Actor& by, records::Right right);

}  // namespace gongkai::desk
