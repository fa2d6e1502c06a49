#include <span>

#include "base/text.h"
#include "forms/label.h"
#include "recognizer/printed_row.h"
#include "recognizer/value.h"

namespace gongkai::recognizer {

namespace {

struct Slot {
    const reader::TableCell* cell;
    std::u32string_view folded;
    bool value;
};

// The folded texts of the labels stand one behind the other.
std::vector<std::u32string> keys_of(std::span<const Slot> labels) {
    std::vector<std::u32string> keys;
    if (labels.empty()) return keys;
    keys.reserve(2);
    const auto end = labels.back().folded.data() + labels.back().folded.size();
    const std::u32string_view all(labels.front().folded.data(), end);
    for (auto it = labels.rbegin(); it != labels.rend() && keys.empty(); ++it) {
        if (auto key = forms::label_key(it->folded); !key.empty()) keys.push_back(std::move(key));
        if (it->folded.size() == all.size()) return keys;
    }
    if (auto key = forms::label_key(all); !key.empty() && (keys.empty() || key != keys.front()))
        keys.push_back(std::move(key));
    return keys;
}

// Where the values of a row begin: behind the label that stands before the first filled value, or,
// in a row without one, behind the last label. What follows a value is a value, remark or not.
std::size_t values_begin(std::span<const Slot> slots) {
    std::size_t behind = 0;
    for (std::size_t i = 0; i < slots.size(); ++i) {
        if (!slots[i].value)
            behind = i + 1;
        else if (!slots[i].folded.empty() && behind > 0)
            break;
    }
    return behind;
}

void add_row(std::span<const Slot> slots, int block, int row, std::vector<PrintedRow>& rows) {
    const std::size_t labels = values_begin(slots);
    PrintedRow& printed = rows.emplace_back();
    printed.block = block;
    printed.table_row = row;
    printed.values.reserve(slots.size() - labels);
    for (const Slot& slot : slots.subspan(labels))
        printed.values.push_back({slot.cell->text, {0, block, row, slot.cell->column}, 0});
    printed.keys = keys_of(slots.first(labels));
}

std::size_t bytes_in(const reader::Table& table) {
    std::size_t bytes = 0;
    for (const reader::TableCell& cell : table.cells)
        bytes += cell.text.size();
    return bytes;
}

}  // namespace

void rows_of_table(const reader::Table& table, int block, std::vector<PrintedRow>& rows) {
    // All cells folded, one behind the other, in a text that never has to grow.
    std::u32string folded;
    folded.reserve(bytes_in(table));
    std::vector<Slot> slots;
    for (std::size_t i = 0; i < table.cells.size();) {
        const int row = table.cells[i].row;
        slots.clear();
        for (; i < table.cells.size() && table.cells[i].row == row; ++i) {
            const std::size_t from = folded.size();
            text::append_folded(folded, table.cells[i].text);
            const auto own = std::u32string_view(folded).substr(from);
            slots.push_back({&table.cells[i], own, looks_like_value(own)});
        }
        add_row(slots, block, row, rows);
    }
}

}  // namespace gongkai::recognizer
