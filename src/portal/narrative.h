#pragma once

#include "forms/report.h"
#include "portal/marks.h"
#include "writer/html.h"

namespace gongkai::portal {

// The narrative of a section as printed, with the stretches that findings quote marked in place
// and linked to them. Stretches are anchors: "q-", number of the finding, "-", number of the quote.
void narrative(writer::Html& out, const forms::Report& report, const Marks& marks, int section);

}  // namespace gongkai::portal
