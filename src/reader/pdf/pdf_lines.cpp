#include "reader/pdf/pdf_lines.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

#include "base/text.h"
#include "reader/pdf/wrapped_figures.h"
#include "reader/text/text_lines.h"

namespace gongkai::reader {
namespace {

// Shares of the height of a word's box.
constexpr float same_line = 0.4F;     // how far the middles of one line may lie apart
constexpr float joined_gap = 0.6F;    // between words of one cell or sentence
constexpr float table_gap = 0.5F;     // the same on a line that has columns
constexpr float figure_gap = 0.28F;   // before a figure there: a cell close to a long label
constexpr float visible_gap = 0.15F;  // that separates Latin words
constexpr float column_gap = 1.5F;    // that only a column makes

constexpr float edge_share = 0.12F;  // of the page, above and below, where page numbers stand

constexpr std::size_t stack_bytes = 6;  // two Han signs
constexpr int stack_rows = 3;

struct Box {
    const PdfWord* word;
    float middle;
    float height;
    bool stacked;  // a narrow word that stands exactly above others: a cell printed upright
};

// How many narrow words have the same left and right edge.
class Stacks {
public:
    explicit Stacks(const PdfPage& page) {
        for (const auto& word : page.words) {
            if (is_narrow(word)) ++counts_[edges(word)];
        }
    }
    bool contain(const PdfWord& word) const {
        if (!is_narrow(word)) return false;
        const auto found = counts_.find(edges(word));
        return found != counts_.end() && found->second >= stack_rows;
    }

private:
    static bool is_narrow(const PdfWord& word) {
        return word.text.size() <= stack_bytes && static_cast<unsigned char>(word.text[0]) >= 0x80;
    }
    static std::pair<long, long> edges(const PdfWord& word) {
        return {std::lround(word.left), std::lround(word.right)};
    }

    std::map<std::pair<long, long>, int> counts_;
};

bool is_latin(char sign) {
    return (sign >= '0' && sign <= '9') || (sign >= 'a' && sign <= 'z') ||
           (sign >= 'A' && sign <= 'Z');
}

std::vector<std::vector<Box>> rows_of(const PdfPage& page) {
    const Stacks stacks(page);
    std::vector<Box> boxes;
    boxes.reserve(page.words.size());
    for (const auto& word : page.words) {
        const float height = std::max(word.bottom - word.top, 1.0F);
        boxes.push_back({&word, (word.top + word.bottom) / 2, height, stacks.contain(word)});
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
        std::stable_sort(row.begin(), row.end(),
                         [](const Box& a, const Box& b) { return a.word->left < b.word->left; });
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

bool is_unit(std::string_view text) {
    constexpr std::string_view units[] = {"件", "条", "个", "项", "份", "宗", "次", "元", "万元"};
    return std::ranges::find(units, text) != std::end(units);
}

bool joins(const Word& left, const Box& last, const Box& right, bool columns) {
    const bool behind_figure = is_figure(last.word->text);
    if (behind_figure && is_figure(right.word->text)) return false;
    const float gap = right.word->left - left.right;
    const float height = std::min(last.height, right.height);
    // Units stand one above the other without being a cell of their own.
    if (behind_figure && is_unit(right.word->text)) return gap < figure_gap * height;
    if ((last.stacked || right.stacked) && gap > visible_gap * height) return false;
    if (columns && is_figure(right.word->text)) return gap < figure_gap * height;
    return gap < (columns ? table_gap : joined_gap) * height;
}

Line line_of(const std::vector<Box>& row) {
    Line line;
    line.top = row.front().word->top;
    line.bottom = row.front().word->bottom;
    const bool columns = has_columns(row);
    const Box* before = nullptr;
    for (const auto& box : row) {
        const auto& word = *box.word;
        line.top = std::min(line.top, word.top);
        line.bottom = std::max(line.bottom, word.bottom);
        if (before != nullptr && joins(line.words.back(), *before, box, columns)) {
            auto& last = line.words.back();
            const bool apart = word.left - last.right > visible_gap * box.height;
            if (apart && is_latin(last.text.back()) && is_latin(word.text.front()))
                last.text += ' ';
            last.text += word.text;
            last.right = std::max(last.right, word.right);
        } else {
            line.words.push_back({word.text, word.left, word.right});
        }
        before = &box;
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

std::vector<Line> lines_of(PdfPage page) {
    page.words = with_wrapped_figures_joined(std::move(page.words));
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
