#pragma once

#include <vector>

#include "forms/form.h"
#include "recognizer/printed_row.h"

namespace gongkai::recognizer {

// A row of the form that is printed as a row (not side by side as in table 4).
struct FormRow {
    const forms::Grid* grid;
    int row;
};

// Which row of the form each printed row is: the cheapest way to lay the one order over the
// other, so that a missing, added or renamed row shifts nothing behind it.
struct Alignment {
    double cost = 0;
    std::vector<FormRow> rows;  // of the form, in order
    std::vector<int> match;     // for each printed row its index in `rows`, or -1
};
Alignment align(const std::vector<PrintedRow>& printed, const forms::Form& form);

}  // namespace gongkai::recognizer
