#pragma once

#include <vector>

#include "forms/report.h"

namespace gongkai::recognizer {

// Reads the numbers of the narrative: report.sections and report.form are given, cells need not be.
// Dates, years, article and document numbers, telephone numbers and list numbers are no statements.
std::vector<forms::Statement> statements(forms::Report& report);

}  // namespace gongkai::recognizer
