#pragma once

#include "forms/report.h"
#include "portal/marks.h"
#include "writer/html.h"

namespace gongkai::portal {

// The findings of a report, errors first, each an anchor ("f-" and its number) with links to the
// cells and sentences that it is about.
void finding_list(writer::Html& out, const forms::Report& report, const Marks& marks);

}  // namespace gongkai::portal
