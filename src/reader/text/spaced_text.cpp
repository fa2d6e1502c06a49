#include "reader/text/spaced_text.h"

#include <algorithm>
#include <set>
#include <string>
#include <utility>

#include "base/text.h"

namespace gongkai::reader {
namespace {

constexpr int gap_spaces = 2;  // fewer stand between words of one cell
constexpr std::size_t least_spaced_lines = 4;
constexpr std::size_t least_spaced_share = 20;  // one line of 20

// Columns that a sign takes. Programs count a Chinese sign as one column or as two; see
// width_of_han().
int width_of(char32_t sign, int han) {
    const bool wide = (sign >= 0x1100 && sign <= 0x115F) || (sign >= 0x2E80 && sign <= 0xA4CF) ||
                      (sign >= 0xAC00 && sign <= 0xD7A3) || (sign >= 0xF900 && sign <= 0xFAFF) ||
                      (sign >= 0xFE30 && sign <= 0xFE6F) || (sign >= 0xFF00 && sign <= 0xFF60) ||
                      (sign >= 0xFFE0 && sign <= 0xFFE6) || sign >= 0x20000;
    return wide ? han : 1;
}

std::vector<Word> words_of(std::string_view line, int han) {
    std::vector<Word> words;
    int column = 0;
    int spaces = gap_spaces;
    for (std::size_t at = 0; at < line.size();) {
        const auto start = at;
        const auto sign = text::next(line, at);
        if (text::is_space(sign)) {
            const int width = sign == U'\t' ? 8 - column % 8 : width_of(sign, han);
            spaces += std::max(width, width_of(sign, 2));
            column += width;
            continue;
        }
        if (spaces >= gap_spaces) {
            words.push_back({{}, static_cast<float>(column), static_cast<float>(column)});
        } else if (spaces > 0) {
            words.back().text += ' ';
        }
        spaces = 0;
        column += width_of(sign, han);
        words.back().text += line.substr(start, at - start);
        words.back().right = static_cast<float>(column);
    }
    return words;
}

bool is_figure(const Word& word) {
    return word.text.find_first_of("0123456789") != std::string::npos &&
           word.text.find_first_not_of("0123456789.,-/ ") == std::string::npos;
}

// A figure one space behind a label, and in front of another figure, is a cell of its own: where
// single spaces part cells, two of them hold a blank one.
void part_figures(std::vector<Word>& words) {
    for (std::size_t at = 0; at + 1 < words.size(); ++at) {
        Word& word = words[at];
        const auto space = word.text.rfind(' ');
        if (space == std::string::npos || is_figure(word) || !is_figure(words[at + 1])) continue;
        Word figure{word.text.substr(space + 1), word.right, word.right};
        if (!is_figure(figure)) continue;
        figure.left -= static_cast<float>(figure.text.size());
        word.text.resize(space);
        word.right = figure.left - 1;
        words.insert(words.begin() + static_cast<std::ptrdiff_t>(at) + 1, std::move(figure));
    }
}

// The width of a Chinese sign under which the figures of the text stand in fewer columns. A plain
// editor shows it twice as wide as a digit; pdftotext counts both as one.
int width_of_han(const std::vector<TextLine>& lines) {
    std::set<int> columns[2];
    for (const auto& line : lines) {
        for (const int han : {1, 2}) {
            const auto words = words_of(line.text, han);
            for (std::size_t at = 1; at < words.size(); ++at) {
                // Twice the middle: figures are centred.
                if (!is_figure(words[at])) continue;
                columns[han - 1].insert(static_cast<int>(words[at].left + words[at].right));
            }
        }
    }
    return columns[0].size() < columns[1].size() ? 1 : 2;
}

// The page number is the first or the last line of its page that is not blank.
bool at_page_edge(const std::vector<TextLine>& lines, std::size_t at) {
    bool first = true;
    for (std::size_t before = at; before > 0 && !lines[before].new_page; --before) {
        if (!lines[before - 1].blank) {
            first = false;
            break;
        }
    }
    if (first) return true;
    for (std::size_t after = at + 1; after < lines.size() && !lines[after].new_page; ++after) {
        if (!lines[after].blank) return false;
    }
    return true;
}

// ----------  ------: what a program draws above and below a table. A blank cell has fewer strokes.
bool is_drawn(std::string_view line) {
    return line.find_first_not_of("-=+ \t") == line.npos &&
           (line.find("-----") != line.npos || line.find("=====") != line.npos);
}

}  // namespace

bool is_spaced_text(const std::vector<TextLine>& lines) {
    std::size_t filled = 0;
    std::size_t spaced = 0;
    for (const auto& line : lines) {
        if (line.blank) continue;
        ++filled;
        if (line.text.find('\t') != line.text.npos || line.text.find('|') != line.text.npos) {
            continue;
        }
        if (line.text.find("  ") == line.text.npos && line.text.find("　") == line.text.npos)
            continue;
        const auto words = words_of(line.text, 2);
        bool figure = false;
        for (std::size_t at = 1; at < words.size(); ++at) {
            figure = figure || is_figure(words[at]);
        }
        if (figure) ++spaced;
    }
    return spaced >= least_spaced_lines && spaced * least_spaced_share >= filled;
}

void read_spaced_text(const std::vector<TextLine>& lines, BlockList& blocks) {
    const int han = width_of_han(lines);
    int page = 1;
    int number = 0;
    for (std::size_t at = 0; at < lines.size(); ++at) {
        if (lines[at].new_page) {
            ++page;
            number = 0;
        }
        ++number;
        if (lines[at].blank) continue;
        const auto text = lines[at].text;
        if (is_page_number(text, false) || is_drawn(text)) continue;
        if (is_page_number(text, true) && at_page_edge(lines, at)) continue;
        Line line;
        line.words = words_of(text, han);
        part_figures(line.words);
        line.top = static_cast<float>(number);
        line.bottom = static_cast<float>(number + 1);
        blocks.add(std::move(line), page);
    }
}

}  // namespace gongkai::reader
