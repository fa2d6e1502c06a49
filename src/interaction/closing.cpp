#include "interaction/closing.h"

#include "records/retention.h"

namespace gongkai::interaction {

namespace messages {

std::optional<Date> closed_on(const Message& message) {
    const Progress now = message.progress();
    if (is_open(now.state) || now.stage == Stage::Proposed || now.stage == Stage::Passed) return {};
    return records::last_day(message);
}

}  // namespace messages

namespace proposals {

std::optional<Date> closed_on(const Proposal& proposal) {
    const Progress now = proposal.progress();
    const bool on_its_way =
        now.stage == Stage::Proposed || now.stage == Stage::ToWork || now.stage == Stage::Cleared;
    if (is_open(now) || on_its_way) return {};
    return records::last_day(proposal);
}

}  // namespace proposals

}  // namespace gongkai::interaction
