#pragma once

#include <vector>

#include "forms/form.h"
#include "recognizer/printed_row.h"

namespace gongkai::recognizer {

// Which row of the form each printed row is: the cheapest way to lay the one order over the
// other, so that a missing, added or renamed row shifts nothing behind it.
struct Alignment {
    int cost = 0;                            // in ten-thousandths; see align.cpp
    std::vector<forms::Form::FormRow> rows;  // of the form, in order
    std::vector<int> match;                  // for each printed row its index in `rows`, or -1
};
Alignment align(const std::vector<PrintedRow>& printed, const forms::Form& form);

}  // namespace gongkai::recognizer
