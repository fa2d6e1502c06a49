#include "recognizer/flow.h"

#include <algorithm>

#include "base/text.h"

namespace gongkai::recognizer {

namespace {

void add(Flow& flow, int block, std::string_view text) {
    flow.starts.push_back({std::uint32_t(flow.text.size()), block});
    auto gap = Flow::Blocks;
    const auto table = text::fold_table();
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t from = at;
        if (text[at] == '[') {
            if (const std::size_t size = text::marker(text, at)) {
                at += size;
                continue;
            }
        }
        const char32_t printed = text::next(text, at);
        const char32_t point = printed < table.size() ? table[printed] : printed;
        if (point == 0) {
            const auto here = printed == '\n' ? Flow::Break : Flow::Space;
            gap = std::max(gap, here);
            continue;
        }
        flow.text += point;
        flow.byte.push_back(std::uint32_t(from));
        flow.gap.push_back(gap);
        gap = Flow::None;
    }
}

std::string joined(const reader::Line& line) {
    std::string text;
    for (const reader::Word& word : line.words) {
        if (!text.empty()) text += ' ';
        text += word.text;
    }
    return text;
}

// About how many signs the paragraphs have: nearly all take three bytes.
std::size_t signs_in(const reader::Document& document) {
    std::size_t bytes = 0;
    for (const reader::Block& block : document.blocks)
        if (const auto* paragraph = std::get_if<reader::Paragraph>(&block.content))
            bytes += paragraph->text.size();
    return bytes / 3 + bytes / 16;
}

}  // namespace

std::size_t Flow::start_of(std::size_t at) const {
    const auto after = std::ranges::upper_bound(starts, at, {}, &Start::at);
    return std::size_t(after - starts.begin()) - 1;
}

std::size_t Flow::end_of(std::size_t start) const {
    return start + 1 < starts.size() ? starts[start + 1].at : text.size();
}

std::string_view Flow::printed(std::size_t start) const {
    const auto& content = document->blocks[std::size_t(starts[start].block)].content;
    if (const auto* paragraph = std::get_if<reader::Paragraph>(&content)) return paragraph->text;
    return line_texts[start];
}

std::string_view Flow::printed(std::size_t from, std::size_t to) const {
    if (from >= to) return {};
    const std::size_t start = start_of(from);
    const std::string_view whole = printed(start);
    std::size_t end = whole.size();
    if (to < end_of(start)) {
        end = byte[to];
    } else {
        end = byte[to - 1];
        text::next(whole, end);
    }
    return whole.substr(byte[from], end - byte[from]);
}

Flow make_flow(const reader::Document& document) {
    Flow flow;
    flow.document = &document;
    const std::size_t room = signs_in(document);
    flow.text.reserve(room);
    flow.byte.reserve(room);
    flow.gap.reserve(room);
    flow.starts.reserve(document.blocks.size());
    flow.line_texts.reserve(document.blocks.size());
    for (std::size_t i = 0; i < document.blocks.size(); ++i) {
        const auto& content = document.blocks[i].content;
        if (const auto* paragraph = std::get_if<reader::Paragraph>(&content)) {
            flow.line_texts.emplace_back();
            add(flow, int(i), paragraph->text);
        } else if (const auto* line = std::get_if<reader::Line>(&content)) {
            flow.line_texts.push_back(joined(*line));
            add(flow, int(i), flow.line_texts.back());
        }
    }
    return flow;
}

}  // namespace gongkai::recognizer
