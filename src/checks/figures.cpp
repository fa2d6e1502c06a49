#include "checks/figures.h"

#include <algorithm>
#include <stdexcept>

namespace gongkai::checks {

namespace {

constexpr std::size_t most_values = 4096;

using forms::CellKind;

bool may_be_absent(const forms::Report& report, int number) {
    const auto place = report.form->place(number);
    const std::string& row = place.grid->rows[std::size_t(place.row)].id;
    return row.starts_with("other_");  // one row in the 2019 form, three in the 2021 form
}

// The parts of a total that is blank.
std::vector<int> parts_of(const forms::Report& report, int number) {
    const auto place = report.form->place(number);
    const std::string& column = place.grid->columns[std::size_t(place.column)].id;
    if (column != "total" && column != "outcome_total") return {};
    for (const forms::Sum& sum : report.form->sums())
        if (sum.kind == forms::Sum::Kind::Row && sum.right.front() == number) return sum.left;
    return {};
}

class Adder {
public:
    explicit Adder(const forms::Report& report) : report_(report) {}

    void add(int number, bool open_totals) {
        const forms::Cell* cell = report_.cell(number);
        if (!cell) {
            if (!may_be_absent(report_, number)) failed_ = true;
            return;
        }
        switch (cell->kind) {
            case CellKind::Number:
                base_ = base_ + *cell->value;
                filled_ = true;
                break;
            case CellKind::Ambiguous: add_glued(number, cell->candidates); break;
            case CellKind::Text: failed_ = true; break;
            case CellKind::Slash: filled_ = true; break;
            case CellKind::Blank:
                if (open_totals)
                    for (const int part : parts_of(report_, number))
                        add(part, false);
                break;
        }
        cells_.push_back(number);
    }

    Figure figure() const {
        Figure result;
        if (failed_ || !filled_) return result;
        std::vector<Decimal> values = {base_};
        for (const auto& [group, cells] : glued_) {
            const auto& candidates = report_.candidates.at(std::size_t(group));
            if (!candidates.complete || candidates.values.empty()) return result;
            if (values.size() * candidates.values.size() > most_values) return result;
            values = combined(values, candidates, cells);
        }
        result.known = true;
        result.values = std::move(values);
        result.cells = cells_;
        return result;
    }

private:
    struct Glued {
        int group;
        std::vector<int> cells;
    };

    void add_glued(int number, int group) {
        filled_ = true;
        const auto it = std::ranges::find(glued_, group, &Glued::group);
        if (it == glued_.end())
            glued_.push_back({group, {number}});
        else
            it->cells.push_back(number);
    }

    static std::vector<Decimal> combined(const std::vector<Decimal>& values,
                                         const forms::Candidates& candidates,
                                         const std::vector<int>& cells) {
        std::vector<Decimal> more;
        for (const auto& tuple : candidates.values) {
            Decimal sum;
            for (std::size_t i = 0; i < tuple.size() && i < candidates.cells.size(); ++i)
                if (std::ranges::find(cells, candidates.cells[i]) != cells.end())
                    sum = sum + tuple[i];
            for (const Decimal& value : values)
                more.push_back(value + sum);
        }
        std::ranges::sort(more);
        more.erase(std::unique(more.begin(), more.end()), more.end());
        return more;
    }

    const forms::Report& report_;
    Decimal base_;
    bool failed_ = false, filled_ = false;
    std::vector<Glued> glued_;
    std::vector<int> cells_;
};

}  // namespace

bool Figure::may_be(const Decimal& value) const {
    return std::ranges::find(values, value) != values.end();
}

bool Figure::is_zero() const {
    return known && std::ranges::all_of(values, [](const Decimal& it) { return it.is_zero(); });
}

bool Figure::is_positive() const {
    return known && std::ranges::all_of(values, [](const Decimal& it) { return it > Decimal(0); });
}

std::string Figure::text() const {
    std::string all;
    for (std::size_t i = 0; i < values.size() && i < 3; ++i)
        all += (i ? "、" : "") + values[i].text();
    return values.size() > 3 ? all + " 等" : all;
}

Figure figure(const forms::Report& report, const std::vector<int>& cells) {
    try {
        Adder adder(report);
        for (const int cell : cells)
            adder.add(cell, true);
        return adder.figure();
    } catch (const std::overflow_error&) {
        return {};
    }
}

Figure figure(const forms::Report& report, std::initializer_list<std::string_view> ids) {
    std::vector<int> cells;
    for (const auto id : ids)
        if (const auto cell = report.form->find(id)) cells.push_back(*cell);
    return cells.empty() ? Figure{} : figure(report, cells);
}

std::optional<Decimal> certain(const forms::Report& report, std::string_view id) {
    const auto cell = report.form->find(id);
    return cell ? certain(report, *cell) : std::nullopt;
}

std::optional<Decimal> certain(const forms::Report& report, int cell) {
    if (const auto value = report.value(cell)) return value;
    const Figure it = figure(report, std::vector<int>{cell});
    if (!it.known || it.values.size() != 1) return {};
    return it.values.front();
}

}  // namespace gongkai::checks
