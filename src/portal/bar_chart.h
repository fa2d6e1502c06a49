#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/decimal.h"
#include "writer/html.h"

namespace gongkai::portal {

struct Bar {
    std::string label;
    std::optional<Decimal> value;  // none where there is no certain number
    bool incoming = false;
};

// What a chart is called and says of itself; `id` is its own on the page.
struct ChartWords {
    std::string_view id, heading, item;
    std::string_view without_number = "不详";  // in the place of a number
};

// Bars with the table of the same figures beneath, for those who do not see them and for print. A
// section that says why where there is nothing to draw.
void bar_chart(writer::Html& out, const ChartWords& words, std::span<const Bar> bars);

}  // namespace gongkai::portal
