#include "recognizer/wrapped_rows.h"

#include <algorithm>
#include <optional>
#include <string>

#include "recognizer/columns.h"
#include "recognizer/glued.h"
#include "recognizer/glued_rows.h"
#include "recognizer/value.h"

namespace gongkai::recognizer {

namespace {

using forms::Cell;
using forms::Grid;
using forms::Report;

constexpr std::size_t most_lines = 3;  // above, and below
constexpr float touching = 0.5F;       // share of a line's height that may lie between pieces
constexpr float clearly = 0.1F;        // nearer than that

using RowCells = std::vector<Cell>;

class Mender {
public:
    Mender(const reader::Document& document, const std::vector<PrintedRow>& rows,
           const Alignment& alignment, Report& report)
        : document_(document), rows_(rows), alignment_(alignment), report_(report) {}

    void run() {
        std::size_t at = 0;
        while (at < rows_.size() && !is_stray(at))
            ++at;
        if (at == rows_.size()) return;
        for (const Grid& grid : report_.form->grids())
            if (!grid.across && grid.columns.size() > 2 && sums_across(grid)) mend(grid);
    }

private:
    const reader::Document& document_;
    const std::vector<PrintedRow>& rows_;
    const Alignment& alignment_;
    Report& report_;

    bool is_free(std::size_t at) const {
        return rows_[at].source == PrintedRow::Source::Positions && alignment_.match[at] < 0;
    }

    // A line of figures that is no row of the form.
    bool is_stray(std::size_t at) const { return is_free(at) && !rows_[at].values.empty(); }

    bool sums_across(const Grid& grid) const {
        return std::ranges::any_of(report_.form->sums(), [&](const forms::Sum& sum) {
            return sum.kind == forms::Sum::Kind::Row && sum.right.front() >= grid.first_cell &&
                   sum.right.front() < grid.first_cell + grid.cells();
        });
    }

    const reader::Line& line(std::size_t at) const {
        const auto& block = document_.blocks[std::size_t(rows_[at].block)];
        return std::get<reader::Line>(block.content);
    }

    void mend(const Grid& grid) {
        std::vector<std::size_t> at;
        std::vector<const PrintedRow*> like;
        for (std::size_t i = 0; i < rows_.size(); ++i) {
            if (alignment_.match[i] < 0 || rows_[i].source != PrintedRow::Source::Positions)
                continue;
            if (alignment_.rows[std::size_t(alignment_.match[i])].grid != &grid) continue;
            at.push_back(i);
            like.push_back(&rows_[i]);
        }
        const ColumnPlaces places(document_, like, grid);
        for (const std::size_t i : at)
            mend_row(grid, i, places);
    }

    // How far the line below lies from the line above; nothing where they are on two pages.
    std::optional<float> gap(std::size_t above, std::size_t below) const {
        if (below >= rows_.size() || rows_[above].source != rows_[below].source) return {};
        const auto page = [&](std::size_t at) {
            return document_.blocks[std::size_t(rows_[at].block)].place.page;
        };
        if (page(above) != page(below)) return {};
        const float height = std::max(line(above).bottom - line(above).top, 1.0F);
        return (line(below).top - line(above).bottom) / height;
    }

    bool touch(std::size_t above, std::size_t below) const {
        return gap(above, below).value_or(1) < touching;
    }

    // Whether the lines of a joined row lie clearly nearer to each other than to their neighbours.
    bool apart(std::size_t from, std::size_t to) const {
        float widest = 0;
        for (std::size_t i = from; i < to; ++i)
            widest = std::max(widest, gap(i, i + 1).value_or(1));
        const auto nearer = [&](std::optional<float> outside) {
            return !outside || widest + clearly < *outside;
        };
        return nearer(from > 0 ? gap(from - 1, from) : std::nullopt) && nearer(gap(to, to + 1));
    }

    // How many lines above or below a row may hold pieces of it; pieces of its label among them.
    std::size_t strays(std::size_t at, int step) const {
        std::size_t count = 0, last = at;
        for (std::size_t seen = 1; seen <= most_lines; ++seen) {
            if (step < 0 ? last == 0 : last + 1 == rows_.size()) break;
            const std::size_t next = step < 0 ? last - 1 : last + 1;
            if (!is_free(next) || !touch(std::min(last, next), std::max(last, next))) break;
            if (is_stray(next)) count = seen;
            last = next;
        }
        return count;
    }

    bool has_bare_stray(std::size_t at, std::size_t above, std::size_t below) const {
        for (std::size_t i = at - above; i <= at + below; ++i)
            if (i != at && is_stray(i) && rows_[i].keys.empty()) return true;
        return false;
    }

    void mend_row(const Grid& grid, std::size_t at, const ColumnPlaces& places) {
        const std::size_t above = strays(at, -1), below = strays(at, 1);
        if (above + below == 0) return;
        const int row = alignment_.rows[std::size_t(alignment_.match[at])].row;
        const bool own = fits(cells_of(grid, row));
        bool possible = false;
        std::vector<RowCells> found;
        for (std::size_t up = 0; up <= above; ++up)
            for (std::size_t down = 0; down <= below; ++down) {
                if (up + down == 0) continue;
                auto joined = join(grid, at - up, at + down, places);
                possible = possible || joined;
                if (!joined || !fits(*joined)) continue;
                if (own && !apart(at - up, at + down)) found.emplace_back();
                found.push_back(std::move(*joined));
            }
        // Pieces that nothing puts together still say that the line has not all of its numbers.
        if (own ? found.empty() : !possible && !has_bare_stray(at, above, below)) return;
        for (std::size_t c = 0; c < grid.columns.size(); ++c) {
            auto& cell = report_.cells[std::size_t(grid.cell(row, int(c)))];
            if (found.size() == 1)
                cell = std::move(found.front()[c]);
            else
                cell.reset();
        }
        if (found.size() != 1)
            note_odd_row(report_, "missing-cells", grid, row,
                         "有的数字在窄列里折成几行，无法确定怎样拼接。");
    }

    RowCells cells_of(const Grid& grid, int row) const {
        RowCells cells;
        for (std::size_t c = 0; c < grid.columns.size(); ++c) {
            const Cell* cell = report_.cell(grid.cell(row, int(c)));
            cells.push_back(cell ? *cell : Cell());
        }
        return cells;
    }

    static bool fits(const RowCells& cells) {
        std::vector<Decimal> values;
        for (const Cell& cell : cells)
            values.push_back(cell.value.value_or(Decimal()));
        return adds_up(values);
    }

    // A column that breaks a number is full: what stands before the break has several digits.
    static bool goes_on(std::string_view text, std::string_view more) {
        const auto digits = [](std::string_view it) {
            return it.find_first_not_of("0123456789,.") == it.npos;
        };
        return text.size() > 1 && text.front() != '0' && digits(text) && digits(more);
    }

    // The cells of a row whose figures stand on several lines.
    std::optional<RowCells> join(const Grid& grid, std::size_t from, std::size_t to,
                                 const ColumnPlaces& places) const {
        std::vector<std::string> texts(grid.columns.size());
        std::vector<reader::Place> at(grid.columns.size());
        bool joined = false;
        for (std::size_t i = from; i <= to; ++i) {
            const auto columns = places.columns_of(rows_[i]);
            if (!columns) return {};
            for (std::size_t c = 0; c < texts.size(); ++c) {
                if ((*columns)[c] < 0) continue;
                const PrintedValue& value = rows_[i].values[std::size_t((*columns)[c])];
                if (texts[c].empty()) at[c] = value.place;
                if (!texts[c].empty() && !goes_on(texts[c], value.text)) return {};
                joined = joined || !texts[c].empty();
                texts[c] += value.text;
            }
        }
        if (!joined) return {};
        RowCells cells;
        for (std::size_t c = 0; c < texts.size(); ++c) {
            cells.push_back(read_value(texts[c], grid.columns[c]));
            cells.back().place = at[c];
            cells.back().derived = cells.back().value.has_value();
        }
        return cells;
    }
};

}  // namespace

void mend_wrapped_rows(const reader::Document& document, const std::vector<PrintedRow>& rows,
                       const Alignment& alignment, Report& report) {
    Mender(document, rows, alignment, report).run();
}

}  // namespace gongkai::recognizer
