#pragma once

#include <vector>

#include "desk/assignment_desk.h"
#include "http/router.h"
#include "site/services.h"

namespace gongkai::api {

// Who in the house works on requests. Both outlive the routes.
std::vector<http::Route> assignment_routes(const site::Services& services,
                                           desk::AssignmentDesk& assignments);

// Outside a unit is named by its body and number, 900121-3/2; in lists without the region. One of
// another region is no unit of the list. Refusal list.filter of what names no unit.
Status place_units(records::Ask& ask, std::int64_t region);

}  // namespace gongkai::api
