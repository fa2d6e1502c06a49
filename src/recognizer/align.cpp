#include "recognizer/align.h"

#include <algorithm>

#include "forms/label.h"

namespace gongkai::recognizer {

namespace {

constexpr float skip_printed = 0.5F;
constexpr float skip_known = 1.0F;    // a row with values under a label of the form
constexpr float skip_silent = 0.02F;  // a row without label or values
constexpr float skip_form = 0.25F;
constexpr float skip_tail = 0.02F;  // rows behind the last one that is there: an excerpt
constexpr float unlabelled = 0.3F;
constexpr float wrong_count = 0.1F;
constexpr float never = 100;
constexpr double least_likeness = 0.55;

std::vector<FormRow> rows_of(const forms::Form& form) {
    std::vector<FormRow> rows;
    for (const forms::Grid& grid : form.grids()) {
        if (grid.across) continue;
        for (int r = 0; r < int(grid.rows.size()); ++r)
            rows.push_back({&grid, r});
    }
    return rows;
}

const forms::Row& row_of(const FormRow& it) { return it.grid->rows[std::size_t(it.row)]; }

// How well a label fits, as a cost: 0 for the same key.
float label_cost(const PrintedRow& printed, const forms::Row& row, bool fuzzy) {
    float best = never;
    for (std::size_t i = 0; i < printed.keys.size(); ++i) {
        const std::u32string& key = printed.keys[i];
        for (const std::u32string& known : row.keys) {
            if (key == known) return 0.01F * float(i);
            // Running text carries what stands before the label, and so may a printed line.
            const bool more = printed.source == PrintedRow::Source::Running ||
                              (printed.source == PrintedRow::Source::Positions && known.size() > 3);
            if (more && key.size() > known.size() && key.ends_with(known))
                best =
                    std::min(best, 0.2F - 0.005F * float(std::min<std::size_t>(known.size(), 20)));
            if (!fuzzy || key.size() > 3 * known.size()) continue;
            const double like = forms::likeness(key, known);
            if (like >= least_likeness) best = std::min(best, float(1 - like));
        }
    }
    return best;
}

float match_cost(const PrintedRow& printed, const FormRow& form_row, bool fuzzy) {
    const std::size_t columns = form_row.grid->columns.size();
    if (printed.keys.empty())
        return printed.source == PrintedRow::Source::Positions && printed.values.size() == columns
                   ? unlabelled
                   : never;
    const float cost = label_cost(printed, row_of(form_row), fuzzy);
    if (cost >= never) return never;
    return cost + (printed.values.size() < columns ? wrong_count : 0);
}

struct Costs {
    std::vector<float> match;  // printed rows by form rows
    std::vector<float> leave;  // of a printed row that is none of the form
};

Costs match_costs(const std::vector<PrintedRow>& printed, const std::vector<FormRow>& rows) {
    Costs all{std::vector<float>(printed.size() * rows.size(), never),
              std::vector<float>(printed.size(), skip_silent)};
    auto& costs = all.match;
    for (std::size_t i = 0; i < printed.size(); ++i) {
        const PrintedRow& it = printed[i];
        if (it.values.empty() && it.source != PrintedRow::Source::Positions) continue;
        bool exact = false;
        for (std::size_t j = 0; j < rows.size(); ++j) {
            float& cost = costs[i * rows.size() + j];
            cost = match_cost(it, rows[j], false);
            exact = exact || cost < 0.2F;
        }
        if (it.keys.empty() || it.values.empty()) continue;
        all.leave[i] = exact ? skip_known : skip_printed;
        if (exact) continue;
        for (std::size_t j = 0; j < rows.size(); ++j)
            costs[i * rows.size() + j] = match_cost(it, rows[j], true);
    }
    return all;
}

}  // namespace

Alignment align(const std::vector<PrintedRow>& printed, const forms::Form& form) {
    Alignment result;
    result.rows = rows_of(form);
    result.match.assign(printed.size(), -1);
    const std::size_t n = printed.size(), m = result.rows.size();
    const Costs costs = match_costs(printed, result.rows);
    std::vector<float> skip(m + 1, 0);
    for (std::size_t j = 0; j < m; ++j)
        skip[j] = row_of(result.rows[j]).optional ? 0 : skip_form;

    std::vector<float> best((n + 1) * (m + 1), 0);
    const auto at = [&](std::size_t i, std::size_t j) -> float& { return best[i * (m + 1) + j]; };
    for (std::size_t j = 0; j < m; ++j)
        at(0, j + 1) = at(0, j) + skip[j];
    for (std::size_t i = 0; i < n; ++i) {
        const float leave = costs.leave[i];
        at(i + 1, 0) = at(i, 0) + leave;
        for (std::size_t j = 0; j < m; ++j)
            at(i + 1, j + 1) = std::min(
                {at(i, j + 1) + leave, at(i + 1, j) + skip[j], at(i, j) + costs.match[i * m + j]});
    }
    // Rows behind the last match cost next to nothing: the source may end there.
    std::size_t end = m;
    float tail = 0;
    result.cost = at(n, m);
    for (std::size_t j = m; j-- > 0;) {
        tail += skip[j] > 0 ? skip_tail : 0;
        if (at(n, j) + tail < result.cost) {
            result.cost = at(n, j) + tail;
            end = j;
        }
    }
    for (std::size_t i = n, j = end; i > 0 && j > 0;) {
        if (at(i, j) == at(i - 1, j - 1) + costs.match[(i - 1) * m + j - 1]) {
            --i;
            --j;
            result.match[i] = int(j);
        } else if (at(i, j) == at(i - 1, j) + costs.leave[i - 1]) {
            --i;
        } else {
            --j;
        }
    }
    return result;
}

}  // namespace gongkai::recognizer
