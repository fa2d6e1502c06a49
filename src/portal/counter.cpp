#include "portal/counter.h"

namespace gongkai::portal {

std::optional<desk::Receipt> Counter::given(const journal::LogKey& organ,
                                            const std::string& token) {
    return receipts_.given(organ, token);
}

Result<desk::Receipt> Counter::take(desk::ApplicantDesk& desk, std::int64_t now,
                                    const journal::LogKey& organ, const desk::NewRequest& asked,
                                    const std::string& token) {
    return receipts_.take(organ, token, [&] { return desk.apply(now, organ, asked); });
}

}  // namespace gongkai::portal
