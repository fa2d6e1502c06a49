#pragma once

#include "forms/report.h"
#include "writer/html.h"

namespace gongkai::web::portal {

// Requests and what became of them, as bars with the table of the same figures beneath.
// Nothing where the report has no certain number of requests.
void request_chart(writer::Html& out, const forms::Report& report);

}  // namespace gongkai::web::portal
