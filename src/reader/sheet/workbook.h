#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "reader/reader.h"
#include "reader/zip_archive.h"

namespace gongkai::reader {

// One cell with something in it, or with a border that makes it part of a table.
struct SheetCell {
    int row = 0;
    int column = 0;
    std::string text;
    bool bordered = false;
};

struct MergedCells {
    int row = 0;
    int column = 0;
    int last_row = 0;
    int last_column = 0;
};

struct Sheet {
    std::vector<SheetCell> cells;  // by rows, from the left
    std::vector<MergedCells> merges;
};

// The visible sheets of a workbook, their cells as shown.
Result<std::vector<Sheet>> read_workbook(const ZipArchive& archive, const Limits& limits);

}  // namespace gongkai::reader
