#pragma once

#include "forms/report.h"
#include "recognizer/flow.h"
#include "recognizer/outline.h"

namespace gongkai::recognizer {

// What the tables of a document gave.
struct Tables {
    int found = 0;  // rows of tables 2 and 3 that were found
    Zone running;   // the signs from the first to the last row that stands in running text
};

// Finds the form whose rows fit best and fills report.form, cells, candidates and oddities;
// report.year is a cross-check only.
Tables read_tables(const Flow& flow, const std::vector<Heading>& headings,
                   const forms::Forms& forms, forms::Report& report);

}  // namespace gongkai::recognizer
