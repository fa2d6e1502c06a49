#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace gongkai::forms {

// What a column counts.
enum class Measure {
    Count,        // whole, not negative
    SignedCount,  // whole: 本年增/减
    Amount,       // decimal, not negative
};

struct Column {
    std::string id;     // "natural_person"
    std::string label;  // as the form prints it
    std::string group;  // "法人或其他组织", or empty
    Measure measure = Measure::Count;
    std::string unit;                   // "万元", "元" or empty
    std::vector<std::string> variants;  // other labels seen for it
    std::vector<std::u32string> keys;   // label_key() of label and variants; made by Form

    bool is_total() const { return id.ends_with("total"); }  // 总计: of the columns before it
};

enum class RowKind { Plain, FlowIn, StockIn, Leaf, Sum, StockOut };

struct Row {
    std::string id;     // "new_received"
    std::string label;  // as the form prints it, with its number
    std::string group;  // "（三）不予公开", or empty
    RowKind kind = RowKind::Plain;
    std::string basis;                  // article
    bool optional = false;              // not of this form, but seen in reports that mix two forms
    std::vector<std::string> replaces;  // of an optional row: the rows it stands for
    std::vector<std::string> variants;
    std::vector<std::u32string> keys;  // label_key() of label and variants; made by Form
    std::u32string group_key;          // label_key() of the group; made by Form
};

// A block of rows and columns of the form that share their columns. Its cells are numbered row by
// row from `first_cell`.
struct Grid {
    std::string id;       // "proactive.art20_1", "requests", "review_litigation"
    std::string caption;  // "第二十条第（一）项", or empty
    std::string note;     // printed in the corner, over the labels of the rows
    std::string head;     // printed over all columns, or empty: "申请人情况"
    int section = 0;      // 1 to 6
    bool across = false;  // its rows are printed side by side as one row (table 4)
    std::vector<Column> columns;
    std::vector<Row> rows;
    int first_cell = 0;

    int cell(int row, int column) const { return first_cell + row * int(columns.size()) + column; }
    int cells() const { return int(rows.size() * columns.size()); }
};

// An identity of the form: the left cells add up to the right cells. Optional rows take part only
// where the report has them.
struct Sum {
    enum class Kind { Row, Column, Flow };  // across a row; the leaves of a column; in = out
    Kind kind = Kind::Row;
    std::vector<int> left;   // the parts; for Flow what came in
    std::vector<int> right;  // the total; for Flow what was done and what is left
};

// Where a cell stands in its form.
struct CellPlace {
    const Grid* grid;
    int row;
    int column;
};

// One edition of the annual report's form (政府信息公开工作年度报告格式): sections, tables and
// the arithmetic that must hold. Built by files::load_form() from data/forms, never in code.
class Form {
public:
    struct Head {
        std::string id;      // "2019", "2021"
        std::string source;  // the notice that made it
        int first_year = 0;
        int last_year = 9999;
        std::vector<std::string> sections;  // six titles
    };
    Form(Head head, std::vector<Grid> grids);

    const std::string& id() const { return head_.id; }
    const std::string& source() const { return head_.source; }
    bool covers(int year) const { return year >= head_.first_year && year <= head_.last_year; }
    int first_year() const { return head_.first_year; }
    const std::vector<std::string>& sections() const { return head_.sections; }
    const std::vector<Grid>& grids() const { return grids_; }
    const std::vector<Sum>& sums() const { return sums_; }

    int cell_count() const { return int(ids_.size()); }
    const std::string& cell_id(int cell) const { return ids_.at(std::size_t(cell)); }
    std::optional<int> find(std::string_view cell_id) const;  // "requests.new_received.total"
    CellPlace place(int cell) const;                          // points into this form
    bool is_optional(int cell) const { return spots_[std::size_t(cell)].optional; }  // its row is
    // The rows of grids that are printed as rows (not across), in order: what a report is laid
    // over.
    struct FormRow {
        const Grid* grid;
        int row;
    };
    std::vector<FormRow> rows() const;
    // Indices into rows() of those with this label key; empty for an unknown label.
    const std::vector<int>& rows_of_key(const std::u32string& key) const;
    const Grid* grid(std::string_view id) const;  // nullptr where the form has none
    // The numbers of cells by row and column id; none where this form has no such cell.
    std::optional<int> cell(std::string_view grid, std::string_view row,
                            std::string_view column) const;
    // 本年新收政府信息公开申请数量·总计, for messages.
    std::string cell_name(int cell) const;

private:
    struct Spot {
        std::size_t grid;
        int row;
        int column;
        bool optional;
    };

    void add_sums(const Grid& grid);

    Head head_;
    std::vector<Grid> grids_;
    std::vector<std::string> ids_;
    std::unordered_map<std::string, int> cells_by_id_;
    std::vector<Spot> spots_;  // by cell
    std::vector<Sum> sums_;
    std::unordered_map<std::u32string, std::vector<int>> rows_by_key_;
};

// The editions that this program knows, oldest first.
using Forms = std::vector<Form>;

}  // namespace gongkai::forms
