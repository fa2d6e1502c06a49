#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>
#include <vector>

#include "reader/document.h"

// What all fuzz targets share: the input as text, its parts, and what must hold of any document.
namespace gongkai::fuzz {

inline std::string_view bytes(const std::uint8_t* data, std::size_t size) {
    return {reinterpret_cast<const char*>(data), size};
}

// An input that stands for several files is divided by lines of two dashes.
inline std::vector<std::string_view> parts(std::string_view input, std::size_t count) {
    constexpr std::string_view divider = "\n--\n";
    std::vector<std::string_view> found;
    while (found.size() + 1 < count) {
        const auto at = input.find(divider);
        found.push_back(input.substr(0, at));
        input = at == input.npos ? std::string_view{} : input.substr(at + divider.size());
    }
    found.push_back(input);
    return found;
}

inline void ensure(bool condition) {
    if (!condition) std::abort();
}

// Cells lie inside their table, blocks are numbered in order.
inline void check(const std::vector<reader::Block>& blocks) {
    int number = 0;
    for (const auto& block : blocks) {
        ensure(block.place.block == number++);
        const auto* table = std::get_if<reader::Table>(&block.content);
        if (table == nullptr) continue;
        for (const auto& cell : table->cells) {
            ensure(cell.row >= 0 && cell.column >= 0 && cell.row_span > 0 && cell.column_span > 0);
            ensure(cell.row + cell.row_span <= table->rows);
            ensure(cell.column + cell.column_span <= table->columns);
        }
    }
}

}  // namespace gongkai::fuzz
