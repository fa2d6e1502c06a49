#pragma once

#include <string>
#include <vector>

#include "forms/report.h"
#include "recognizer/flow.h"

namespace gongkai::recognizer {

// Where a section of the report begins in the flow.
struct Heading {
    int number = 0;        // of the form's six parts by meaning, 0 for another part
    std::size_t from = 0;  // sign of its number (一、)
    std::size_t to = 0;    // sign behind its title
    std::string title;     // as printed
};

// The section headings in order, by meaning: titles differ from report to report, and in text
// without paragraphs they stand in the middle of it.
std::vector<Heading> outline(const Flow& flow);

// The stretch of the flow in which tables may stand: from the second part to the fifth.
struct Zone {
    std::size_t from = 0, to = 0;
};
Zone table_zone(const Flow& flow, const std::vector<Heading>& headings);

// Title, organ, year and the day of publication, from what stands before the first section and,
// for the year, from the opening sentences.
void read_head(const Flow& flow, const std::vector<Heading>& headings, forms::Report& report);

}  // namespace gongkai::recognizer
