#pragma once

#include <vector>

#include "http/router.h"

namespace gongkai::portal {

// The staff console under /console/: one page with its scripts, compiled into the program. Every
// address below that is no file of it, however deep, gets the page, whose script shows what the
// address means: /console/900121-3/requests/2026-0001.
// Where the program was built without the console, a page says so.
std::vector<http::Route> console_routes();

}  // namespace gongkai::portal
