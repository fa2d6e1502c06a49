#include "requests/closing.h"

#include <algorithm>

#include "records/retention.h"

namespace gongkai::requests {

std::optional<Date> closed_on(const Request& request) {
    const Progress now = request.progress();
    const bool runs = std::ranges::any_of(
        now.remedies, [](const RemedyCase& remedy) { return !remedy.ended_on; });
    if (is_open(now.state) || runs) return {};
    return records::last_day(request);
}

}  // namespace gongkai::requests
