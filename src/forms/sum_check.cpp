#include <algorithm>
#include <span>
#include <stdexcept>

#include "forms/report.h"

namespace gongkai::forms {

namespace {

constexpr std::size_t most_readings = 4096;

const Row& row_of(const Form& form, int cell) {
    const auto place = form.place(cell);
    return place.grid->rows[std::size_t(place.row)];
}

// The cells of a side that take part: the form's own rows, and for one that the report lacks the
// optional rows that stand for it. Nothing when a row is missing altogether.
std::optional<std::vector<int>> taking_part(const std::vector<int>& side, const Report& report) {
    std::vector<int> cells;
    std::vector<const Row*> missing;
    for (const int cell : side) {
        const Row& row = row_of(*report.form, cell);
        if (row.optional) continue;
        if (report.cell(cell))
            cells.push_back(cell);
        else
            missing.push_back(&row);
    }
    if (missing.empty()) return cells;
    for (const int cell : side) {
        const Row& row = row_of(*report.form, cell);
        if (!row.optional || !report.cell(cell)) continue;
        const auto stands_for = [&](const Row* it) {
            return std::ranges::find(row.replaces, it->id) != row.replaces.end();
        };
        if (std::ranges::none_of(missing, stands_for)) continue;
        cells.push_back(cell);
    }
    const auto replaced = [&](const Row* it) {
        return std::ranges::any_of(cells, [&](int cell) {
            const auto& names = row_of(*report.form, cell).replaces;
            return std::ranges::find(names, it->id) != names.end();
        });
    };
    if (!std::ranges::all_of(missing, replaced)) return {};
    return cells;
}

// A side of a sum, as far as it takes part: all of it in nearly every report.
class Side {
public:
    Side(const std::vector<int>& side, const Report& report) : cells_(side) {
        const auto plain = [&](int cell) {
            return report.cell(cell) && !report.form->is_optional(cell);
        };
        if (std::ranges::all_of(side, plain)) return;
        auto some = taking_part(side, report);
        known_ = some.has_value();
        if (known_) own_ = std::move(*some);
        cells_ = own_;
    }
    Side(const Side&) = delete;
    Side& operator=(const Side&) = delete;

    bool known() const { return known_; }
    std::span<const int> cells() const { return cells_; }

private:
    std::vector<int> own_;
    std::span<const int> cells_;
    bool known_ = true;
};

// The values of ambiguous cells under one choice of a reading for each group.
class Choice {
public:
    explicit Choice(const Report& report) : report_(report) {}

    void involve(int group) {
        if (std::ranges::find(groups_, group) == groups_.end()) groups_.push_back(group);
    }
    bool complete() const {
        std::size_t readings = 1;
        for (const int group : groups_) {
            const auto& candidates = report_.candidates.at(std::size_t(group));
            readings *= candidates.values.size();
            if (!candidates.complete || readings == 0 || readings > most_readings) return false;
        }
        return true;
    }
    // Calls `agrees` with each choice until it says yes.
    template <class Agrees>
    bool any(Agrees agrees) {
        chosen_.assign(groups_.size(), 0);
        for (;;) {
            if (agrees()) return true;
            std::size_t i = 0;
            for (; i < groups_.size(); ++i) {
                if (++chosen_[i] < candidates(i).values.size()) break;
                chosen_[i] = 0;
            }
            if (i == groups_.size()) return false;
        }
    }
    Decimal value(int cell, int group) const {
        const auto i = std::size_t(std::ranges::find(groups_, group) - groups_.begin());
        const Candidates& it = candidates(i);
        const auto at = std::ranges::find(it.cells, cell) - it.cells.begin();
        return it.values[chosen_[i]].at(std::size_t(at));
    }

private:
    const Candidates& candidates(std::size_t i) const {
        return report_.candidates[std::size_t(groups_[i])];
    }
    const Report& report_;
    std::vector<int> groups_;
    std::vector<std::size_t> chosen_;
};

Decimal total(std::span<const int> cells, const Report& report, const Choice& choice) {
    Decimal sum;
    for (const int number : cells) {
        const Cell& cell = *report.cell(number);
        if (cell.kind == CellKind::Ambiguous)
            sum = sum + choice.value(number, cell.candidates);
        else if (cell.value && !cell.value->is_zero())
            sum = sum + *cell.value;
    }
    return sum;
}

// A blank total has nothing to break, nor have parts that are all blank.
bool enough(const Sum& sum, std::span<const int> left, std::span<const int> right,
            const Report& report) {
    const auto filled = [&](int number) {
        const CellKind kind = report.cell(number)->kind;
        return kind == CellKind::Number || kind == CellKind::Ambiguous;
    };
    const auto text = [&](int number) { return report.cell(number)->kind == CellKind::Text; };
    if (std::ranges::any_of(left, text) || std::ranges::any_of(right, text)) return false;
    if (left.empty() || right.empty()) return false;
    return sum.kind == Sum::Kind::Flow ? filled(left.front()) && filled(right.front())
                                       : std::ranges::any_of(left, filled) && filled(right.front());
}

SumCheck judge(std::span<const int> left, std::span<const int> right, const Report& report) {
    Choice choice(report);
    bool ambiguous = false;
    for (const auto side : {left, right})
        for (const int number : side)
            if (const Cell& cell = *report.cell(number); cell.kind == CellKind::Ambiguous) {
                choice.involve(cell.candidates);
                ambiguous = true;
            }
    if (ambiguous && !choice.complete()) return {};
    SumCheck result;
    const bool agrees = choice.any([&] {
        result.left = total(left, report, choice);
        result.right = total(right, report, choice);
        return result.left == result.right;
    });
    if (!agrees)
        result.outcome = SumCheck::Outcome::Broken;
    else if (!ambiguous)
        result.outcome = SumCheck::Outcome::Holds;
    return result;
}

}  // namespace

SumCheck check(const Sum& sum, const Report& report) {
    const Side left(sum.left, report), right(sum.right, report);
    if (!left.known() || !right.known()) return {};
    if (!enough(sum, left.cells(), right.cells(), report)) return {};
    try {
        return judge(left.cells(), right.cells(), report);
    } catch (const std::overflow_error&) {
        return {};  // figures of more than 18 digits: the implausible-value rules speak of them
    }
}

}  // namespace gongkai::forms
