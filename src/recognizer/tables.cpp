#include "recognizer/tables.h"

#include <algorithm>

#include "recognizer/align.h"
#include "recognizer/fill.h"
#include "recognizer/odd_tables.h"
#include "recognizer/wrapped_rows.h"

namespace gongkai::recognizer {

namespace {

using forms::Form;
using forms::Report;

constexpr int wrong_year = 4'000;     // in the unit of Alignment::cost
constexpr int least_annex_rows = 10;  // of tables that stand behind the last part

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

struct Found {
    std::vector<PrintedRow> rows;    // of tables 2 and 3
    std::vector<PrintedRow> review;  // of table 4
    Alignment best;

    int count() const {
        return int(std::ranges::count_if(best.match, [](int match) { return match >= 0; }));
    }
};

Found find(const Flow& flow, const Zone& zone, const Bounds& at, const forms::Forms& forms,
           Report& report) {
    Found found;
    found.rows = collect(flow, zone, at.end_block);
    found.review = take_review(flow, found.rows, at);
    found.best = choose_form(found.rows, forms, report);
    return found;
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

}  // namespace

Tables read_tables(const Flow& flow, const std::vector<Heading>& headings,
                   const forms::Forms& forms, Report& report) {
    Tables tables;
    Zone zone = table_zone(flow, headings);
    const Bounds at = bounds(flow, headings);
    Found found = find(flow, zone, at, forms, report);
    if (found.count() == 0 && zone.to < flow.size()) {
        const Zone annex{zone.to, flow.size()};
        Report other = report;
        other.form = nullptr;
        Found behind = find(flow, annex, {1 << 30, flow.size() + 1, 1 << 30}, forms, other);
        if (behind.count() >= least_annex_rows)
            zone = annex, std::swap(found, behind), report.form = other.form;
        if (found.review.empty()) found.review = std::move(behind.review);
    }
    const auto& [rows, review, best] = found;
    report.cells.assign(std::size_t(report.form->cell_count()), std::nullopt);
    fill(*flow.document, rows, best, review, report);
    mend_wrapped_rows(*flow.document, rows, best, report);
    tables.found = found.count();
    note_taken(flow, zone, rows, best.match, tables);
    note_review_taken(flow, zone, review, tables);
    note_odd_tables(flow, zone, rows, best, report);
    return tables;
}

}  // namespace gongkai::recognizer
