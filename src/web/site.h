#pragma once

#include <iosfwd>
#include <memory>

#include "web/http/dispatch.h"
#include "web/services.h"

namespace gongkai::web {

// The whole site: pages, data and their rules of safety. What breaks down is written to `log`.
std::unique_ptr<http::Dispatch> make_site(Services services, std::ostream& log);

}  // namespace gongkai::web
