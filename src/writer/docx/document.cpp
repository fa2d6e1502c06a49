#include "writer/docx/document.h"

#include <algorithm>
#include <numeric>
#include <stdexcept>

#include "writer/docx/fixed_parts.h"
#include "writer/docx/xml.h"

namespace gongkai::writer::docx {

namespace {

const char* word(Align align) {
    switch (align) {
        case Align::Left: return "left";
        case Align::Center: return "center";
        case Align::Right: return "right";
    }
    return "left";
}

// Which cell covers each slot of a table, row by row; Word wants merged slots said one by one.
struct Slots {
    struct Slot {
        const Cell* cell = nullptr;
        int row = 0, column = 0;  // of the cell's upper left
    };
    int columns;
    std::vector<Slot> slots;

    explicit Slots(const Table& table)
        : columns(int(table.widths.size())), slots(table.rows.size() * table.widths.size()) {
        for (int r = 0; r < int(table.rows.size()); ++r) {
            int column = 0;
            for (const Cell& cell : table.rows[std::size_t(r)].cells) {
                while (column < columns && at(r, column).cell)
                    ++column;
                place(cell, r, column, int(table.rows.size()));
                column += cell.column_span;
            }
        }
        if (std::ranges::any_of(slots, [](const Slot& it) { return !it.cell; }))
            throw std::logic_error("the cells of a table leave a slot empty");
    }

    Slot& at(int row, int column) {
        return slots[std::size_t(row) * std::size_t(columns) + std::size_t(column)];
    }

    void place(const Cell& cell, int row, int column, int rows) {
        if (cell.column_span < 1 || cell.row_span < 1 || column + cell.column_span > columns ||
            row + cell.row_span > rows)
            throw std::logic_error("a cell reaches beyond its table");
        for (int r = row; r < row + cell.row_span; ++r)
            for (int c = column; c < column + cell.column_span; ++c) {
                if (at(r, c).cell) throw std::logic_error("two cells of a table overlap");
                at(r, c) = {&cell, row, column};
            }
    }
};

std::vector<int> twips(const std::vector<int>& widths) {
    const int sum = std::accumulate(widths.begin(), widths.end(), 0);
    std::vector<int> all;
    int before = 0, placed = 0;
    for (const int width : widths) {
        before += width;
        const int end = text_width * before / std::max(sum, 1);
        all.push_back(end - placed);
        placed = end;
    }
    return all;
}

void add_border(pugi::xml_node borders, const char* side) {
    auto node = child(borders, side, "single");
    node.append_attribute("w:sz") = 4;
    node.append_attribute("w:space") = 0;
    node.append_attribute("w:color") = "000000";
}

void add_table_properties(pugi::xml_node node, const std::vector<int>& widths) {
    auto properties = child(node, "w:tblPr");
    auto width = child(properties, "w:tblW");
    width.append_attribute("w:w") = text_width;
    width.append_attribute("w:type") = "dxa";
    child(properties, "w:jc", "center");
    auto borders = child(properties, "w:tblBorders");
    for (const char* side : {"w:top", "w:left", "w:bottom", "w:right", "w:insideH", "w:insideV"})
        add_border(borders, side);
    child(properties, "w:tblLayout").append_attribute("w:type") = "fixed";
    auto margins = child(properties, "w:tblCellMar");
    for (const char* side : {"w:left", "w:right"}) {
        auto margin = child(margins, side);
        margin.append_attribute("w:w") = 40;
        margin.append_attribute("w:type") = "dxa";
    }
    auto grid = child(node, "w:tblGrid");
    for (const int it : widths)
        child(grid, "w:gridCol").append_attribute("w:w") = it;
}

void add_cell_text(pugi::xml_node node, const Cell* cell, int half_points) {
    auto paragraph = child(node, "w:p");
    auto properties = child(paragraph, "w:pPr");
    child(properties, "w:pStyle", table_style_id);
    if (!cell) return;
    child(properties, "w:jc", word(cell->align));
    add_run(paragraph, cell->text, cell->bold);
    for (auto run : paragraph.children("w:r")) {
        auto look = run.child("w:rPr");
        if (!look) look = run.prepend_child("w:rPr");
        child(look, "w:sz", half_points);
        child(look, "w:szCs", half_points);
    }
}

void add_cell(pugi::xml_node row, const Slots::Slot& slot, int r, const std::vector<int>& widths,
              int half_points) {
    const Cell& cell = *slot.cell;
    auto node = child(row, "w:tc");
    auto properties = child(node, "w:tcPr");
    const auto first = widths.begin() + slot.column;
    auto width = child(properties, "w:tcW");
    width.append_attribute("w:w") = std::accumulate(first, first + cell.column_span, 0);
    width.append_attribute("w:type") = "dxa";
    if (cell.column_span > 1) child(properties, "w:gridSpan", cell.column_span);
    const bool begins = slot.row == r;
    if (cell.row_span > 1) child(properties, "w:vMerge", begins ? "restart" : "continue");
    child(properties, "w:vAlign", "center");
    add_cell_text(node, begins ? &cell : nullptr, half_points);
}

}  // namespace

struct Document::Parts {
    std::string title;
    pugi::xml_document document;
    pugi::xml_node body;
};

Document::Document(std::string_view title) : parts_(std::make_unique<Parts>()) {
    parts_->title = title;
    auto declaration = parts_->document.append_child(pugi::node_declaration);
    declaration.append_attribute("version") = "1.0";
    declaration.append_attribute("encoding") = "UTF-8";
    declaration.append_attribute("standalone") = "yes";
    auto root = parts_->document.append_child("w:document");
    root.append_attribute("xmlns:w") =
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    root.append_attribute("xmlns:r") =
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    parts_->body = child(root, "w:body");
}

Document::~Document() = default;
Document::Document(Document&&) noexcept = default;
Document& Document::operator=(Document&&) noexcept = default;

Document& Document::add(Style style, std::string_view text) {
    auto paragraph = child(parts_->body, "w:p");
    child(child(paragraph, "w:pPr"), "w:pStyle", style_id(style));
    add_run(paragraph, text);
    return *this;
}

Document& Document::add(const Table& table) {
    Slots slots(table);
    const auto widths = twips(table.widths);
    auto node = child(parts_->body, "w:tbl");
    add_table_properties(node, widths);
    for (int r = 0; r < int(table.rows.size()); ++r) {
        auto row = child(node, "w:tr");
        auto properties = child(row, "w:trPr");
        child(properties, "w:cantSplit");
        if (table.rows[std::size_t(r)].head) child(properties, "w:tblHeader");
        for (int c = 0; c < slots.columns;) {
            const auto& slot = slots.at(r, c);
            add_cell(row, slot, r, widths, table.half_points);
            c += slot.cell->column_span;
        }
    }
    return *this;
}

std::string Document::bytes() const {
    pugi::xml_document whole;
    whole.reset(parts_->document);
    auto body = whole.child("w:document").child("w:body");
    // Word wants a paragraph behind the last table.
    if (std::string_view(body.last_child().name()) == "w:tbl")
        child(child(child(body, "w:p"), "w:pPr"), "w:pStyle", style_id(Style::Caption));
    auto section = child(body, "w:sectPr");
    for (const auto& [type, id] : {std::pair("default", "rId3"), std::pair("even", "rId4")}) {
        auto footer = child(section, "w:footerReference");
        footer.append_attribute("w:type") = type;
        footer.append_attribute("r:id") = id;
    }
    auto size = child(section, "w:pgSz");
    size.append_attribute("w:w") = page_width;
    size.append_attribute("w:h") = page_height;
    auto margins = child(section, "w:pgMar");
    // GB/T 9704-2012 (5.2.1): 37 mm above, 28 mm at the left, text of 156 by 225 mm.
    for (const auto& [side, width] :
         {std::pair("w:top", 2098), std::pair("w:right", page_width - 1587 - text_width),
          std::pair("w:bottom", 1984), std::pair("w:left", 1587), std::pair("w:header", 851),
          std::pair("w:footer", 1304), std::pair("w:gutter", 0)})
        margins.append_attribute(side) = width;
    auto parts = fixed_parts(parts_->title);
    parts.push_back({"word/document.xml", serialized(whole)});
    return package(parts);
}

}  // namespace gongkai::writer::docx
