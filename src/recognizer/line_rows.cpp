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
    std::vector<std::u32string> words;  // folded, before the values
    std::vector<const reader::Word*> values;
};

Printed read_line(const Flow& flow, std::size_t start, const reader::Line& line) {
    const int block = flow.starts[start].block;
    Printed printed{start, &line, flow.document->blocks[std::size_t(block)].place.page, {}, {}};
    for (const reader::Word& word : line.words) {
        const auto folded = text::folded_points(word.text);
        if (!folded.empty() && looks_like_value(folded)) {
            printed.values.push_back(&word);
        } else {
            // Words behind values begin anew: numbers inside a sentence are no cells.
            if (!printed.values.empty()) printed.words.clear();
            printed.values.clear();
            printed.words.push_back(folded);
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
std::vector<std::u32string> keys_of(const std::vector<Printed>& lines, std::size_t at) {
    std::vector<std::u32string> keys;
    const auto add = [&](const std::u32string& label) {
        auto key = forms::label_key(label);
        if (!key.empty() && std::ranges::find(keys, key) == keys.end()) keys.push_back(key);
    };
    const auto last = [&](std::size_t i) {
        return lines[i].words.empty() ? std::u32string() : lines[i].words.back();
    };
    const auto free = [&](std::size_t i) { return lines[i].values.empty(); };
    // Words before the last one belong to a group's label, or to a label set with gaps.
    const auto& words = lines[at].words;
    std::u32string own;
    for (auto word = words.rbegin(); word != words.rend(); ++word) {
        own.insert(0, *word);
        add(own);
    }
    own = words.empty() ? U"" : words.back();
    if (lines[at].values.empty()) {
        // A row that is blank all through: its label may go on below.
        for (std::size_t i = at + 1; i < lines.size() && i < at + 3; ++i) {
            if (!free(i) || !near(lines[i - 1], lines[i])) break;
            own += last(i);
            add(own);
        }
        return keys;
    }
    const bool above = at > 0 && free(at - 1) && near(lines[at - 1], lines[at]);
    const bool below = at + 1 < lines.size() && free(at + 1) && near(lines[at], lines[at + 1]);
    const bool above2 = above && at > 1 && free(at - 2) && near(lines[at - 2], lines[at - 1]);
    if (above && below) add(last(at - 1) + own + last(at + 1));
    if (above) add(last(at - 1) + own);
    if (above2) add(last(at - 2) + last(at - 1) + own);
    if (above2 && below) add(last(at - 2) + last(at - 1) + own + last(at + 1));
    if (below) add(own + last(at + 1));
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
        row.keys = keys_of(lines, i);
        for (const reader::Word* word : printed.values)
            row.values.push_back(
                {word->text, {printed.page, row.block, -1, -1}, (word->left + word->right) / 2});
        rows.push_back(std::move(row));
    }
}

}  // namespace gongkai::recognizer
