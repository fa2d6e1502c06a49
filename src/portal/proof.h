#pragma once

#include "desk/public_log.h"
#include "portal/layout.h"
#include "site/services.h"

namespace gongkai::portal {

// The public log of the site, said once, before pages are made; none: nothing is shown of it. It
// outlives the pages.
void set_public_log(const desk::PublicLog* log);
bool has_public_log();

// What a receipt has of it (存证凭证): which entry it is, its code, and the way to check it.
void proof_of(writer::Html& out, const desk::LogReceipt& receipt);
// The same of what is public: a document, the report of a year.
void proof_of(writer::Html& out, const disclosure::PublicView& document, Date today);
void proof_of_report(writer::Html& out, const journal::LogKey& organ, int year);

// GET /verify: 核验. A receipt as it is pasted, or as its code has it.
http::Response verify_page(const site::Services& services, const desk::PublicLog& log,
                           const http::Request& request);

}  // namespace gongkai::portal
