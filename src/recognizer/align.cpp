#include "recognizer/align.h"

#include <algorithm>
#include <cstdint>
#include <numeric>

#include "forms/label.h"

namespace gongkai::recognizer {

namespace {

using FormRow = forms::Form::FormRow;

// Costs are whole ten-thousandths of what a row costs whose label and values match nothing: whole
// numbers add up the same in any order, and quicker.
constexpr int whole = 10'000;
constexpr int skip_printed = 5'000;
constexpr int skip_known = whole;  // a row with values under a label of the form
constexpr int skip_silent = 200;   // a row without label or values
constexpr int skip_form = 2'500;
constexpr int skip_tail = 200;  // rows behind the last one that is there: an excerpt
constexpr int unlabelled = 3'000;
constexpr int wrong_count = 1'000;
constexpr int later_key = 100;
constexpr int end_of_key = 2'000, each_sign = 50;
constexpr int never = 100 * whole;
constexpr double least_likeness = 0.55;

const forms::Row& row_of(const FormRow& it) { return it.grid->rows[std::size_t(it.row)]; }

// The signs of a key, which tell cheaply of most others that they cannot be alike.
class Signs {
public:
    explicit Signs(const std::u32string& key) : size_(key.size()) {
        for (const char32_t sign : key)
            marks_ |= mark(sign);
    }

    bool may_be_like(const std::u32string& known) const {
        const double most = double(size_ + known.size());
        if (2.0 * double(std::min(size_, known.size())) / most < least_likeness) return false;
        if (std::max(size_, known.size()) > looked_at) return true;
        const auto common =
            std::ranges::count_if(known, [&](char32_t sign) { return (marks_ & mark(sign)) != 0; });
        return 2.0 * double(common) / most >= least_likeness;
    }

private:
    static constexpr std::size_t looked_at = 64;  // likeness() passes over what stands behind
    static std::uint64_t mark(char32_t sign) { return std::uint64_t(1) << (sign & 63); }

    std::size_t size_;
    std::uint64_t marks_ = 0;
};

struct Costs {
    std::vector<int> match;           // printed rows by form rows
    std::vector<int> leave;           // of a printed row that is none of the form
    std::vector<std::size_t> likely;  // the printed rows that may be one of the form at all
};

class Matcher {
public:
    Matcher(const std::vector<PrintedRow>& printed, const forms::Form& form)
        : printed_(printed), form_(form), rows_(form.rows()) {
        costs_.match.assign(printed.size() * rows_.size(), never);
        costs_.leave.assign(printed.size(), skip_silent);
    }

    Costs run() {
        for (std::size_t i = 0; i < printed_.size(); ++i) {
            offered_ = false;
            match(i);
            if (offered_) costs_.likely.push_back(i);
        }
        return std::move(costs_);
    }

private:
    const std::vector<PrintedRow>& printed_;
    const forms::Form& form_;
    std::vector<FormRow> rows_;
    Costs costs_;
    bool offered_ = false;

    void match(std::size_t i) {
        const PrintedRow& it = printed_[i];
        const bool positions = it.source == PrintedRow::Source::Positions;
        if (it.values.empty() && !positions) return;
        if (it.keys.empty()) {
            if (positions) match_unlabelled(i);
            return;
        }
        const bool known = match_exactly(i) || match_ends(i);
        if (it.values.empty()) return;
        costs_.leave[i] = known ? skip_known : skip_printed;
        if (!known && !all_blank(it)) match_alike(i);
    }

    void offer(std::size_t i, std::size_t j, int cost) {
        const std::size_t columns = rows_[j].grid->columns.size();
        if (printed_[i].values.size() < columns) cost += wrong_count;
        int& kept = costs_.match[i * rows_.size() + j];
        kept = std::min(kept, cost);
        offered_ = true;
    }

    void match_unlabelled(std::size_t i) {
        for (std::size_t j = 0; j < rows_.size(); ++j)
            if (printed_[i].values.size() == rows_[j].grid->columns.size()) offer(i, j, unlabelled);
    }

    bool match_exactly(std::size_t i) {
        bool found = false;
        for (std::size_t k = 0; k < printed_[i].keys.size(); ++k)
            for (const int j : form_.rows_of_key(printed_[i].keys[k])) {
                offer(i, std::size_t(j), later_key * int(k));
                found = true;
            }
        return found;
    }

    // Running text carries what stands before the label, and so may a printed line.
    bool match_ends(std::size_t i) {
        const PrintedRow& it = printed_[i];
        if (it.source == PrintedRow::Source::Cells) return false;
        const std::size_t least = it.source == PrintedRow::Source::Positions ? 4 : 1;
        bool found = false;
        for (std::size_t j = 0; j < rows_.size(); ++j)
            for (const std::u32string& known : row_of(rows_[j]).keys)
                for (const std::u32string& key : it.keys) {
                    if (known.size() < least || key.size() <= known.size() || !key.ends_with(known))
                        continue;
                    offer(i, j,
                          end_of_key - each_sign * int(std::min<std::size_t>(known.size(), 20)));
                    found = true;
                }
        return found;
    }

    void match_alike(std::size_t i) {
        for (const std::u32string& key : printed_[i].keys) {
            const Signs signs(key);
            for (std::size_t j = 0; j < rows_.size(); ++j)
                for (const std::u32string& known : row_of(rows_[j]).keys) {
                    if (!signs.may_be_like(known)) continue;
                    const double like = forms::likeness(key, known);
                    if (like >= least_likeness) offer(i, j, int((1 - like) * whole));
                }
        }
    }

    static bool all_blank(const PrintedRow& row) {
        return std::ranges::all_of(row.values,
                                   [](const PrintedValue& value) { return value.text.empty(); });
    }
};

// A row that stands for others is none of the form's where those others are filled themselves: it
// is their sum, or one of them printed a second time.
void leave_doubled(const std::vector<PrintedRow>& printed, Alignment& alignment) {
    const auto filled = [&](const std::string& id) {
        for (std::size_t i = 0; i < printed.size(); ++i)
            if (alignment.match[i] >= 0 &&
                row_of(alignment.rows[std::size_t(alignment.match[i])]).id == id &&
                !is_blank(printed[i]))
                return true;
        return false;
    };
    for (int& match : alignment.match)
        if (match >= 0 && row_of(alignment.rows[std::size_t(match)]).optional &&
            std::ranges::any_of(row_of(alignment.rows[std::size_t(match)]).replaces, filled))
            match = -1;
}

}  // namespace

Alignment align(const std::vector<PrintedRow>& printed, const forms::Form& form) {
    Alignment result;
    result.rows = form.rows();
    result.match.assign(printed.size(), -1);
    const Costs costs = Matcher(printed, form).run();
    const std::size_t n = costs.likely.size(), m = result.rows.size();
    std::vector<int> skip(m + 1, 0);
    for (std::size_t j = 0; j < m; ++j)
        skip[j] = row_of(result.rows[j]).optional ? 0 : skip_form;

    std::vector<int> best((n + 1) * (m + 1), 0);
    const auto at = [&](std::size_t i, std::size_t j) -> int& { return best[i * (m + 1) + j]; };
    for (std::size_t j = 0; j < m; ++j)
        at(0, j + 1) = at(0, j) + skip[j];
    for (std::size_t i = 0; i < n; ++i) {
        const int leave = costs.leave[costs.likely[i]];
        const int *above = &at(i, 0), *match = &costs.match[costs.likely[i] * m];
        int* here = &at(i + 1, 0);
        int left = here[0] = above[0] + leave;
        for (std::size_t j = 0; j < m; ++j) {
            const int down = std::min(above[j + 1] + leave, above[j] + match[j]);
            here[j + 1] = left = std::min(down, left + skip[j]);
        }
    }
    // Rows behind the last match cost next to nothing: the source may end there.
    std::size_t end = m;
    int tail = 0;
    result.cost = at(n, m);
    for (std::size_t j = m; j-- > 0;) {
        tail += skip[j] > 0 ? skip_tail : 0;
        if (at(n, j) + tail < result.cost) {
            result.cost = at(n, j) + tail;
            end = j;
        }
    }
    for (std::size_t i = n, j = end; i > 0 && j > 0;) {
        const std::size_t row = costs.likely[i - 1];
        if (at(i, j) == at(i - 1, j - 1) + costs.match[row * m + j - 1]) {
            --i;
            --j;
            result.match[row] = int(j);
        } else if (at(i, j) == at(i - 1, j) + costs.leave[row]) {
            --i;
        } else {
            --j;
        }
    }
    leave_doubled(printed, result);
    // All others are left, wherever they stand.
    result.cost += std::accumulate(costs.leave.begin(), costs.leave.end(), 0);
    for (const std::size_t row : costs.likely)
        result.cost -= costs.leave[row];
    return result;
}

}  // namespace gongkai::recognizer
