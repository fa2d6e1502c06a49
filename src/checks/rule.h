#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "forms/report.h"

namespace gongkai::checks {

enum class Severity { Error, Warning, Hint };

// A stretch of a section's narrative, in code points of its printed text.
struct Quote {
    int section = 0;  // index into Report::sections
    int from = 0, to = 0;
    std::string quote;
};

// Something in a report that a rule says should be otherwise. Changes nothing.
struct Finding {
    std::string_view rule;
    Severity severity = Severity::Warning;
    std::string_view title;
    std::string_view basis;
    std::string message;  // Chinese: what, where, what to do
    std::string found;
    std::string expected;
    std::vector<int> cells;  // of the report's form: every cell that it is about
    std::vector<Quote> text;
};

class Narrative;

// What the rules look at: one report, and last year's of the same body where there is one.
struct Subject {
    const forms::Report& report;
    const forms::Report* last_year = nullptr;
    const Narrative* narrative = nullptr;  // set by check(): the report's text, scanned once
};

// A rule keeps nothing and reads no clock: the same reports always get the same findings.
struct Rule {
    std::string_view id;  // dashed lower case, never reused
    Severity severity;    // the usual one; a finding may be milder
    std::string_view title;
    std::string_view basis;     // article or source
    std::string_view explains;  // one or two plain sentences for the page that lists the rules
    void (*run)(const Rule& rule, const Subject& subject, std::vector<Finding>& findings);

    Finding finding() const { return {id, severity, title, basis, {}, {}, {}, {}, {}}; }
};

// Every rule, in the order in which their findings are shown.
std::span<const Rule> rules();

// The findings of all rules, errors first, each once.
std::vector<Finding> check(const Subject& subject);

}  // namespace gongkai::checks
