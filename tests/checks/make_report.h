#pragma once

#include <fstream>
#include <map>
#include <sstream>
#include <stdexcept>
#include <string>

#include "base/text.h"
#include "files/form_files.h"
#include "forms/report.h"
#include "recognizer/statements.h"

namespace gongkai::tests {

inline std::string file_text(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    if (!in) throw std::runtime_error("no such file: " + path);
    std::ostringstream bytes;
    bytes << in.rdbuf();
    return bytes.str();
}

inline const forms::Form& form(const std::string& id) {
    static const auto load = [](const std::string& name) {
        const std::string folder = GONGKAI_SOURCE_DIR "/data/forms/annual_report_";
        return files::parse_form(file_text(folder + name + ".json")).value();
    };
    static const forms::Form first = load("2019"), second = load("2021");
    return id == "2019" ? first : second;
}

// How a cell is written in a test: "12", "-3", "1.5"; "" is a blank, "/" a slash, "无" a text, and
// "?12|34" glued digits of which each reading is one candidate of this cell alone.
inline forms::Cell written(const std::string& text, forms::Report& report, int number) {
    forms::Cell cell;
    cell.text = text;
    if (text.empty()) return cell;
    if (text == "/") {
        cell.kind = forms::CellKind::Slash;
    } else if (text.front() == '?') {
        cell.kind = forms::CellKind::Ambiguous;
        cell.candidates = int(report.candidates.size());
        forms::Candidates it{{number}, {}, true};
        std::istringstream parts(text.substr(1));
        for (std::string part; std::getline(parts, part, '|');)
            it.values.push_back({Decimal::parse(part).value()});
        report.candidates.push_back(it);
    } else if (const auto value = Decimal::parse(text)) {
        cell.kind = forms::CellKind::Number;
        cell.value = value;
    } else {
        cell.kind = forms::CellKind::Text;
    }
    return cell;
}

struct Written {
    std::string form = "2021";
    int year = 2023;
    std::string organ = "青禾县人民政府";
    std::string title;                         // made of organ and year where empty
    std::map<std::string, std::string> cells;  // by id; every other cell of the form holds 0
    std::map<int, std::string> texts;          // by section; 0 is what precedes the first one
    std::string published_on;
};

// A report of six sections as a body would hand it in, but for what `it` says otherwise.
inline forms::Report make_report(const Written& it) {
    forms::Report report;
    report.form = &form(it.form);
    report.organ = it.organ;
    if (it.year) report.year = it.year;
    report.title = it.title.empty()
                       ? it.organ + std::to_string(it.year) + "年政府信息公开工作年度报告"
                       : it.title;
    report.published_on = parse_date(it.published_on);
    report.cells.resize(std::size_t(report.form->cell_count()));
    for (int number = 0; number < report.form->cell_count(); ++number) {
        const auto place = report.form->place(number);
        const auto given = it.cells.find(report.form->cell_id(number));
        const bool optional = place.grid->rows[std::size_t(place.row)].optional;
        if (given == it.cells.end() && optional) continue;
        if (given != it.cells.end() && given->second == "absent") continue;
        const std::string text = given == it.cells.end() ? "0" : given->second;
        report.cells[std::size_t(number)] = written(text, report, number);
    }
    for (const auto& [id, text] : it.cells)
        if (!report.form->find(id)) throw std::runtime_error("no such cell: " + id);
    for (int section = 0; section <= 6; ++section) {
        const auto text = it.texts.find(section);
        if (section == 0 && text == it.texts.end()) continue;
        if (text != it.texts.end() && text->second == "absent") continue;
        forms::Section made;
        made.number = section;
        if (section) made.title = report.form->sections()[std::size_t(section - 1)];
        if (text != it.texts.end()) made.text = text->second;
        report.sections.push_back(std::move(made));
    }
    for (const auto& [number, text] : it.texts) {
        if (number <= 6) continue;  // a part that the form does not have
        report.sections.push_back({0, "七、其他", text, 0});
    }
    report.statements = recognizer::statements(report);
    return report;
}

}  // namespace gongkai::tests
