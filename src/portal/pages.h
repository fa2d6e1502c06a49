#pragma once

#include "http/message.h"
#include "site/examination.h"
#include "site/services.h"

// The portal's pages, one a file. Each is complete without script.
namespace gongkai::portal {

// GET /: the bodies and the way to their platforms; without bodies the same as reports_page().
http::Response front_page(const site::Services& services, const http::Request& request);
// GET /reports: the bodies and their reports by year.
http::Response reports_page(const site::Services& services, const http::Request& request);
// GET /reports/{id}
http::Response report_page(const site::Services& services, const http::Request& request);
// GET /check: choose a file.
http::Response check_page(const site::Services& services, const http::Request& request);
// POST /check: what was read and found. The file is dropped when the answer is written.
http::Response checked_page(const site::Services& services, const http::Request& request);
// GET /rules
http::Response rules_page(const http::Request& request);
// GET /term: the last day of a term of working days.
http::Response term_page(const site::Services& services, const http::Request& request);
// GET /open: open data and the routes.
http::Response open_data_page(const http::Request& request);
// GET /sitemap: every body's columns.
http::Response sitemap_page(const site::Services& services, const http::Request& request);
// GET /help
http::Response help_page(const http::Request& request);

}  // namespace gongkai::portal
