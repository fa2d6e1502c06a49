#pragma once

#include <optional>

#include "interaction/message.h"
#include "interaction/proposal.h"

// The day from which the keeping of what is sealed is counted: of the last act on what is closed.
// Nothing while it is open, or while a text about it is on its way to the public: that is still
// held against what is sealed.
namespace gongkai::interaction {

namespace messages {
std::optional<Date> closed_on(const Message& message);
}

namespace proposals {
std::optional<Date> closed_on(const Proposal& proposal);
}

}  // namespace gongkai::interaction
