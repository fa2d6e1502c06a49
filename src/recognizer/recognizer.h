#pragma once

#include "base/result.h"
#include "forms/report.h"
#include "reader/document.h"

namespace gongkai::recognizer {

// Finds the annual report in a document: its sections, every cell of its tables, the numbers of
// its narrative. Refusal: recognizer.not-a-report, with a message that says what is missing.
// The report points into `forms`, which must outlive it.
Result<forms::Report> recognize(const reader::Document& document, const forms::Forms& forms);

}  // namespace gongkai::recognizer
