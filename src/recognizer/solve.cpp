#include <algorithm>
#include <map>

#include "recognizer/glued.h"

// The sums down the columns tie the rows of a table together: each row's readings that add up
// across are tried in all combinations; where none satisfies every column, readings that break
// their own row are tried too, since one broken row may cost less than two broken columns.
namespace gongkai::recognizer {

namespace {

constexpr std::size_t most_tries = 200000;
constexpr std::size_t most_choices = 256;

__extension__ using Wide = __int128;  // sums of figures of 18 digits
using Side = std::vector<Wide>;       // what a reading adds to each column identity

struct Option {
    int reading;
    int broken;  // 1 where the row itself does not add up
    Side adds;
};

class Solver {
public:
    Solver(const forms::Form& form, const forms::Grid& grid, const std::vector<OpenRow>& rows)
        : form_(form), grid_(grid), rows_(rows) {}

    Solution run() {
        find_identities();
        for (const OpenRow& row : rows_)
            add_options(row);
        chosen_.assign(rows_.size(), 0);
        solution_.broken = 1 << 20;
        std::vector<std::size_t> none;
        search(none);
        if (solution_.broken > forced_) widen();
        return std::move(solution_);
    }

private:
    const forms::Form& form_;
    const forms::Grid& grid_;
    const std::vector<OpenRow>& rows_;
    std::vector<std::map<int, int>> identities_;  // cell to +1 or -1
    std::vector<std::vector<Option>> good_, bad_;
    std::vector<int> chosen_;
    Solution solution_;
    std::size_t tries_ = 0;
    int forced_ = 0;

    const OpenRow* open_row(int row) const {
        const auto it = std::ranges::find(rows_, row, &OpenRow::row);
        return it == rows_.end() ? nullptr : &*it;
    }

    void find_identities() {
        for (const forms::Sum& sum : form_.sums()) {
            if (sum.kind == forms::Sum::Kind::Row) continue;
            if (form_.place(sum.right.front()).grid != &grid_) continue;
            std::map<int, int> identity;
            bool whole = true;
            const auto take = [&](const std::vector<int>& cells, int factor) {
                for (const int cell : cells) {
                    const auto place = form_.place(cell);
                    const bool optional = grid_.rows[std::size_t(place.row)].optional;
                    if (open_row(place.row))
                        identity[cell] = factor;
                    else if (!optional && !stood_for(place.row))
                        whole = false;
                }
            };
            take(sum.left, 1);
            take(sum.right, -1);
            if (whole) identities_.push_back(std::move(identity));
        }
    }

    // Whether an optional row that the source has stands for a row that it lacks.
    bool stood_for(int row) const {
        const std::string& id = grid_.rows[std::size_t(row)].id;
        return std::ranges::any_of(rows_, [&](const OpenRow& it) {
            const auto& names = grid_.rows[std::size_t(it.row)].replaces;
            return std::ranges::find(names, id) != names.end();
        });
    }

    Option option(const OpenRow& row, int reading) const {
        const auto& values = row.readings[std::size_t(reading)];
        Option it{reading, 0, Side(identities_.size(), 0)};
        it.broken = adds_up(values) ? 0 : 1;
        for (std::size_t c = 0; c < values.size(); ++c) {
            const int cell = grid_.cell(row.row, int(c));
            for (std::size_t i = 0; i < identities_.size(); ++i) {
                const auto found = identities_[i].find(cell);
                if (found != identities_[i].end())
                    it.adds[i] += Wide(found->second) * values[c].whole();
            }
        }
        return it;
    }

    void add_options(const OpenRow& row) {
        std::vector<Option> good, bad;
        for (int r = 0; r < int(row.readings.size()); ++r) {
            Option it = option(row, r);
            (it.broken ? bad : good).push_back(std::move(it));
        }
        if (good.empty()) {
            good.swap(bad);
            forced_ += good.empty() ? 0 : 1;
        }
        good_.push_back(std::move(good));
        bad_.push_back(std::move(bad));
    }

    // Tries every combination of good readings, with those rows in `free` taking bad ones.
    void search(const std::vector<std::size_t>& free) {
        Side sums(identities_.size(), 0);
        step(0, sums, 0, free);
    }

    void step(std::size_t row, const Side& sums, int broken, const std::vector<std::size_t>& free) {
        if (++tries_ > most_tries) {
            solution_.complete = false;
            return;
        }
        if (row == rows_.size()) {
            const auto missed = std::ranges::count_if(sums, [](auto sum) { return sum != 0; });
            keep(broken + int(missed));
            return;
        }
        const bool bad = std::ranges::find(free, row) != free.end();
        for (const Option& it : bad ? bad_[row] : good_[row]) {
            chosen_[row] = it.reading;
            Side next = sums;
            for (std::size_t i = 0; i < next.size(); ++i)
                next[i] += it.adds[i];
            step(row + 1, next, broken + it.broken, free);
        }
    }

    void keep(int broken) {
        if (broken > solution_.broken) return;
        if (broken < solution_.broken) {
            solution_.broken = broken;
            solution_.choices.clear();
        }
        if (solution_.choices.size() < most_choices)
            solution_.choices.push_back(chosen_);
        else
            solution_.complete = false;
    }

    // One row against its own sum, then two, as long as that could cost as little.
    void widen() {
        for (std::size_t i = 0; i < rows_.size(); ++i)
            if (!bad_[i].empty()) search({i});
        if (solution_.broken < forced_ + 2) return;
        for (std::size_t i = 0; i < rows_.size(); ++i)
            for (std::size_t j = i + 1; j < rows_.size(); ++j)
                if (!bad_[i].empty() && !bad_[j].empty()) search({i, j});
    }
};

}  // namespace

Solution solve(const forms::Form& form, const forms::Grid& grid, const std::vector<OpenRow>& rows) {
    return Solver(form, grid, rows).run();
}

}  // namespace gongkai::recognizer
