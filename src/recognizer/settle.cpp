#include "recognizer/settle.h"

#include <algorithm>

namespace gongkai::recognizer {

namespace {

using forms::Candidates;
using forms::Report;

void keep_agreeing(Candidates& candidates, int cell, const Decimal& value) {
    const auto at =
        std::size_t(std::ranges::find(candidates.cells, cell) - candidates.cells.begin());
    const auto agrees = [&](const std::vector<Decimal>& reading) { return reading[at] == value; };
    if (std::ranges::none_of(candidates.values, agrees)) return;
    std::erase_if(candidates.values, [&](const auto& reading) { return !agrees(reading); });
}

// Takes out of the group what all its readings agree on.
void take_agreed(Report& report, Candidates& candidates) {
    if (candidates.values.empty() || !candidates.complete) return;
    for (std::size_t i = candidates.cells.size(); i-- > 0;) {
        const Decimal value = candidates.values.front()[i];
        if (!std::ranges::all_of(candidates.values,
                                 [&](const auto& reading) { return reading[i] == value; }))
            continue;
        forms::Cell& cell = *report.cells[std::size_t(candidates.cells[i])];
        cell.kind = forms::CellKind::Number;
        cell.value = value;
        cell.derived = true;
        cell.candidates = -1;
        candidates.cells.erase(candidates.cells.begin() + std::ptrdiff_t(i));
        for (auto& reading : candidates.values)
            reading.erase(reading.begin() + std::ptrdiff_t(i));
    }
}

}  // namespace

void settle_by_narrative(Report& report) {
    for (const forms::Statement& it : report.statements) {
        if (it.about.size() != 1 || it.approximate) continue;
        const forms::Cell* cell = report.cell(it.about.front());
        if (!cell || cell->kind != forms::CellKind::Ambiguous) continue;
        Candidates& candidates = report.candidates[std::size_t(cell->candidates)];
        keep_agreeing(candidates, it.about.front(), it.value);
        take_agreed(report, candidates);
    }
}

}  // namespace gongkai::recognizer
