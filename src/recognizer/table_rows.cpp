#include <algorithm>

#include "base/text.h"
#include "forms/label.h"
#include "recognizer/printed_row.h"
#include "recognizer/value.h"

namespace gongkai::recognizer {

namespace {

struct Slot {
    const reader::TableCell* cell;
    std::u32string folded;
    bool value;
};

std::vector<std::u32string> keys_of(const std::vector<Slot>& labels) {
    std::vector<std::u32string> keys;
    std::u32string all;
    for (const Slot& slot : labels)
        all += slot.folded;
    for (auto it = labels.rbegin(); it != labels.rend() && keys.empty(); ++it)
        if (auto key = forms::label_key(it->folded); !key.empty()) keys.push_back(std::move(key));
    if (auto key = forms::label_key(all); !key.empty() && (keys.empty() || key != keys.front()))
        keys.push_back(std::move(key));
    return keys;
}

// Where the values of a row begin: behind the label that stands before the first filled value, or,
// in a row without one, behind the last label. What follows a value is a value, remark or not.
std::size_t values_begin(const std::vector<Slot>& slots) {
    std::size_t behind = 0;
    for (std::size_t i = 0; i < slots.size(); ++i) {
        if (!slots[i].value)
            behind = i + 1;
        else if (!slots[i].folded.empty() && behind > 0)
            break;
    }
    return behind;
}

void add_row(std::vector<Slot>& slots, int block, int row, std::vector<PrintedRow>& rows) {
    const auto values_from = slots.begin() + std::ptrdiff_t(values_begin(slots));
    PrintedRow printed;
    printed.block = block;
    printed.table_row = row;
    for (auto it = values_from; it != slots.end(); ++it)
        printed.values.push_back({it->cell->text, {0, block, row, it->cell->column}, 0});
    slots.erase(values_from, slots.end());
    printed.keys = keys_of(slots);
    rows.push_back(std::move(printed));
}

}  // namespace

void rows_of_table(const reader::Table& table, int block, std::vector<PrintedRow>& rows) {
    std::vector<Slot> slots;
    for (std::size_t i = 0; i < table.cells.size();) {
        const int row = table.cells[i].row;
        slots.clear();
        for (; i < table.cells.size() && table.cells[i].row == row; ++i) {
            Slot slot{&table.cells[i], text::folded_points(table.cells[i].text), false};
            slot.value = looks_like_value(slot.folded);
            slots.push_back(std::move(slot));
        }
        add_row(slots, block, row, rows);
    }
}

}  // namespace gongkai::recognizer
