#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/decimal.h"
#include "base/text.h"
#include "forms/form.h"
#include "reader/document.h"

namespace gongkai::forms {

enum class CellKind { Number, Blank, Slash, Text, Ambiguous };

struct Cell {
    CellKind kind = CellKind::Blank;
    std::optional<Decimal> value;  // of a Number, in the column's unit; none of any other kind
    std::string text;              // as printed
    bool derived = false;          // a Number won from glued digits or from the narrative
    int candidates = -1;           // of an Ambiguous cell: index into Report::candidates
    reader::Place place;
};

// The readings that glued digits leave open: each of `values` is one joint reading of `cells`.
struct Candidates {
    std::vector<int> cells;
    std::vector<std::vector<Decimal>> values;
    bool complete = true;  // false where there are more readings than are kept
};

// A section of the report in the order printed.
struct Section {
    int number = 0;     // which of the form's six parts it is by meaning; 0 for what precedes them
                        // and for a part that the form does not have
    std::string title;  // as printed; empty for what precedes the first section
    std::string text;   // its narrative as printed, without tables; paragraphs end in '\n'
    int page = 0;
    // `text` folded, where whoever read it needed it; see folded().
    std::shared_ptr<const text::Folded> kept = nullptr;

    // What is kept of the text, or the text folded anew.
    std::shared_ptr<const text::Folded> folded() const {
        return kept ? kept : std::make_shared<const text::Folded>(text::folded(text));
    }
};

// A number in the narrative: what is counted, how much, where it stands.
struct Statement {
    int section = 0;       // index into Report::sections
    int from = 0, to = 0;  // code points of that section's text, of number and unit
    Decimal value;
    std::string unit;          // 条, 件, 篇, 个, 万元, 元, % ...; may be empty
    std::string subject;       // the words before it in its clause, as printed
    bool approximate = false;  // 余, 约, 近, 多, 超过
    // The cells whose sum it states, where the words leave no doubt; empty otherwise.
    std::vector<int> about;
    // Where the words leave a choice, such as 受理 with or without what was carried over: each sum
    // that they may state. `about` is empty then.
    std::vector<std::vector<int>> readings;
};

// Something odd met while reading that is no error of arithmetic. Stable ids: glued-digits,
// missing-cells, extra-row, missing-row, missing-table, missing-header, section-count, form-mixed,
// year-mismatch, encoding-lies, encoding-damaged.
struct Oddity {
    std::string id;
    std::string message;     // Chinese
    std::vector<int> cells;  // concerned, may be empty
};

// A published annual report as it was read: nothing guessed is given as certain.
struct Report {
    std::string organ;        // as printed in the title, may be empty
    std::optional<int> year;  // the year that the report is about
    const Form* form = nullptr;
    std::string title;
    std::optional<Date> published_on;  // only where the source prints it as that
    std::vector<Section> sections;
    std::vector<std::optional<Cell>> cells;  // by the form's cell numbers; none: not in the source
    std::vector<Candidates> candidates;
    std::vector<Statement> statements;
    std::vector<Oddity> oddities;

    const Cell* cell(int number) const {
        const auto& it = cells.at(std::size_t(number));
        return it ? &*it : nullptr;
    }
    // The number in a cell; none where it is not a certain number.
    std::optional<Decimal> value(int number) const {
        const Cell* it = cell(number);
        return it && it->kind == CellKind::Number ? it->value : std::nullopt;
    }
};

// What a sum of the form says of a report.
struct SumCheck {
    enum class Outcome {
        Holds,
        Broken,     // for certain: no candidate agrees
        Undecided,  // too little is there, a total is blank, or a candidate agrees
    };
    Outcome outcome = Outcome::Undecided;
    Decimal left, right;  // of a Broken one: both sides, blanks counted as nothing
};
SumCheck check(const Sum& sum, const Report& report);

}  // namespace gongkai::forms
