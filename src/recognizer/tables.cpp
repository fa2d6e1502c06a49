#include "recognizer/tables.h"

#include <algorithm>
#include <bit>
#include <cstdint>

#include "base/text.h"
#include "forms/label.h"
#include "recognizer/align.h"
#include "recognizer/fill.h"

namespace gongkai::recognizer {

namespace {

using forms::Form;
using forms::Report;

constexpr int wrong_year = 4'000;  // in the unit of Alignment::cost

struct Bounds {
    int review_block;         // the block of the fourth heading, or a large number
    std::size_t review_sign;  // where it stands in the flow
    int end_block;            // the block of the fifth heading
};

Bounds bounds(const Flow& flow, const std::vector<Heading>& headings) {
    Bounds it{1 << 30, flow.size() + 1, 1 << 30};
    for (const Heading& heading : headings) {
        const int block = flow.starts[flow.start_of(heading.from)].block;
        if (heading.number == 4) it.review_block = block, it.review_sign = heading.to;
        if (heading.number >= 5) it.end_block = std::min(it.end_block, block);
    }
    return it;
}

// All printed rows of the document in reading order.
std::vector<PrintedRow> collect(const Flow& flow, const Zone& zone, int end_block) {
    std::vector<PrintedRow> rows;
    rows.reserve(64);  // tables 2 to 4 have about as many
    const auto& blocks = flow.document->blocks;
    std::size_t start = 0;
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        if (const auto* table = std::get_if<reader::Table>(&blocks[i].content)) {
            if (int(i) < end_block) rows_of_table(*table, int(i), rows);
            continue;
        }
        // The run of paragraphs, or of lines, that begins here.
        const bool lines = std::holds_alternative<reader::Line>(blocks[i].content);
        while (start < flow.starts.size() && flow.starts[start].block < int(i))
            ++start;
        std::size_t end = start;
        while (i < blocks.size() && !std::holds_alternative<reader::Table>(blocks[i].content) &&
               std::holds_alternative<reader::Line>(blocks[i].content) == lines)
            ++i, ++end;
        --i;
        if (start == end) continue;
        const std::size_t from = std::max<std::size_t>(flow.starts[start].at, zone.from);
        const std::size_t to = std::min(flow.end_of(end - 1), zone.to);
        if (from < to) {
            if (lines)
                rows_of_lines(flow, flow.start_of(from), flow.start_of(to - 1) + 1, rows);
            else
                rows_of_running(flow, from, to, rows);
        }
        start = end;
    }
    return rows;
}

bool names_outcomes(std::u32string_view text) {
    return text.find(U"结果维持") != text.npos && text.find(U"结果纠正") != text.npos;
}

bool heads_review(const PrintedRow& row) { return std::ranges::any_of(row.keys, names_outcomes); }

// Sentences that tell of reviews and suits before the heads of table 4 are none of its rows.
void drop_sentences(const Flow& flow, std::vector<PrintedRow>& review) {
    const auto in_cells = [](const PrintedRow& row) {
        return row.source == PrintedRow::Source::Cells && heads_review(row);
    };
    const auto in_text = [&](const PrintedRow& row) {
        return row.source != PrintedRow::Source::Cells &&
               names_outcomes(std::u32string_view(flow.text).substr(row.from, row.to - row.from));
    };
    auto heads = std::ranges::find_if(review, in_cells);
    if (heads == review.end()) heads = std::ranges::find_if(review, in_text);
    if (heads != review.end()) review.erase(review.begin(), heads);
}

// Cuts off the rows of table 4 from those of tables 2 and 3.
std::vector<PrintedRow> take_review(const Flow& flow, std::vector<PrintedRow>& rows,
                                    const Bounds& at) {
    const auto begins = [&](const PrintedRow& row) {
        if (heads_review(row)) return true;
        return row.source == PrintedRow::Source::Cells ? row.block > at.review_block
                                                       : row.to > at.review_sign;
    };
    const auto first = std::ranges::find_if(rows, begins);
    std::vector<PrintedRow> review(std::make_move_iterator(first),
                                   std::make_move_iterator(rows.end()));
    rows.erase(first, rows.end());
    drop_sentences(flow, review);
    return review;
}

// Lays the rows over each form and keeps the one that costs least; of two that cost the same the
// older one.
Alignment choose_form(const std::vector<PrintedRow>& rows, const forms::Forms& forms,
                      Report& report) {
    Alignment best;
    int least = 0;
    for (const bool of_its_year : {true, false})
        for (const Form& form : forms) {
            if (of_its_year != (!report.year || form.covers(*report.year))) continue;
            const int more = of_its_year ? 0 : wrong_year;
            if (report.form && least < more) continue;
            Alignment alignment = align(rows, form);
            const int cost = alignment.cost + more;
            const bool older = report.form && &form < report.form;
            if (report.form && (older ? cost > least : cost >= least)) continue;
            best = std::move(alignment);
            least = cost;
            report.form = &form;
        }
    return best;
}

// A table begins with its caption or head, above its first row.
std::size_t table_begin(const Flow& flow, std::size_t zone, std::size_t row, std::size_t to) {
    const std::size_t from = std::min(zone, row);
    const auto text = std::u32string_view(flow.text).substr(from, to - from);
    for (const std::u32string_view word : {U"第二十条第", U"信息内容", U"(本列数据的勾稽关系"}) {
        const auto at = text.find(word);
        if (at != text.npos) return from + at;
    }
    return row;
}

void note_taken(const Flow& flow, const Zone& zone, const std::vector<PrintedRow>& rows,
                const std::vector<int>& match, Tables& tables) {
    bool any = false;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (match[i] < 0 || rows[i].source == PrintedRow::Source::Cells) continue;
        if (!any) tables.running.from = table_begin(flow, zone.from, rows[i].from, rows[i].to);
        tables.running.to = std::max(tables.running.to, rows[i].to);
        any = true;
    }
}

void note_review_taken(const Flow& flow, const Zone& zone, const std::vector<PrintedRow>& review,
                       Tables& tables) {
    for (const PrintedRow& row : review) {
        if (row.source == PrintedRow::Source::Cells || row.values.size() == 0) continue;
        if (tables.running.to == 0)
            tables.running.from = table_begin(flow, zone.from, row.from, row.to);
        tables.running.to = std::max(tables.running.to, row.to);
        break;
    }
}

std::string printed_label(const PrintedRow& row) {
    return row.keys.empty() ? std::string() : text::utf8(row.keys.front());
}

void note_odd_rows(const std::vector<PrintedRow>& rows, const Alignment& alignment,
                   Report& report) {
    int last = -1;
    std::vector<bool> found(alignment.rows.size(), false);
    for (const int match : alignment.match)
        if (match >= 0) found[std::size_t(match)] = true, last = std::max(last, match);
    for (std::size_t i = 1; i < rows.size(); ++i) {
        const bool inside = alignment.match[i] < 0 && alignment.match[i - 1] >= 0 &&
                            rows[i].source == PrintedRow::Source::Cells &&
                            rows[i].block == rows[i - 1].block && rows[i].values.size() > 1;
        const bool filled = std::ranges::any_of(rows[i].values, [](const PrintedValue& value) {
            return !text::trim(value.text).empty();
        });
        if (inside && filled && !rows[i].keys.empty())
            report.oddities.push_back(
                {"extra-row", "表中有格式以外的一行“" + printed_label(rows[i]) + "”。", {}});
    }
    for (std::size_t r = 0; r < found.size(); ++r) {
        const auto& it = alignment.rows[r];
        const forms::Row& row = it.grid->rows[std::size_t(it.row)];
        if (row.optional && found[r])
            report.oddities.push_back({"form-mixed",
                                       "“" + row.label + "”一行是另一版格式的。",
                                       {it.grid->cell(it.row, 0)}});
        const auto stands_for = [&](std::size_t other) {
            const auto& to = alignment.rows[other];
            const auto& names = to.grid->rows[std::size_t(to.row)].replaces;
            return found[other] && std::ranges::find(names, row.id) != names.end();
        };
        if (found[r] || row.optional || int(r) >= last) continue;
        bool replaced = false;
        for (std::size_t o = 0; o < found.size(); ++o)
            replaced = replaced || stands_for(o);
        if (!replaced)
            report.oddities.push_back(
                {"missing-row", "没有找到“" + row.label + "”一行。", {it.grid->cell(it.row, 0)}});
    }
}

// Whether each column head stands in a cell letter by letter, as it mostly does.
bool all_heads_as_printed(const Flow& flow, const forms::Grid& grid) {
    std::uint64_t found = 0;
    for (const auto& block : flow.document->blocks)
        if (const auto* table = std::get_if<reader::Table>(&block.content))
            for (const auto& cell : table->cells)
                for (std::size_t c = 0; c < grid.columns.size(); ++c)
                    if (cell.text == grid.columns[c].label) found |= std::uint64_t(1) << c;
    return std::popcount(found) == int(grid.columns.size());
}

// Column heads of table 3 that are printed nowhere, when the others are.
void note_missing_heads(const Flow& flow, const Zone& zone, Report& report) {
    const auto has_lines = std::ranges::any_of(flow.document->blocks, [](const auto& block) {
        return std::holds_alternative<reader::Line>(block.content);
    });
    const forms::Grid* grid = report.form->grid("requests");
    if (has_lines || !grid) return;
    if (all_heads_as_printed(flow, *grid)) return;
    constexpr std::size_t shortest = 6;  // bytes: 总计
    std::u32string heads;
    for (const auto& block : flow.document->blocks)
        if (const auto* table = std::get_if<reader::Table>(&block.content))
            for (const auto& cell : table->cells)
                if (cell.text.size() >= shortest && cell.text.size() < 64) {
                    text::append_folded(heads, cell.text);
                    heads += U'|';
                }
    std::u32string_view running;
    if (zone.from < zone.to)
        running = std::u32string_view(flow.text).substr(zone.from, zone.to - zone.from);
    const auto is_printed = [&](const forms::Column& column) {
        return std::ranges::any_of(column.keys, [&](const std::u32string& key) {
            return heads.find(key) != heads.npos || running.find(key) != running.npos;
        });
    };
    std::vector<bool> printed;
    for (const forms::Column& column : grid->columns)
        printed.push_back(is_printed(column));
    if (std::ranges::count(printed, true) + 2 < std::ptrdiff_t(printed.size())) return;
    for (std::size_t c = 0; c < printed.size(); ++c)
        if (!printed[c])
            report.oddities.push_back({"missing-header",
                                       "表头缺“" + grid->columns[c].label + "”一列的名称。",
                                       {grid->cell(0, int(c))}});
}

}  // namespace

Tables read_tables(const Flow& flow, const std::vector<Heading>& headings,
                   const forms::Forms& forms, Report& report) {
    Tables tables;
    const Zone zone = table_zone(flow, headings);
    const Bounds at = bounds(flow, headings);
    std::vector<PrintedRow> rows = collect(flow, zone, at.end_block);
    const std::vector<PrintedRow> review = take_review(flow, rows, at);
    const Alignment best = choose_form(rows, forms, report);
    report.cells.assign(std::size_t(report.form->cell_count()), std::nullopt);
    fill(*flow.document, rows, best, review, report);
    tables.found = int(std::ranges::count_if(best.match, [](int match) { return match >= 0; }));
    note_taken(flow, zone, rows, best.match, tables);
    note_review_taken(flow, zone, review, tables);
    note_odd_rows(rows, best, report);
    if (tables.found > 0) note_missing_heads(flow, zone, report);
    return tables;
}

}  // namespace gongkai::recognizer
