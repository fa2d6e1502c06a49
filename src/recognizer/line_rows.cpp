#include <algorithm>
#include <cmath>

#include "base/text.h"
#include "forms/label.h"
#include "recognizer/printed_row.h"
#include "recognizer/value.h"

// On printed lines a label may be wrapped above and below the line of its values.
namespace gongkai::recognizer {

namespace {

struct Printed {
    std::size_t start;  // of the flow
    const reader::Line* line;
    int page;
    std::u32string label;  // folded words before the values
    std::vector<const reader::Word*> values;
    bool taken = false;  // its label belongs to another line's values
};

Printed read_line(const Flow& flow, std::size_t start, const reader::Line& line) {
    const int block = flow.starts[start].block;
    Printed printed{start, &line, flow.document->blocks[std::size_t(block)].place.page, {}, {}};
    for (const reader::Word& word : line.words) {
        const auto folded = text::folded(word.text).text;
        if (!folded.empty() && looks_like_value(folded)) {
            printed.values.push_back(&word);
        } else {
            // Words behind values begin anew: numbers inside a sentence are no cells.
            printed.values.clear();
            printed.label = folded;
        }
    }
    return printed;
}

// Whether two lines are so near that they can be of one cell.
bool near(const Printed& above, const Printed& below) {
    if (above.page != below.page) return false;
    const float height = std::max(above.line->bottom - above.line->top, 1.0F);
    return below.line->top - above.line->bottom < 1.3F * height;
}

// The label of values at `at`: its own, with the lines without values around it.
std::vector<std::u32string> keys_of(std::vector<Printed>& lines, std::size_t at) {
    std::vector<std::u32string> keys;
    const auto add = [&](const std::u32string& label) {
        auto key = forms::label_key(label);
        if (!key.empty() && std::ranges::find(keys, key) == keys.end()) keys.push_back(key);
    };
    const auto free = [&](std::size_t i) { return lines[i].values.empty() && !lines[i].taken; };
    const std::u32string own = lines[at].label;
    if (!own.empty()) add(own);
    const bool above = at > 0 && free(at - 1) && near(lines[at - 1], lines[at]);
    const bool below = at + 1 < lines.size() && free(at + 1) && near(lines[at], lines[at + 1]);
    const bool above2 = above && at > 1 && free(at - 2) && near(lines[at - 2], lines[at - 1]);
    if (above && below) add(lines[at - 1].label + own + lines[at + 1].label);
    if (above) add(lines[at - 1].label + own);
    if (above2) add(lines[at - 2].label + lines[at - 1].label + own);
    if (above2 && below) add(lines[at - 2].label + lines[at - 1].label + own + lines[at + 1].label);
    if (below) add(own + lines[at + 1].label);
    return keys;
}

}  // namespace

void rows_of_lines(const Flow& flow, std::size_t from, std::size_t to,
                   std::vector<PrintedRow>& rows) {
    std::vector<Printed> lines;
    for (std::size_t start = from; start < to; ++start) {
        const auto& block = flow.document->blocks[std::size_t(flow.starts[start].block)];
        if (const auto* line = std::get_if<reader::Line>(&block.content))
            lines.push_back(read_line(flow, start, *line));
    }
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const Printed& printed = lines[i];
        PrintedRow row;
        row.source = PrintedRow::Source::Positions;
        row.block = flow.starts[printed.start].block;
        row.from = flow.starts[printed.start].at;
        row.to = flow.end_of(printed.start);
        row.keys = printed.values.empty() ? std::vector{forms::label_key(printed.label)}
                                          : keys_of(lines, i);
        for (const reader::Word* word : printed.values)
            row.values.push_back(
                {word->text, {printed.page, row.block, -1, -1}, (word->left + word->right) / 2});
        rows.push_back(std::move(row));
    }
}

}  // namespace gongkai::recognizer
