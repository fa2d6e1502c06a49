#pragma once

#include <iosfwd>
#include <memory>

#include "http/dispatch.h"
#include "site/services.h"

namespace gongkai::app {

// The whole site: pages, data and their rules of safety. What breaks down is written to `log`.
std::unique_ptr<http::Dispatch> make_site(site::Services services, std::ostream& log);

}  // namespace gongkai::app
