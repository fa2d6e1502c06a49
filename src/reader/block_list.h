#pragma once

#include <utility>
#include <vector>

#include "reader/document.h"

namespace gongkai::reader {

// Collects blocks in reading order and numbers their places.
class BlockList {
public:
    void add(Paragraph paragraph) { push(std::move(paragraph), 0); }
    void add(Table table) {
        if (!table.cells.empty()) push(std::move(table), 0);
    }
    void add(Line line, int page) {
        if (!line.words.empty()) push(std::move(line), page);
    }
    void add(std::vector<Block> blocks) {
        for (auto& block : blocks) {
            block.place.block = static_cast<int>(blocks_.size());
            blocks_.push_back(std::move(block));
        }
    }

    bool ends_with_paragraph() const {
        return !blocks_.empty() && std::holds_alternative<Paragraph>(blocks_.back().content);
    }
    void reserve(std::size_t count) { blocks_.reserve(count); }
    bool empty() const { return blocks_.empty(); }
    std::vector<Block> take() { return std::move(blocks_); }

private:
    template <class Content>
    void push(Content content, int page) {
        const auto number = static_cast<int>(blocks_.size());
        auto& block = blocks_.emplace_back();
        // Assigning the variant makes g++ 12 warn of members that it wrongly takes for unset.
        block.content.template emplace<Content>(std::move(content));
        block.place.page = page;
        block.place.block = number;
    }

    std::vector<Block> blocks_;
};

}  // namespace gongkai::reader
