#include "reader/text/pipe_table.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/text.h"
#include "reader/grid.h"

namespace gongkai::reader {
namespace {

using Rows = std::vector<std::vector<std::string>>;

bool is_stroke(char32_t sign) {
    return sign == U'|' || sign == U'｜' || sign == U'│' || sign == U'┃' || sign == U'║';
}

// The strokes, corners and crossings of drawn boxes.
bool is_box_sign(char32_t sign) { return sign >= 0x2500 && sign <= 0x257F; }

std::vector<std::string> cells_of(std::string_view line) {
    line = text::trim(line);
    std::vector<std::string> cells;
    std::size_t from = 0;
    for (std::size_t at = 0; at < line.size();) {
        const auto here = at;
        const auto sign = text::next(line, at);
        if (sign == U'\\' && at < line.size() && line[at] == '|') {
            ++at;
            continue;
        }
        if (!is_stroke(sign)) continue;
        if (here > 0) cells.push_back(without_emphasis(text::trim(line.substr(from, here - from))));
        from = at;
    }
    if (from < line.size()) cells.push_back(without_emphasis(text::trim(line.substr(from))));
    return cells;
}

std::size_t filled(const std::vector<std::string>& row) {
    return static_cast<std::size_t>(std::count_if(
        row.begin(), row.end(), [](const std::string& cell) { return !cell.empty(); }));
}

bool one_cell_a_line(const Rows& rows) {
    const auto several =
        std::count_if(rows.begin(), rows.end(), [](const auto& row) { return filled(row) > 1; });
    return static_cast<std::size_t>(several) * 5 < rows.size();
}

}  // namespace

bool holds_stroke(std::string_view text) {
    for (const std::string_view stroke : {"|", "｜", "│", "┃", "║"}) {
        if (text.find(stroke) != text.npos) return true;
    }
    return false;
}

bool is_pipe_line(std::string_view line) {
    line = text::trim(line);
    if (line.size() < 1) return false;
    std::size_t at = 0;
    if (is_stroke(text::next(line, at))) return true;
    if (line.ends_with('|')) return true;
    for (const auto stroke : {"|", "｜", "│", "┃", "║"}) {
        const auto found = line.find(stroke);
        if (found == line.npos) continue;
        // Inside a line of text a stroke counts only with room around it.
        if (stroke[0] != '|' || (found > 0 && line[found - 1] == ' ')) return true;
    }
    return false;
}

bool is_pipe_rule(std::string_view line) {
    line = text::trim(line);
    int drawn = 0;
    for (std::size_t at = 0; at < line.size();) {
        const auto sign = text::next(line, at);
        if ((is_box_sign(sign) && !is_stroke(sign)) || sign == U'-' || sign == U'=') {
            ++drawn;
        } else if (!is_stroke(sign) && sign != U':' && sign != U' ' && sign != U'+') {
            return false;
        }
    }
    return drawn >= 3;
}

namespace {

std::string one_line(const std::vector<std::string>& row) {
    std::string text;
    for (const auto& cell : row)
        text += text.empty() || cell.empty() ? cell : " " + cell;
    return text;
}

}  // namespace

std::size_t read_pipe_table(const std::vector<TextLine>& lines, std::size_t at, bool double_spaced,
                            BlockList& blocks) {
    Rows rows;
    std::size_t end = at;
    while (at < lines.size()) {
        if (lines[at].blank && double_spaced && at == end && at + 1 < lines.size()) {
            ++at;
            continue;
        }
        if (lines[at].blank || !is_pipe_line(lines[at].text)) {
            if (lines[at].blank || !is_pipe_rule(lines[at].text)) break;
        }
        if (!is_pipe_rule(lines[at].text)) rows.push_back(cells_of(lines[at].text));
        end = ++at;
    }
    if (one_cell_a_line(rows)) {
        for (const auto& row : rows)
            blocks.add(Paragraph{one_line(row), 0});
        return end;
    }
    blocks.add(counted_table(rows));
    return end;
}

}  // namespace gongkai::reader
