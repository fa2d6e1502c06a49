#pragma once

#include "desk/platform.h"
#include "http/router.h"
#include "portal/counter.h"
#include "portal/form_token.h"
#include "portal/letter_receipt.h"
#include "site/services.h"

namespace gongkai::portal {

// What the pages of bodies keep between requests. Outlives the routes.
struct PlatformState {
    Counter counter;
    FormTokens tokens;
    GivenReceipts<LetterReceipt> letters;
};

// The pages of the bodies' platforms (政府信息公开平台). `services` has an office; both outlive the
// routes. A body that is not there is a page with status 404 on all of them.
std::vector<http::Route> platform_routes(const site::Services& services);
std::vector<http::Route> apply_routes(const site::Services& services, PlatformState& state);
std::vector<http::Route> tracking_routes(const site::Services& services);
// 互动交流: letters_page.cpp, write_page.cpp, letter_track_page.cpp.
std::vector<http::Route> letter_routes(const site::Services& services);
std::vector<http::Route> write_routes(const site::Services& services, PlatformState& state);
std::vector<http::Route> letter_track_routes(const site::Services& services);

// The pages behind platform_routes(), each in a file of its own.
http::Response platform_home(const site::Services& services, const organs::Organ& organ,
                             const http::Request& request);
http::Response guide_page(const site::Services& services, const organs::Organ& organ,
                          const http::Request& request);
http::Response rules_column(const site::Services& services, const organs::Organ& organ,
                            const http::Request& request);
http::Response documents_page(const site::Services& services, const organs::Organ& organ,
                              const http::Request& request);
http::Response document_page(const site::Services& services, const organs::Organ& organ,
                             const http::Request& request);
http::Response document_file(const site::Services& services, const organs::Organ& organ,
                             const http::Request& request);
http::Response proposals_page(const site::Services& services, const organs::Organ& organ,
                              const http::Request& request);
http::Response proposal_page(const site::Services& services, const organs::Organ& organ,
                             const http::Request& request);
http::Response yearly_reports(const site::Services& services, const organs::Organ& organ,
                              const http::Request& request);
http::Response yearly_report(const site::Services& services, const organs::Organ& organ,
                             const http::Request& request);
http::Response yearly_report_file(const site::Services& services, const organs::Organ& organ,
                                  const http::Request& request);
http::Response yearly_report_csv(const site::Services& services, const organs::Organ& organ,
                                 const http::Request& request);
http::Response yearly_roll_up(const site::Services& services, const organs::Organ& organ,
                              const http::Request& request);

}  // namespace gongkai::portal
