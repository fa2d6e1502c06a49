#pragma once

#include <span>
#include <string>
#include <string_view>

#include "demo/bodies.h"
#include "disclosure/content.h"

namespace gongkai::demo {

// A paper that a body publishes every year.
struct Paper {
    disclosure::Kind kind;
    int subject_class;       // item of Reg. 20, 0 for Reg. 21
    int month;               // in which it is formed
    std::string_view title;  // {place}, {year}
    std::string_view what;   // one sentence of what it says
    bool attachment = false;
};

// Those of a body, by month.
std::span<const Paper> papers_of(const Body& body);

std::string title_of(const Paper& paper, const Body& body, int year);
// The whole text, in paragraphs that end with a line break.
std::string text_of(const Paper& paper, const Body& body, int year);

}  // namespace gongkai::demo
