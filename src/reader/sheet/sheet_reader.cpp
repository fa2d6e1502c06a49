#include "reader/sheet/sheet_reader.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/text.h"
#include "reader/block_list.h"
#include "reader/grid.h"
#include "reader/refusal.h"
#include "reader/sheet/workbook.h"
#include "reader/text/text_lines.h"

namespace gongkai::reader {
namespace {

constexpr std::size_t long_text = 40;  // code points: a sentence rather than a label

// The cells of one row of the sheet.
struct Row {
    int number = 0;
    std::vector<const SheetCell*> cells;
    int filled = 0;
    bool bordered = false;
};

bool has_text(const SheetCell& cell) { return !text::is_blank(cell.text); }

std::vector<Row> rows_of(const Sheet& sheet) {
    std::vector<Row> rows;
    for (const auto& cell : sheet.cells) {
        if (rows.empty() || rows.back().number != cell.row)
            rows.push_back({cell.row, {}, 0, false});
        auto& row = rows.back();
        row.cells.push_back(&cell);
        row.filled += has_text(cell) ? 1 : 0;
        row.bordered = row.bordered || cell.bordered;
    }
    return rows;
}

const SheetCell& only_cell(const Row& row) {
    return **std::find_if(row.cells.begin(), row.cells.end(),
                          [](const SheetCell* cell) { return has_text(*cell); });
}

class SheetBlocks {
public:
    SheetBlocks(const Sheet& sheet, BlockList& blocks) : rows_(rows_of(sheet)), blocks_(blocks) {
        for (const auto& merge : sheet.merges) {
            merges_.emplace(key(merge.row, merge.column), &merge);
        }
        any_border_ =
            std::any_of(rows_.begin(), rows_.end(), [](const Row& row) { return row.bordered; });
    }

    void read() {
        std::size_t from = 0;
        for (std::size_t at = 0; at < rows_.size(); ++at) {
            const bool stands_alone = is_paragraph(at);
            const bool gap = at > 0 && rows_[at].number > bottom_ + 1;
            if (stands_alone || gap) {
                add_table(from, at);
                from = at;
            }
            if (stands_alone) {
                blocks_.add(Paragraph{only_cell(rows_[at]).text, 0});
                from = at + 1;
            }
            bottom_ = std::max(bottom_, lowest(rows_[at]));
        }
        add_table(from, rows_.size());
    }

private:
    static std::uint64_t key(int row, int column) {
        return static_cast<std::uint64_t>(static_cast<std::uint32_t>(row)) << 32 |
               static_cast<std::uint32_t>(column);
    }

    const MergedCells* merge_at(const SheetCell& cell) const {
        const auto found = merges_.find(key(cell.row, cell.column));
        return found == merges_.end() ? nullptr : found->second;
    }

    // The last row that the cells of this row reach.
    int lowest(const Row& row) const {
        int last = row.number;
        for (const auto* cell : row.cells) {
            if (const auto* merge = merge_at(*cell)) last = std::max(last, merge->last_row);
        }
        return last;
    }

    // Titles, headings and narrative stand alone in their row. So do captions inside a table and
    // rows whose figures are blank; borders tell these, where the sheet draws any.
    bool is_paragraph(std::size_t at) const {
        const auto& row = rows_[at];
        if (row.filled != 1) return false;
        const auto& cell = only_cell(row);
        if (text::length(cell.text) > long_text && is_prose(cell.text)) return true;
        // Where borders are drawn around everything, a row of a single cell is no row of a table.
        if (any_border_) return !row.bordered || row.cells.size() == 1;
        if (at == 0) return true;
        if (is_numbered_heading(cell.text)) return cell.column == 0 && opens_section(at);
        const bool next_is_row = at + 1 < rows_.size() && rows_[at + 1].filled > 1 &&
                                 rows_[at + 1].number == row.number + 1;
        const bool after_row = at > 0 && rows_[at - 1].filled > 1;
        return !next_is_row && !after_row;
    }

    // A heading is followed by prose or by a caption or head without figures; the label of a row
    // whose figures are blank is followed by the next row.
    bool opens_section(std::size_t at) const {
        if (at + 1 == rows_.size()) return rows_[at - 1].filled <= 1;
        const auto& next = rows_[at + 1];
        return std::none_of(next.cells.begin(), next.cells.end(), [](const SheetCell* cell) {
            return !cell->text.empty() &&
                   cell->text.find_first_not_of("0123456789.,-/ ") == std::string::npos;
        });
    }

    void add_table(std::size_t from, std::size_t end) {
        Grid grid;
        int left = 1 << 20;
        for (std::size_t at = from; at < end; ++at) {
            left = std::min(left, rows_[at].cells.front()->column);
        }
        for (std::size_t at = from; at < end; ++at) {
            grid.begin_row();
            // Rows that only a merged cell reaches have no cells of their own.
            while (at > from && grid.row() < rows_[at].number - rows_[from].number) {
                grid.begin_row();
            }
            add_row(rows_[at], left, grid);
        }
        if (grid.cells() > 0) blocks_.add(grid.take());
    }

    void add_row(const Row& row, int left, Grid& grid) {
        int covered = 0;  // columns of this row that a merged cell has taken
        for (const auto* cell : row.cells) {
            if (cell->column < covered || is_covered(*cell)) continue;
            int row_span = 1;
            int column_span = 1;
            if (const auto* merge = merge_at(*cell)) {
                row_span = merge->last_row - merge->row + 1;
                column_span = merge->last_column - merge->column + 1;
                covered = merge->last_column + 1;
                cover(*merge);
            }
            grid.add_at(cell->column - left, cell->text, row_span, column_span);
        }
    }

    // Merged cells reach into later rows: each column remembers how far down.
    void cover(const MergedCells& merge) {
        const auto end = static_cast<std::size_t>(std::clamp(merge.last_column + 1, 0, 1024));
        if (covered_until_.size() < end) covered_until_.resize(end, -1);
        for (auto at = static_cast<std::size_t>(merge.column); at < end; ++at) {
            covered_until_[at] = std::max(covered_until_[at], merge.last_row);
        }
    }

    bool is_covered(const SheetCell& cell) const {
        const auto at = static_cast<std::size_t>(cell.column);
        return at < covered_until_.size() && covered_until_[at] >= cell.row;
    }

    std::vector<Row> rows_;
    BlockList& blocks_;
    std::unordered_map<std::uint64_t, const MergedCells*> merges_;
    std::vector<int> covered_until_;
    bool any_border_ = false;
    int bottom_ = 0;
};

}  // namespace

bool is_sheet(const ZipArchive& archive) { return archive.has("xl/workbook.xml"); }

Result<Document> read_sheet(const ZipArchive& archive, const Limits& limits) {
    GK_TRY(sheets, read_workbook(archive, limits));
    BlockList blocks;
    for (const auto& sheet : sheets) {
        SheetBlocks(sheet, blocks).read();
    }
    if (blocks.empty()) return refuse_empty("表格里没有内容");
    Document document;
    document.format = "xlsx";
    document.blocks = blocks.take();
    return document;
}

}  // namespace gongkai::reader
