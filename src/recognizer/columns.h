#pragma once

#include <optional>
#include <vector>

#include "forms/form.h"
#include "recognizer/printed_row.h"

namespace gongkai::recognizer {

// For each column of the grid the index of the printed value that stands in it, or -1: by the
// heads of the columns for exact tables, by positions for printed lines. None where heads and
// positions do not tell. `of_grid` are all its rows.
std::optional<std::vector<int>> columns_by_head(const reader::Document& document,
                                                const PrintedRow& row,
                                                const std::vector<const PrintedRow*>& of_grid,
                                                const forms::Grid& grid);

// Where the columns of a grid stand on the page, learned from `like`, rows of the same grid.
class ColumnPlaces {
public:
    ColumnPlaces(const reader::Document& document, const std::vector<const PrintedRow*>& like,
                 const forms::Grid& grid);

    std::optional<std::vector<int>> columns_of(const PrintedRow& row) const;

private:
    struct Centres {
        int page = 0;
        std::vector<float> at;  // empty: they are somewhere else on this page
        bool by_heads = false;
    };
    void find_columns(const forms::Grid& grid);
    void learn(const std::vector<const PrintedRow*>& like);
    void learn_from_full_rows(const std::vector<const PrintedRow*>& like);
    void learn_moved_pages(const std::vector<const PrintedRow*>& like);
    bool ends_in_total(float most, const std::vector<float>& at) const;
    void learn_from_heads(const std::vector<const PrintedRow*>& like);

    const reader::Document& document_;
    bool is_group(const std::u32string& key) const;

    std::vector<const forms::Column*> columns_;  // of all rows of a grid printed across
    std::vector<std::u32string> groups_;         // heads that stand over several columns
    std::vector<Centres> centres_;
};

}  // namespace gongkai::recognizer
