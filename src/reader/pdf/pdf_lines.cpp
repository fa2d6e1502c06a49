#include "reader/pdf/pdf_lines.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include "base/text.h"
#include "reader/text/text_lines.h"

namespace gongkai::reader {
namespace {

// Shares of the height of a word's box.
constexpr float same_line = 0.4F;    // how far the middles of one line may lie apart
constexpr float joined_gap = 0.6F;   // between words of one cell or sentence
constexpr float table_gap = 0.35F;   // the same on a line that has columns
constexpr float visible_gap = 0.15F; // that separates Latin words
constexpr float column_gap = 1.5F;   // that only a column makes

constexpr float edge_share = 0.12F;  // of the page, above and below, where page numbers stand

struct Box {
    const PdfWord* word;
    float middle;
    float height;
};

bool is_figure(std::string_view text) {
    return text.find_first_of("0123456789") != text.npos &&
           text.find_first_not_of("0123456789.,-+/%") == text.npos;
}

bool is_latin(char sign) {
    return (sign >= '0' && sign <= '9') || (sign >= 'a' && sign <= 'z') ||
           (sign >= 'A' && sign <= 'Z');
}

std::vector<std::vector<Box>> rows_of(const PdfPage& page) {
    std::vector<Box> boxes;
    boxes.reserve(page.words.size());
    for (const auto& word : page.words) {
        const float height = std::max(word.bottom - word.top, 1.0F);
        boxes.push_back({&word, (word.top + word.bottom) / 2, height});
    }
    std::stable_sort(boxes.begin(), boxes.end(),
                     [](const Box& a, const Box& b) { return a.middle < b.middle; });
    std::vector<std::vector<Box>> rows;
    float middle = 0;
    float height = 0;
    for (const auto& box : boxes) {
        const float nearness = same_line * std::min(height, box.height);
        if (rows.empty() || box.middle - middle > nearness) {
            rows.emplace_back();
            middle = box.middle;
            height = box.height;
        }
        rows.back().push_back(box);
        // The middle of the line follows its words, so that a slight slope does not split it.
        const auto count = static_cast<float>(rows.back().size());
        middle += (box.middle - middle) / count;
        height = std::max(height, box.height);
    }
    for (auto& row : rows) {
        std::stable_sort(row.begin(), row.end(), [](const Box& a, const Box& b) {
            return a.word->left < b.word->left;
        });
    }
    return rows;
}

// A line of a table: wide gaps, or short figures in a row.
bool has_columns(const std::vector<Box>& row) {
    int wide = 0;
    for (std::size_t at = 1; at < row.size(); ++at) {
        const float gap = row[at].word->left - row[at - 1].word->right;
        if (gap > column_gap * std::min(row[at].height, row[at - 1].height)) ++wide;
    }
    return wide > 0;
}

bool joins(const Word& left, const Box& right, float height, bool columns) {
    if (is_figure(left.text) && is_figure(right.word->text)) return false;
    const float gap = right.word->left - left.right;
    return gap < (columns ? table_gap : joined_gap) * std::min(height, right.height);
}

Line line_of(const std::vector<Box>& row) {
    Line line;
    line.top = row.front().word->top;
    line.bottom = row.front().word->bottom;
    const bool columns = has_columns(row);
    float height = 0;
    for (const auto& box : row) {
        const auto& word = *box.word;
        line.top = std::min(line.top, word.top);
        line.bottom = std::max(line.bottom, word.bottom);
        if (!line.words.empty() && joins(line.words.back(), box, height, columns)) {
            auto& last = line.words.back();
            const bool apart = word.left - last.right > visible_gap * box.height;
            if (apart && is_latin(last.text.back()) && is_latin(word.text.front())) last.text += ' ';
            last.text += word.text;
            last.right = std::max(last.right, word.right);
        } else {
            line.words.push_back({word.text, word.left, word.right});
        }
        height = box.height;
    }
    return line;
}

bool is_page_number_line(const Line& line, const PdfPage& page, bool outermost) {
    std::string text;
    for (const auto& word : line.words) {
        text += word.text;
    }
    if (is_page_number(text, false)) return true;
    const float edge = page.height * edge_share;
    const bool at_edge = line.bottom < edge || line.top > page.height - edge;
    return outermost && at_edge && is_page_number(text, true);
}

}  // namespace

std::vector<Line> lines_of(const PdfPage& page) {
    std::vector<Line> lines;
    const auto rows = rows_of(page);
    for (std::size_t at = 0; at < rows.size(); ++at) {
        Line line = line_of(rows[at]);
        const bool outermost = at == 0 || at + 1 == rows.size();
        if (!is_page_number_line(line, page, outermost)) lines.push_back(std::move(line));
    }
    return lines;
}

}  // namespace gongkai::reader
