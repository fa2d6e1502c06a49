#include "recognizer/flow.h"

#include <algorithm>
#include <memory>

#include "base/text.h"

namespace gongkai::recognizer {

namespace {

// Folds one block's text behind the other. The signs are written into room that is not cleared
// before, one for each byte, and copied once.
class Builder {
public:
    explicit Builder(std::size_t bytes)
        : text_(std::make_unique_for_overwrite<char32_t[]>(bytes)),
          byte_(std::make_unique_for_overwrite<std::uint32_t[]>(bytes)),
          gap_(std::make_unique_for_overwrite<Flow::Gap[]>(bytes)) {}

    std::size_t size() const { return size_; }

    void add(std::string_view text) {
        // In variables of their own, which writing a gap, a single byte, cannot change.
        char32_t* const points = text_.get();
        std::uint32_t* const bytes = byte_.get();
        Flow::Gap* const gaps = gap_.get();
        std::size_t size = size_;
        auto gap = Flow::Blocks;
        const auto table = text::fold_table();
        for (std::size_t at = 0; at < text.size();) {
            const std::size_t from = at;
            if (text[at] == '[') {
                if (const std::size_t marked = text::marker(text, at)) {
                    at += marked;
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
            points[size] = point;
            bytes[size] = std::uint32_t(from);
            gaps[size++] = gap;
            gap = Flow::None;
        }
        size_ = size;
    }

    void move_to(Flow& flow) const {
        flow.text.assign(text_.get(), size_);
        flow.byte.assign(byte_.get(), byte_.get() + size_);
        flow.gap.assign(gap_.get(), gap_.get() + size_);
    }

private:
    std::unique_ptr<char32_t[]> text_;
    std::unique_ptr<std::uint32_t[]> byte_;
    std::unique_ptr<Flow::Gap[]> gap_;
    std::size_t size_ = 0;
};

std::string joined(const reader::Line& line) {
    std::string text;
    for (const reader::Word& word : line.words) {
        if (!text.empty()) text += ' ';
        text += word.text;
    }
    return text;
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
    return from < to ? printed_of(start_of(from), from, to) : std::string_view{};
}

std::string_view Flow::printed_of(std::size_t start, std::size_t from, std::size_t to) const {
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
    flow.starts.reserve(document.blocks.size());
    flow.line_texts.reserve(document.blocks.size());
    std::size_t bytes = 0;
    for (std::size_t i = 0; i < document.blocks.size(); ++i) {
        const auto& content = document.blocks[i].content;
        if (std::holds_alternative<reader::Table>(content)) continue;
        const auto* line = std::get_if<reader::Line>(&content);
        flow.line_texts.push_back(line ? joined(*line) : std::string());
        flow.starts.push_back({0, int(i)});
        bytes += flow.printed(flow.starts.size() - 1).size();
    }
    Builder builder(bytes);
    for (std::size_t start = 0; start < flow.starts.size(); ++start) {
        flow.starts[start].at = std::uint32_t(builder.size());
        builder.add(flow.printed(start));
    }
    builder.move_to(flow);
    return flow;
}

}  // namespace gongkai::recognizer
