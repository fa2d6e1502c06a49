#include "recognizer/columns.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <utility>

#include "base/text.h"
#include "forms/label.h"
#include "recognizer/value.h"

namespace gongkai::recognizer {

namespace {

constexpr double least_likeness = 0.6;

double likeness(const std::u32string& key, const forms::Column& column) {
    double best = 0;
    for (const std::u32string& known : column.keys)
        best = std::max(best, key == known ? 1.0 : forms::likeness(key, known));
    return best;
}

// The heads of the table columns above a row: the lowest cell of words over each.
std::vector<std::u32string> heads_above(const reader::Table& table, int row) {
    std::vector<std::u32string> heads(std::size_t(table.columns));
    std::vector<int> from(std::size_t(table.columns), -1);
    for (const reader::TableCell& cell : table.cells) {
        if (cell.row >= row) break;
        if (cell.column_span > 3) continue;
        const auto folded = text::folded_points(cell.text);
        if (looks_like_value(folded)) continue;
        for (int c = cell.column; c < cell.column + cell.column_span && c < table.columns; ++c) {
            if (cell.row < from[std::size_t(c)]) continue;
            from[std::size_t(c)] = cell.row;
            heads[std::size_t(c)] = forms::label_key(folded);
        }
    }
    return heads;
}

// Words of a head that stand one below the other, as one label is wrapped in its column.
struct Head {
    float left, right;
    std::u32string text;

    float centre() const { return (left + right) / 2; }
    float width() const { return right - left; }
    bool over(const reader::Word& word) const {
        const float wide = std::max(width(), word.right - word.left);
        const float narrow = std::min(width(), word.right - word.left);
        const float apart = std::fabs(centre() - (word.left + word.right) / 2);
        return wide < 3.2F * narrow && apart < 0.45F * wide;
    }
};

// A line of another row, above which no head of this grid stands.
bool has_value(const reader::Line& line) {
    return std::ranges::any_of(line.words, [](const reader::Word& word) {
        const auto folded = text::folded_points(word.text);
        return !folded.empty() && looks_like_value(folded);
    });
}

void add_head(std::vector<Head>& heads, const reader::Word& word, const std::u32string& text) {
    const auto over = std::ranges::find_if(heads, [&](const Head& it) { return it.over(word); });
    if (over == heads.end()) {
        heads.push_back({word.left, word.right, text});
        return;
    }
    over->text = text + over->text;  // lines are read from below
    over->left = std::min(over->left, word.left);
    over->right = std::max(over->right, word.right);
}

// Whether each value stands nearer to one column than to the middle between two.
bool all_under(const std::vector<float>& values, const std::vector<float>& columns) {
    float apart = std::numeric_limits<float>::max();
    for (std::size_t c = 1; c < columns.size(); ++c)
        apart = std::min(apart, std::fabs(columns[c] - columns[c - 1]));
    return std::ranges::all_of(values, [&](float value) {
        return std::ranges::any_of(columns,
                                   [&](float at) { return std::fabs(at - value) <= 0.4F * apart; });
    });
}

}  // namespace

std::optional<std::vector<int>> columns_by_head(const reader::Document& document,
                                                const PrintedRow& row,
                                                const std::vector<const PrintedRow*>& of_grid,
                                                const forms::Grid& grid) {
    const auto* table =
        std::get_if<reader::Table>(&document.blocks[std::size_t(row.block)].content);
    if (!table || !table->exact) return {};
    // Labels of the rows between are no heads.
    int first = row.table_row;
    for (const PrintedRow* it : of_grid)
        if (it->block == row.block) first = std::min(first, it->table_row);
    const auto heads = heads_above(*table, first);
    std::vector<int> values(grid.columns.size(), -1);
    std::size_t found = 0;
    for (std::size_t v = 0; v < row.values.size(); ++v) {
        const auto at = std::size_t(row.values[v].place.column);
        if (at >= heads.size() || heads[at].empty()) continue;
        double best = least_likeness;
        int column = -1;
        for (std::size_t c = 0; c < grid.columns.size(); ++c) {
            const double like = likeness(heads[at], grid.columns[c]);
            if (like > best && values[c] < 0) best = like, column = int(c);
        }
        if (column < 0) continue;
        values[std::size_t(column)] = int(v);
        ++found;
    }
    // A few known heads among unknown ones prove nothing.
    if (found + 1 < grid.columns.size() || found == 0) return {};
    return values;
}

ColumnPlaces::ColumnPlaces(const reader::Document& document,
                           const std::vector<const PrintedRow*>& like, const forms::Grid& grid)
    : document_(document) {
    find_columns(grid);
    learn(like);
}

void ColumnPlaces::find_columns(const forms::Grid& grid) {
    const int across = grid.across ? int(grid.rows.size()) : 1;
    for (int r = 0; r < across; ++r)
        for (const forms::Column& column : grid.columns)
            columns_.push_back(&column);
    groups_ = {U"申请人情况"};
    for (const forms::Column& column : grid.columns)
        groups_.push_back(forms::label_key(column.group));
    if (!grid.across) return;
    for (const forms::Row& row : grid.rows) {
        groups_.push_back(forms::label_key(row.label));
        groups_.push_back(forms::label_key(row.group));
    }
}

void ColumnPlaces::learn(const std::vector<const PrintedRow*>& like) {
    learn_from_full_rows(like);
    if (centres_.empty()) learn_from_heads(like);
    if (!centres_.empty() && document_.format != "pdf") learn_moved_pages(like);
}

// In text laid out with spaces the values of a page may stand beside their heads, and each page is
// moved by as much as its widest label took. Heads are believed where every value of their page
// stands under one, the last under a total; else the first and the last column that are filled must
// tell alike how far.
void ColumnPlaces::learn_moved_pages(const std::vector<const PrintedRow*>& like) {
    constexpr float alike = 2;
    const Centres known = centres_.front();
    std::map<int, std::vector<float>> pages;
    for (const PrintedRow* row : like)
        for (const PrintedValue& value : row->values)
            pages[value.place.page].push_back(value.centre);
    for (const auto& [page, values] : pages) {
        const auto same = std::ranges::find(centres_, page, &Centres::page);
        const auto [least, most] = std::ranges::minmax(values);
        if (same != centres_.end() &&
            (!same->by_heads || (all_under(values, same->at) && ends_in_total(most, same->at))))
            continue;
        const float first = least - known.at.front(), last = most - known.at.back();
        Centres moved{page, {}};
        if (std::fabs(first - last) <= alike)
            for (const float at : known.at)
                moved.at.push_back(at + (first + last) / 2);
        if (same != centres_.end())
            *same = std::move(moved);
        else
            centres_.push_back(std::move(moved));
    }
}

// Where blank columns are laid out narrower than their heads, values slide under heads before their
// own: then what is furthest right is no total.
bool ColumnPlaces::ends_in_total(float most, const std::vector<float>& at) const {
    const auto nearest =
        std::ranges::min_element(at, {}, [&](float it) { return std::fabs(it - most); });
    return columns_[std::size_t(nearest - at.begin())]->is_total();
}

void ColumnPlaces::learn_from_full_rows(const std::vector<const PrintedRow*>& like) {
    for (const PrintedRow* row : like) {
        if (row->values.size() != columns_.size()) continue;
        const int page = row->values.front().place.page;
        if (std::ranges::find(centres_, page, &Centres::page) != centres_.end()) continue;
        Centres centres{page, {}};
        for (const PrintedValue& value : row->values)
            centres.at.push_back(value.centre);
        centres_.push_back(std::move(centres));
    }
}

// The words of the lines right above the first row, gathered by where they stand. Heads of groups
// stand over the middle of their columns and must not be taken for one of them.
void ColumnPlaces::learn_from_heads(const std::vector<const PrintedRow*>& like) {
    if (like.empty()) return;
    const int first = like.front()->block;
    std::vector<Head> heads;
    constexpr int most_lines = 14;  // a head may begin on the page before
    for (int block = first - 1; block >= 0 && first - block <= most_lines; --block) {
        const auto* line = std::get_if<reader::Line>(&document_.blocks[std::size_t(block)].content);
        if (!line || has_value(*line)) break;
        for (const reader::Word& word : line->words) {
            const auto folded = text::folded_points(word.text);
            const auto key = forms::label_key(folded);
            if (key.empty() || folded.size() > 8 || is_group(key)) continue;
            add_head(heads, word, folded);
        }
    }
    std::ranges::sort(heads, {}, &Head::left);
    Centres centres{document_.blocks[std::size_t(first)].place.page, {}, true};
    for (const Head& head : heads) {
        if (centres.at.size() == columns_.size()) break;
        const auto key = forms::label_key(head.text);
        if (likeness(key, *columns_[centres.at.size()]) >= least_likeness)
            centres.at.push_back(head.centre());
    }
    if (centres.at.size() == columns_.size()) centres_.push_back(std::move(centres));
}

bool ColumnPlaces::is_group(const std::u32string& key) const {
    return std::ranges::find(groups_, key) != groups_.end();
}

std::optional<std::vector<int>> ColumnPlaces::columns_of(const PrintedRow& row) const {
    if (centres_.empty()) return {};
    if (row.values.empty()) return std::vector<int>(columns_.size(), -1);
    auto centres = std::ranges::find(centres_, row.values.front().place.page, &Centres::page);
    if (centres == centres_.end()) centres = centres_.begin();
    if (centres->at.empty()) return {};
    std::vector<int> values(columns_.size(), -1);
    for (std::size_t v = 0; v < row.values.size(); ++v) {
        const auto nearest = std::ranges::min_element(
            centres->at, {}, [&](float at) { return std::fabs(at - row.values[v].centre); });
        auto& slot = values[std::size_t(nearest - centres->at.begin())];
        if (slot >= 0) return {};
        slot = int(v);
    }
    return values;
}

}  // namespace gongkai::recognizer
