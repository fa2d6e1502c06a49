#include <algorithm>
#include <stdexcept>

#include "base/text.h"
#include "files/json_text.h"
#include "files/report_json.h"

namespace gongkai::files {

using forms::Cell;
using forms::CellKind;
using forms::Report;

namespace {

constexpr std::int64_t most_digits = 999'999'999'999'999'999;  // what a Decimal holds

CellKind kind_of(std::string_view name) {
    if (name == "number") return CellKind::Number;
    if (name == "blank") return CellKind::Blank;
    if (name == "slash") return CellKind::Slash;
    if (name == "text") return CellKind::Text;
    if (name == "ambiguous") return CellKind::Ambiguous;
    throw std::invalid_argument("unknown kind: " + std::string(name));
}

std::string text_of(const json::Object& it, std::string_view key) {
    const auto* value = it.find(key);
    return value ? value->as<std::string>() : std::string();
}

int narrow(const json::Value& it) {
    const auto value = it.as<std::int64_t>();
    if (value != int(value)) throw std::out_of_range("a number too large");
    return int(value);
}

int int_of(const json::Object& it, std::string_view key, int otherwise) {
    const auto* value = it.find(key);
    return value ? narrow(*value) : otherwise;
}

bool is_said(const json::Object& it, std::string_view key, bool otherwise) {
    const auto* value = it.find(key);
    return value ? value->as<bool>() : otherwise;
}

Decimal decimal_of(const json::Value& it) {
    const auto* whole = it.get_if<std::int64_t>();
    if (!whole) return it.as<Decimal>();
    if (*whole < -most_digits || *whole > most_digits)
        throw std::out_of_range("a number too large");
    return Decimal(*whole);
}

std::vector<int> cells_in(const json::Array& list, const forms::Form& form) {
    std::vector<int> cells;
    for (const auto& id : list) {
        const auto cell = form.find(id.as<std::string>());
        if (!cell) throw std::invalid_argument("unknown cell: " + id.as<std::string>());
        cells.push_back(*cell);
    }
    return cells;
}

std::vector<int> cells_of(const json::Object& it, std::string_view key, const forms::Form& form) {
    const auto* list = it.find(key);
    return list ? cells_in(list->as<json::Array>(), form) : std::vector<int>();
}

int candidates_of(const json::Object& it, Report& report) {
    forms::Candidates candidates;
    candidates.cells = cells_of(it, "cells", *report.form);
    for (const auto& reading : it.at("values").as<json::Array>()) {
        auto& values = candidates.values.emplace_back();
        for (const auto& value : reading.as<json::Array>())
            values.push_back(decimal_of(value));
        if (values.size() != candidates.cells.size())
            throw std::invalid_argument("a reading of the wrong length");
    }
    candidates.complete = is_said(it, "complete", true);
    for (std::size_t i = 0; i < report.candidates.size(); ++i)
        if (report.candidates[i].cells == candidates.cells) return int(i);
    report.candidates.push_back(std::move(candidates));
    return int(report.candidates.size()) - 1;
}

Cell cell_of(const json::Object& it, Report& report) {
    Cell cell;
    cell.kind = kind_of(text_of(it, "kind"));
    cell.text = text_of(it, "text");
    if (const auto& value = it.at("value"); !value.is_null()) cell.value = decimal_of(value);
    if (cell.value.has_value() != (cell.kind == CellKind::Number))
        throw std::invalid_argument("a value that does not fit its kind");
    cell.derived = is_said(it, "derived", false);
    if (cell.kind == CellKind::Ambiguous)
        cell.candidates = candidates_of(it.at("candidates").as<json::Object>(), report);
    if (const auto* at = it.find("place")) {
        const auto& object = at->as<json::Object>();
        cell.place = {int_of(object, "page", 0), int_of(object, "block", 0),
                      int_of(object, "row", -1), int_of(object, "column", -1)};
    }
    return cell;
}

// An ambiguous cell stands in the readings that it points to.
void check_candidates(const Report& report) {
    for (int number = 0; number < report.form->cell_count(); ++number) {
        const Cell* it = report.cell(number);
        if (!it || it->kind != CellKind::Ambiguous) continue;
        const auto& cells = report.candidates.at(std::size_t(it->candidates)).cells;
        if (std::ranges::find(cells, number) == cells.end())
            throw std::invalid_argument("an ambiguous cell without its readings");
    }
}

forms::Statement statement_of(const json::Object& it, const Report& report) {
    forms::Statement statement;
    statement.section = int_of(it, "section", 0);
    statement.from = int_of(it, "from", 0);
    statement.to = int_of(it, "to", 0);
    const auto& text = report.sections.at(std::size_t(statement.section)).text;
    if (statement.from < 0 || statement.from > statement.to ||
        std::size_t(statement.to) > text::length(text))
        throw std::out_of_range("a statement outside its section");
    statement.value = decimal_of(it.at("value"));
    statement.unit = text_of(it, "unit");
    statement.subject = text_of(it, "subject");
    statement.approximate = is_said(it, "approximate", false);
    statement.about = cells_of(it, "about", *report.form);
    if (const auto* readings = it.find("readings"))
        for (const auto& cells : readings->as<json::Array>())
            statement.readings.push_back(cells_in(cells.as<json::Array>(), *report.form));
    return statement;
}

Report report_of(const json::Object& it, const forms::Forms& forms) {
    Report report;
    const std::string id = text_of(it, "form");
    for (const forms::Form& form : forms)
        if (form.id() == id) report.form = &form;
    if (!report.form) throw std::invalid_argument("unknown form: " + id);
    report.organ = text_of(it, "organ");
    report.title = text_of(it, "title");
    if (const auto& year = it.at("year"); !year.is_null()) report.year = narrow(year);
    if (it.find("published_on")) report.published_on = parse_date(text_of(it, "published_on"));
    for (const auto& value : it.at("sections").as<json::Array>()) {
        const auto& section = value.as<json::Object>();
        report.sections.push_back({int_of(section, "number", 0), text_of(section, "title"),
                                   text_of(section, "text"), int_of(section, "page", 0)});
    }
    report.cells.assign(std::size_t(report.form->cell_count()), std::nullopt);
    for (const auto& [key, value] : it.at("cells").as<json::Object>().members()) {
        const auto number = report.form->find(key);
        if (!number) throw std::invalid_argument("unknown cell: " + key);
        report.cells[std::size_t(*number)] = cell_of(value.as<json::Object>(), report);
    }
    check_candidates(report);
    for (const auto& value : it.at("statements").as<json::Array>())
        report.statements.push_back(statement_of(value.as<json::Object>(), report));
    for (const auto& value : it.at("oddities").as<json::Array>()) {
        const auto& odd = value.as<json::Object>();
        report.oddities.push_back(
            {text_of(odd, "id"), text_of(odd, "message"), cells_of(odd, "cells", *report.form)});
    }
    return report;
}

}  // namespace

Result<Report> parse_report(std::string_view text, const forms::Forms& forms) {
    const auto parsed = parse_json(text);
    if (!parsed.ok())
        return Error{ErrorKind::Invalid, "report.malformed",
                     "报告数据读不懂：" + parsed.error().message};
    try {
        return report_of(parsed.value().as<json::Object>(), forms);
    } catch (const std::exception& fault) {
        return Error{ErrorKind::Invalid, "report.malformed",
                     std::string("报告数据读不懂：") + fault.what()};
    }
}

}  // namespace gongkai::files
