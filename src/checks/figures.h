#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "forms/report.h"

namespace gongkai::checks {

// What a sum of cells may come to: one value, or several where digits are glued together.
struct Figure {
    bool known = false;           // false where cells are missing, all blank, or no number
    std::vector<Decimal> values;  // of a known one, at least one
    std::vector<int> cells;       // those that were counted

    bool may_be(const Decimal& value) const;
    bool is_zero() const;
    bool is_positive() const;
    std::string text() const;  // "393", "132、470 等"
};

// Blanks count as nothing; a blank total is counted from its row. Optional rows and the rows they
// stand for take part where the report has them.
Figure figure(const forms::Report& report, const std::vector<int>& cells);

// The same by ids. Ids that the form lacks are passed over.
Figure figure(const forms::Report& report, std::initializer_list<std::string_view> ids);

// The value of one cell where it is certain; a blank one is 0.
std::optional<Decimal> certain(const forms::Report& report, int cell);
std::optional<Decimal> certain(const forms::Report& report, std::string_view id);

}  // namespace gongkai::checks
