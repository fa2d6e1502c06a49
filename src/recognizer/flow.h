#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "reader/document.h"

namespace gongkai::recognizer {

// The paragraphs and printed lines of a document as one run of folded signs, tables left out, with
// the way back to each block. Everything that is looked for in running text is looked for here.
struct Flow {
    enum Gap : std::uint8_t { None, Space, Break, Blocks };  // what stands before a sign

    struct Start {
        std::uint32_t at;  // first sign of the block
        int block;         // index into Document::blocks
    };

    std::u32string text;
    std::vector<std::uint32_t> byte;  // of each sign in its block's text
    std::vector<Gap> gap;
    std::vector<Start> starts;
    std::vector<std::string> line_texts;  // of Line blocks, words joined; by index of starts
    const reader::Document* document = nullptr;

    std::size_t size() const { return text.size(); }
    // Index into `starts` of the block that holds a sign.
    std::size_t start_of(std::size_t at) const;
    std::size_t end_of(std::size_t start) const;  // of the block, behind its last sign
    // The block's text as printed.
    std::string_view printed(std::size_t start) const;
    // What is printed from sign `from` up to sign `to` of one block.
    std::string_view printed(std::size_t from, std::size_t to) const;
    std::string_view printed_of(std::size_t start, std::size_t from, std::size_t to) const;
};

Flow make_flow(const reader::Document& document);

}  // namespace gongkai::recognizer
