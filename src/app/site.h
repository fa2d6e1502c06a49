#pragma once

#include <functional>
#include <iosfwd>
#include <memory>

#include "app/health.h"
#include "desk/assignment_desk.h"
#include "desk/public_log.h"
#include "desk/unit_desk.h"
#include "http/dispatch.h"
#include "organs/incident.h"
#include "organs/upload.h"
#include "site/services.h"
#include "tlog/witness.h"

namespace gongkai::app {

// What a site with an office uses beside its desks. All of it outlives the site; none: a site
// without it, and without its routes.
struct Beside {
    organs::Incidents* incidents = nullptr;
    organs::Uploads* uploads = nullptr;
    desk::UnitDesk* units = nullptr;
    desk::AssignmentDesk* assignments = nullptr;
    desk::PublicLog* log = nullptr;
    tlog::Witness* witness = nullptr;
    std::function<Readiness()> readiness{};
};

// The whole site: pages, data and their rules of safety. What breaks down is written to `log`, and
// noted among the incidents.
std::unique_ptr<http::Dispatch> make_site(site::Services services, const Beside& beside,
                                          std::ostream& log);

}  // namespace gongkai::app
