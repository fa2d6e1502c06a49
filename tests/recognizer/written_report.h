#pragma once

#include <functional>
#include <string>

#include "files/form_files.h"
#include "forms/form.h"
#include "reader/reader.h"
#include "recognizer/recognizer.h"

// A report of a place that does not exist, written in the ways in which reports are.
namespace gongkai::tests {

inline const forms::Forms& carried() {
    static const forms::Forms forms = files::load_forms().value();
    return forms;
}

inline const forms::Form& form_of(const std::string& id) {
    return id == "2019" ? carried()[0] : carried()[1];
}

enum class Way { Glued, Tabs, Pipes, Lines, Page };

// What a writer puts into its tables; a row without text is left out.
struct Content {
    std::string form = "2021";
    std::string head = "栖云县司法局2024年政府信息公开工作年度报告";
    std::string opening = "本报告依照条例的规定编制。";
    std::string first = "全年公开信息60条。";
    std::string fourth;  // before table four
    std::string fifth = "公开的及时性有待提高。";
    std::string sixth = "本年度没有收取信息处理费。";
    std::function<std::string(const std::string& cell)> value = [](const std::string&) {
        return "0";
    };
    std::function<std::string(const forms::Row& row)> label = [](const forms::Row& row) {
        return row.optional ? "" : row.label;
    };
    // Printed before the row with this id, one row of the table.
    std::function<std::string(const forms::Row& row)> before = [](const forms::Row&) { return ""; };
};

class Writer {
public:
    Writer(const Content& content, Way way) : content_(content), way_(way) {}

    std::string write() {
        const forms::Form& form = form_of(content_.form);
        line(content_.head);
        line(content_.opening);
        for (std::size_t part = 0; part < form.sections().size(); ++part) {
            line(form.sections()[part]);
            if (part == 0) line(content_.first);
            if (part == 3) line(content_.fourth);
            if (part == 4) line(content_.fifth);
            if (part == 5) line(content_.sixth);
            for (const forms::Grid& grid : form.grids())
                if (grid.section == int(part) + 1) table(grid);
        }
        return way_ == Way::Page ? "<html><body>" + out_ + "</body></html>" : out_;
    }

private:
    const Content& content_;
    Way way_;
    std::string out_;

    void line(const std::string& text) {
        if (text.empty()) return;
        switch (way_) {
            case Way::Glued: out_ += text; break;
            case Way::Page: out_ += "<p>" + text + "</p>"; break;
            case Way::Pipes: out_ += text + "\n\n"; break;
            case Way::Tabs:
            case Way::Lines: out_ += text + "\n"; break;
        }
    }

    void row(const std::vector<std::string>& cells) {
        std::string text;
        for (std::size_t i = 0; i < cells.size(); ++i) {
            switch (way_) {
                case Way::Glued: text += cells[i]; break;
                case Way::Page: text += "<td>" + cells[i] + "</td>"; break;
                case Way::Pipes:
                    text += "| " + cells[i] + (i + 1 == cells.size() ? " |\n" : " ");
                    break;
                case Way::Tabs: text += (i ? "\t" : "") + cells[i]; break;
                case Way::Lines: text += cells[i] + "\n"; break;
            }
        }
        if (way_ == Way::Tabs) text += "\n";
        out_ += way_ == Way::Page ? "<tr>" + text + "</tr>" : text;
    }

    void table(const forms::Grid& grid) {
        if (way_ == Way::Page) out_ += "<table>";
        std::vector<std::string> head;
        if (!grid.across) head.emplace_back("信息内容");
        for (std::size_t r = 0; r < (grid.across ? grid.rows.size() : 1); ++r)
            for (const forms::Column& column : grid.columns)
                head.push_back(column.label);
        row(head);
        std::vector<std::string> cells;
        for (const forms::Row& it : grid.rows) {
            if (grid.across) {
                add_values(grid, it, cells);
                continue;
            }
            if (const auto text = content_.before(it); !text.empty())
                row({text, "0", "0", "0", "0", "0", "0", "0"});
            const std::string label = content_.label(it);
            if (label.empty()) continue;
            cells = {label};
            add_values(grid, it, cells);
            row(cells);
        }
        if (grid.across) row(cells);
        if (way_ == Way::Page) out_ += "</table>";
        if (way_ == Way::Pipes || way_ == Way::Tabs) out_ += "\n";
    }

    void add_values(const forms::Grid& grid, const forms::Row& it,
                    std::vector<std::string>& cells) const {
        for (const forms::Column& column : grid.columns)
            cells.push_back(content_.value(grid.id + "." + it.id + "." + column.id));
    }
};

inline Result<forms::Report> read_back(const std::string& text) {
    const auto document = reader::read(text);
    if (!document.ok()) return document.error();
    return recognizer::recognize(document.value(), carried());
}

inline Result<forms::Report> read_back(const Content& content, Way way) {
    return read_back(Writer(content, way).write());
}

}  // namespace gongkai::tests
