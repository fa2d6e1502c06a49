#pragma once

#include "forms/report.h"
#include "recognizer/outline.h"

namespace gongkai::recognizer {

// The sections with their text as printed: what stands between headings, less the tables.
void read_narrative(const Flow& flow, const std::vector<Heading>& headings, const Zone& tables,
                    forms::Report& report);

}  // namespace gongkai::recognizer
