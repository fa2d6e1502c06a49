#include <algorithm>
#include <boost/json.hpp>
#include <stdexcept>

#include "base/text.h"
#include "files/report_json.h"

namespace gongkai::files {

namespace json = boost::json;
using forms::Cell;
using forms::CellKind;
using forms::Report;

namespace {

CellKind kind_of(std::string_view name) {
    if (name == "number") return CellKind::Number;
    if (name == "blank") return CellKind::Blank;
    if (name == "slash") return CellKind::Slash;
    if (name == "text") return CellKind::Text;
    if (name == "ambiguous") return CellKind::Ambiguous;
    throw std::invalid_argument("unknown kind: " + std::string(name));
}

std::string text_of(const json::object& it, std::string_view key) {
    const auto* value = it.if_contains(key);
    return value ? std::string(value->as_string()) : std::string();
}

int narrow(const json::value& it) {
    const auto value = it.as_int64();
    if (value != int(value)) throw std::out_of_range("a number too large");
    return int(value);
}

int int_of(const json::object& it, std::string_view key, int otherwise) {
    const auto* value = it.if_contains(key);
    return value ? narrow(*value) : otherwise;
}

Decimal decimal_of(const json::value& it) {
    const auto* text = it.if_string();
    if (const auto value = Decimal::parse(text ? std::string(*text) : json::serialize(it)))
        return *value;
    throw std::invalid_argument("not a figure");
}

// Figures with a point as quoted texts: a double would not keep 18 digits.
std::string quote_figures(std::string_view text) {
    constexpr std::string_view in_number = "+-.0123456789eE";
    std::string out;
    out.reserve(text.size() + text.size() / 16);
    bool quoted = false;
    std::size_t copied = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char sign = text[at];
        if (sign == '"') quoted = !quoted;
        if (quoted) {
            if (sign == '\\') ++at;
            continue;
        }
        if (sign != '-' && (sign < '0' || sign > '9')) continue;
        const auto end = std::min(text.find_first_not_of(in_number, at), text.size());
        if (const auto number = text.substr(at, end - at); number.find('.') != number.npos) {
            out.append(text.substr(copied, at - copied));
            out.append("\"").append(number).append("\"");
            copied = end;
        }
        at = end - 1;
    }
    return out.append(text.substr(copied));
}

std::vector<int> cells_in(const json::array& list, const forms::Form& form) {
    std::vector<int> cells;
    for (const auto& id : list) {
        const auto cell = form.find(id.as_string());
        if (!cell) throw std::invalid_argument("unknown cell: " + std::string(id.as_string()));
        cells.push_back(*cell);
    }
    return cells;
}

std::vector<int> cells_of(const json::object& it, std::string_view key, const forms::Form& form) {
    const auto* list = it.if_contains(key);
    return list ? cells_in(list->as_array(), form) : std::vector<int>();
}

int candidates_of(const json::object& it, Report& report) {
    forms::Candidates candidates;
    candidates.cells = cells_of(it, "cells", *report.form);
    for (const auto& reading : it.at("values").as_array()) {
        auto& values = candidates.values.emplace_back();
        for (const auto& value : reading.as_array())
            values.push_back(decimal_of(value));
        if (values.size() != candidates.cells.size())
            throw std::invalid_argument("a reading of the wrong length");
    }
    if (const auto* complete = it.if_contains("complete"))
        candidates.complete = complete->as_bool();
    for (std::size_t i = 0; i < report.candidates.size(); ++i)
        if (report.candidates[i].cells == candidates.cells) return int(i);
    report.candidates.push_back(std::move(candidates));
    return int(report.candidates.size()) - 1;
}

Cell cell_of(const json::object& it, Report& report) {
    Cell cell;
    cell.kind = kind_of(text_of(it, "kind"));
    cell.text = text_of(it, "text");
    if (const auto& value = it.at("value"); !value.is_null()) cell.value = decimal_of(value);
    if (cell.value.has_value() != (cell.kind == CellKind::Number))
        throw std::invalid_argument("a value that does not fit its kind");
    if (const auto* derived = it.if_contains("derived")) cell.derived = derived->as_bool();
    if (cell.kind == CellKind::Ambiguous)
        cell.candidates = candidates_of(it.at("candidates").as_object(), report);
    if (const auto* at = it.if_contains("place")) {
        const auto& object = at->as_object();
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

forms::Statement statement_of(const json::object& it, const Report& report) {
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
    if (const auto* about = it.if_contains("approximate")) statement.approximate = about->as_bool();
    statement.about = cells_of(it, "about", *report.form);
    if (const auto* readings = it.if_contains("readings"))
        for (const auto& cells : readings->as_array())
            statement.readings.push_back(cells_in(cells.as_array(), *report.form));
    return statement;
}

Report report_of(const json::object& it, const forms::Forms& forms) {
    Report report;
    const std::string id = text_of(it, "form");
    for (const forms::Form& form : forms)
        if (form.id() == id) report.form = &form;
    if (!report.form) throw std::invalid_argument("unknown form: " + id);
    report.organ = text_of(it, "organ");
    report.title = text_of(it, "title");
    if (const auto& year = it.at("year"); !year.is_null()) report.year = narrow(year);
    if (it.contains("published_on")) report.published_on = parse_date(text_of(it, "published_on"));
    for (const auto& value : it.at("sections").as_array()) {
        const auto& section = value.as_object();
        report.sections.push_back({int_of(section, "number", 0), text_of(section, "title"),
                                   text_of(section, "text"), int_of(section, "page", 0)});
    }
    report.cells.assign(std::size_t(report.form->cell_count()), std::nullopt);
    for (const auto& [key, value] : it.at("cells").as_object()) {
        const auto number = report.form->find(key);
        if (!number) throw std::invalid_argument("unknown cell: " + std::string(key));
        report.cells[std::size_t(*number)] = cell_of(value.as_object(), report);
    }
    check_candidates(report);
    for (const auto& value : it.at("statements").as_array())
        report.statements.push_back(statement_of(value.as_object(), report));
    for (const auto& value : it.at("oddities").as_array()) {
        const auto& odd = value.as_object();
        report.oddities.push_back(
            {text_of(odd, "id"), text_of(odd, "message"), cells_of(odd, "cells", *report.form)});
    }
    return report;
}

}  // namespace

Result<Report> parse_report(std::string_view text, const forms::Forms& forms) {
    try {
        // All of its values go at once.
        json::monotonic_resource room;
        return report_of(json::parse(quote_figures(text), &room).as_object(), forms);
    } catch (const std::exception& fault) {
        return Error{ErrorKind::Invalid, "report.malformed",
                     std::string("报告数据读不懂：") + fault.what()};
    }
}

}  // namespace gongkai::files
