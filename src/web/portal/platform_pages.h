#pragma once

#include "desk/platform.h"
#include "web/http/router.h"
#include "web/portal/counter.h"
#include "web/services.h"

namespace gongkai::web::portal {

// What the pages of bodies keep between requests. Outlives the routes.
struct PlatformState {
    desk::Catalogues catalogues;
    Counter counter;
};

// The pages of the bodies' platforms (政府信息公开平台). `services` has an office; both outlive the
// routes. A body that is not there is a page with status 404 on all of them.
std::vector<http::Route> platform_routes(const Services& services, PlatformState& state);
std::vector<http::Route> apply_routes(const Services& services, PlatformState& state);
std::vector<http::Route> tracking_routes(const Services& services);

// The pages behind platform_routes(), each in a file of its own.
http::Response platform_home(const Services& services, PlatformState& state,
                             const organs::Organ& organ, const http::Request& request);
http::Response guide_page(const Services& services, const organs::Organ& organ,
                          const http::Request& request);
http::Response rules_column(const Services& services, PlatformState& state,
                            const organs::Organ& organ, const http::Request& request);
http::Response documents_page(const Services& services, PlatformState& state,
                              const organs::Organ& organ, const http::Request& request);
http::Response document_page(const Services& services, PlatformState& state,
                             const organs::Organ& organ, const http::Request& request);
http::Response document_file(const Services& services, PlatformState& state,
                             const organs::Organ& organ, const http::Request& request);
http::Response yearly_reports(const Services& services, const organs::Organ& organ,
                              const http::Request& request);
http::Response yearly_report(const Services& services, const organs::Organ& organ,
                             const http::Request& request);
http::Response yearly_report_file(const Services& services, const organs::Organ& organ,
                                  const http::Request& request);
http::Response yearly_report_csv(const Services& services, const organs::Organ& organ,
                                 const http::Request& request);
http::Response yearly_roll_up(const Services& services, const organs::Organ& organ,
                              const http::Request& request);

}  // namespace gongkai::web::portal
