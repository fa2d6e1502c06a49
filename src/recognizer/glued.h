#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/decimal.h"
#include "forms/report.h"

namespace gongkai::recognizer {

// Ways to cut tokens of digits into so many numbers without leading zeros. A cut inside a token is
// free, a number never reaches across two tokens.
struct Splits {
    std::vector<std::vector<Decimal>> values;
    bool complete = true;  // false where there were more than `most`
};
Splits split(const std::vector<std::string_view>& tokens,
             const std::vector<const forms::Column*>& columns, std::size_t most);

// The same for several rows of equal columns in one run, the last column of each their sum: the
// ways that break the fewest of those sums.
Splits split_rows(const std::vector<std::string_view>& tokens, int rows,
                  const std::vector<const forms::Column*>& columns, std::size_t most);

// Whether the last number of a row is the sum of the others.
bool adds_up(const std::vector<Decimal>& row);

// A row of a grid whose numbers are wanted: its readings, likeliest kind first.
struct OpenRow {
    int row = 0;                                 // of the grid
    std::vector<std::vector<Decimal>> readings;  // one for a row that was never glued
    bool complete = true;
};

// All readings of a whole grid that break the fewest of its sums.
struct Solution {
    int broken = 0;
    std::vector<std::vector<int>> choices;  // for each: the index of the reading of each row
    bool complete = true;
};
Solution solve(const forms::Form& form, const forms::Grid& grid, const std::vector<OpenRow>& rows);

}  // namespace gongkai::recognizer
