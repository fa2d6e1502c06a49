#include "site/report_id.h"

#include <charconv>

namespace gongkai::site {

Result<reports::KeptReport> find_report(const Services& services, const http::Request& request) {
    const auto text = request.parameter("id");
    std::int64_t id = -1;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), id);
    if (fault != std::errc() || end != text.data() + text.size()) id = -1;
    return services.library.find(reports::ReportId(id));
}

}  // namespace gongkai::site
