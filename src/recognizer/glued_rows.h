#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "forms/report.h"
#include "recognizer/glued.h"
#include "recognizer/printed_row.h"

namespace gongkai::recognizer {

// How many joint readings of cells a report keeps.
constexpr std::size_t most_candidates = 400;

std::vector<const forms::Column*> columns_of(const forms::Grid& grid);
std::vector<std::string_view> tokens_of(const PrintedRow& row);

// Adds an oddity about one row of the form.
void note_odd_row(forms::Report& report, std::string id, const forms::Grid& grid, int row,
                  const std::string& message);

// The rows whose numbers are run together. They wait until all other rows are filled, for the sums
// of the whole table tell how to cut them.
class GluedRows {
public:
    explicit GluedRows(forms::Report& report) : report_(report) {}

    void add(const forms::Grid& grid, int row, PrintedRow printed) {
        rows_.push_back({&grid, row, std::move(printed)});
    }

    // Cells whose readings all agree are certain; the others are kept with the joint readings.
    void settle(const std::vector<int>& cells, const std::vector<const PrintedRow*>& from,
                const std::vector<std::vector<Decimal>>& readings, bool complete);

    // Fills what can be told of the rows that were added.
    void fill();

private:
    struct GluedRow {
        const forms::Grid* grid;
        int row;
        PrintedRow printed;
    };

    void set(int number, const Decimal& value, const PrintedRow& from);
    void set_row(const forms::Grid& grid, int row, const std::vector<Decimal>& values,
                 const PrintedRow& from);
    bool is_filled(const forms::Grid& grid, int row) const;
    OpenRow open_row(const forms::Grid& grid, int row) const;
    void solve_grid(const forms::Grid& grid);

    forms::Report& report_;
    std::vector<GluedRow> rows_;
};

}  // namespace gongkai::recognizer
