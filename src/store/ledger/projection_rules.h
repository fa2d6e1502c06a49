#pragma once

#include "interaction/proposal_settings.h"
#include "requests/request.h"

namespace gongkai::store {

// What projected days are counted by. An office gives its own calendar and settings.
struct ProjectionRules {
    requests::Rules requests;
    interaction::proposals::Settings proposals = {};

    const law::Calendar& calendar() const { return requests.calendar; }
};

}  // namespace gongkai::store
