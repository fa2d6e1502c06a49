#pragma once

#include "http/message.h"
#include "site/services.h"

namespace gongkai::site {

// The kept report that the path's {id} names. Refusal: report.not-found, also for what is no id.
Result<reports::KeptReport> find_report(const Services& services, const http::Request& request);

}  // namespace gongkai::site
