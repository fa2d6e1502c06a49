#include "site/report_id.h"

#include "base/whole_number.h"

namespace gongkai::site {

Result<reports::KeptReport> find_report(const Services& services, const http::Request& request) {
    return services.library.find(
        reports::ReportId(whole_number(request.parameter("id")).value_or(-1)));
}

}  // namespace gongkai::site
