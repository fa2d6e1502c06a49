#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/decimal.h"
#include "base/text.h"

namespace gongkai::recognizer {

// A counted number in a folded text: 150条, 十二件, 3万余人次, 96171.6万元, 33.9%.
struct Number {
    std::size_t from = 0, to = 0;  // of number and unit, in signs of the folded text
    Decimal value;
    std::u32string_view unit;
    bool approximate = false;
};

// A year named in the text, which tells what the numbers behind it are about.
struct YearNamed {
    std::size_t at = 0;
    int year = 0;
};

struct Numbers {
    std::vector<Number> counted;
    std::vector<YearNamed> years;
};

// One pass over the text.
Numbers numbers(const text::Folded& folded);

}  // namespace gongkai::recognizer
