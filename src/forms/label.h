#pragma once

#include <string>
#include <string_view>

namespace gongkai::forms {

// What is left of a printed label for matching: folded, without its number (一、 （三） 2.), notes
// in brackets, quotes and other signs; 其它 is 其他. "2．其他法律行政\n法规禁止公开" and
// "其他法律行政法规禁止公开" have one key. Empty for a label of signs alone.
std::u32string label_key(std::string_view printed);
std::u32string label_key(std::u32string_view folded);

// How alike two keys are, from 0 to 1: the share of signs that both have in the same order.
double likeness(std::u32string_view a, std::u32string_view b);

}  // namespace gongkai::forms
