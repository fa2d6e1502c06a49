#include "requests/request.h"

#include <algorithm>

namespace gongkai::requests {

bool Progress::is_consulting() const {
    return std::ranges::any_of(consultations,
                               [](const Consultation& each) { return !each.answered_on; });
}

const Application& application_of(const Request& request) {
    return std::get<Register>(request.acts().front().what).application;
}

std::optional<law::DecisionCode> outcome(const Progress& progress, const Settings& settings) {
    if (progress.ended_as) return progress.ended_as;
    std::vector<law::DecisionCode> codes;
    codes.reserve(progress.decided.size());
    for (const ItemDecision& each : progress.decided)
        codes.push_back(each.code);
    return law::counted_outcome(codes, settings.counting);
}

std::optional<Date> settled_on(const Progress& progress) {
    return progress.decided_on ? progress.decided_on : progress.ended_on;
}

}  // namespace gongkai::requests
