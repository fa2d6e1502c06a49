#pragma once

#include "web/http/message.h"
#include "web/services.h"

namespace gongkai::web {

// The kept report that the path's {id} names. Refusal: report.not-found, also for what is no id.
Result<reports::KeptReport> find_report(const Services& services, const http::Request& request);

}  // namespace gongkai::web
