#include "reader/text/tab_table.h"

#include <algorithm>
#include <string>
#include <utility>

#include "base/text.h"
#include "reader/grid.h"

namespace gongkai::reader {
namespace {

using Lines = std::vector<TextLine>;
using Rows = std::vector<std::vector<std::string>>;

// Adds the cells between the TABs of a line.
void add_cells(std::string_view line, std::vector<std::string>& row) {
    for (std::size_t from = 0; from <= line.size();) {
        const auto tab = std::min(line.find('\t', from), line.size());
        row.emplace_back(line.substr(from, tab - from));
        from = tab + 1;
    }
}

bool has_inner_tab(std::string_view line) {
    const auto start = line.find_first_not_of("\t ");
    if (start == line.npos) return false;
    const auto tab = line.find('\t', start);
    return tab != line.npos && line.find_first_not_of("\t ", tab) != line.npos;
}

bool opens_cell(const TextLine& line) { return line.text.starts_with('\t'); }

std::size_t skip_blank(const Lines& lines, std::size_t at) {
    while (at < lines.size() && lines[at].blank && !opens_cell(lines[at])) {
        ++at;
    }
    return at;
}

// Reads the export of Word from `at`; stands behind the table afterwards.
class ExportReader {
public:
    ExportReader(const Lines& lines, std::size_t at) : lines_(lines), at_(at) {}

    void read() {
        while (at_ < lines_.size()) {
            const auto& line = lines_[at_];
            if (opens_cell(line)) {
                open_cell(line.text);
            } else if (line.blank) {
                if (!blank()) return;
            } else if (!continues(line)) {
                return;
            } else {
                append(line.text);
                ++at_;
            }
        }
    }

    std::size_t at() const { return at_; }
    Rows take() { return std::move(rows_); }

private:
    void open_cell(std::string_view line) {
        if (!in_row_) open_row();
        in_row_ = true;
        // Tabs on one line are cells of one row.
        add_cells(line.substr(1), rows_.back());
        ++at_;
    }

    // Rows of a table are about equally long.
    void open_row() {
        const auto cells = rows_.empty() ? 0 : rows_.back().size();
        rows_.emplace_back().reserve(cells);
    }

    void append(std::string_view text) {
        auto& cell = rows_.back().back();
        if (text::is_blank(cell)) {
            cell = text;
        } else {
            cell.append("\n").append(text);
        }
    }

    bool cell_is_empty() const { return in_row_ && text::is_blank(rows_.back().back()); }

    bool continues(const TextLine& line) const {
        return in_row_ && !is_numbered_heading(line.text) && !is_prose(line.text);
    }

    // At an empty line. False when the table ends here.
    bool blank() {
        const auto next = skip_blank(lines_, at_);
        if (next == lines_.size()) return false;
        const bool text_follows = !opens_cell(lines_[next]);
        if (text_follows && cell_is_empty() && continues(lines_[next])) {
            at_ = next;
            return true;
        }
        if (text_follows) return false;
        in_row_ = false;
        at_ = next;
        return true;
    }

    const Lines& lines_;
    std::size_t at_;
    Rows rows_;
    bool in_row_ = false;
};

// Narrative whose paragraphs are indented with a TAB looks like a row of long cells.
bool is_narrative(const std::vector<std::string>& row) {
    const auto prose = std::count_if(row.begin(), row.end(),
                                     [](const std::string& cell) { return is_prose(cell); });
    return static_cast<std::size_t>(prose) * 2 > row.size();
}

void add_paragraphs(Rows::iterator from, Rows::iterator end, BlockList& blocks) {
    for (auto row = from; row != end; ++row) {
        for (auto& cell : *row) {
            if (!cell.empty()) blocks.add(Paragraph{std::move(cell), 0});
        }
    }
}

// Rows of cells are tables; narrative, and runs of single cells, are paragraphs.
void add_rows(Rows rows, BlockList& blocks) {
    for (auto from = rows.begin(); from != rows.end();) {
        auto end = from;
        std::size_t widest = 0;
        while (end != rows.end() && !is_narrative(*end)) {
            widest = std::max(widest, end->size());
            ++end;
        }
        if (end == from) {
            add_paragraphs(from, from + 1, blocks);
            ++from;
            continue;
        }
        if (widest < 2) {
            add_paragraphs(from, end, blocks);
        } else {
            blocks.add(counted_table({from, end}));
        }
        from = end;
    }
}

// A label and behind it nothing but blank cells. A heading ends in one TAB at most.
bool is_blank_row(const TextLine& line) {
    if (line.blank || opens_cell(line) || is_prose(line.text)) return false;
    const auto tabs = std::count(line.text.begin(), line.text.end(), '\t');
    return tabs > 1 || (tabs == 1 && !is_numbered_heading(line.text));
}

std::size_t read_rows_on_lines(const Lines& lines, std::size_t at, BlockList& blocks) {
    Rows rows;
    while (at < lines.size() && (has_inner_tab(lines[at].text) || is_blank_row(lines[at]))) {
        auto& row = rows.emplace_back();
        add_cells(lines[at].text, row);
        ++at;
        // A row in which only one cell has text, as headers of a group do.
        while (at < lines.size() && !lines[at].blank && !has_inner_tab(lines[at].text) &&
               !is_blank_row(lines[at]) && lines[at].text.find('\t') != std::string_view::npos &&
               at + 1 < lines.size() && has_inner_tab(lines[at + 1].text)) {
            rows.push_back({std::string(text::trim(lines[at].text))});
            ++at;
        }
    }
    add_rows(std::move(rows), blocks);
    return at;
}

// A line that holds nothing but TABs.
bool parts_cells(const Lines& lines, std::size_t at) {
    return at < lines.size() && lines[at].blank && opens_cell(lines[at]);
}

bool is_export(const Lines& lines) {
    return std::any_of(lines.begin(), lines.end(),
                       [](const TextLine& line) { return !line.blank && opens_cell(line); });
}

bool starts_parted_row(const Lines& lines, std::size_t at) {
    return !lines[at].blank && parts_cells(lines, skip_blank(lines, at + 1));
}

bool holds_words(std::string_view text) {
    constexpr std::size_t two_signs = 6;
    for (std::size_t at = 0; at < text.size() && text.size() >= two_signs;)
        if (text::is_han(text::next(text, at))) return true;
    return false;
}

// Whether the text behind a TAB is the row's next cell. Behind a figure or a blank, words open the
// next row, and the cell is blank; so do headings.
bool fills_cell(const Lines& lines, std::size_t at, const std::vector<std::string>& row) {
    if (at == lines.size() || parts_cells(lines, at)) return false;
    const auto text = lines[at].text;
    if (is_numbered_heading(text) && !starts_parted_row(lines, at)) return false;
    return row.size() < 2 || holds_words(row.back()) || !holds_words(text);
}

// A cell of several lines is cut, so that a label keeps its last line only.
std::size_t read_parted_rows(const Lines& lines, std::size_t at, BlockList& blocks) {
    Rows rows;
    while (at < lines.size() && starts_parted_row(lines, at)) {
        auto& row = rows.emplace_back();
        row.emplace_back(lines[at].text);
        for (at = skip_blank(lines, at + 1); parts_cells(lines, at); at = skip_blank(lines, at)) {
            const auto tabs = std::count(lines[at].text.begin(), lines[at].text.end(), '\t');
            row.resize(row.size() + static_cast<std::size_t>(tabs) - 1);
            at = skip_blank(lines, at + 1);
            const bool filled = fills_cell(lines, at, row);
            row.emplace_back(filled ? lines[at++].text : std::string_view());
        }
    }
    add_rows(std::move(rows), blocks);
    return at;
}

}  // namespace

bool starts_tab_table(const std::vector<TextLine>& lines, std::size_t at) {
    if (opens_cell(lines[at]) || has_inner_tab(lines[at].text)) return true;
    return starts_parted_row(lines, at) && !is_export(lines);
}

std::size_t read_tab_table(const std::vector<TextLine>& lines, std::size_t at, BlockList& blocks) {
    if (has_inner_tab(lines[at].text)) return read_rows_on_lines(lines, at, blocks);
    if (!opens_cell(lines[at])) return read_parted_rows(lines, at, blocks);
    ExportReader reader(lines, at);
    reader.read();
    add_rows(reader.take(), blocks);
    return reader.at();
}

}  // namespace gongkai::reader
