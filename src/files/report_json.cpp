#include "files/report_json.h"

#include <stdexcept>

#include "files/json_text.h"

namespace gongkai::files {

using forms::Cell;
using forms::CellKind;
using forms::Report;

namespace {

std::string_view name_of(CellKind kind) {
    switch (kind) {
        case CellKind::Number: return "number";
        case CellKind::Blank: return "blank";
        case CellKind::Slash: return "slash";
        case CellKind::Text: return "text";
        case CellKind::Ambiguous: return "ambiguous";
    }
    throw std::logic_error("cell kind without a name");
}

void cell_ids(JsonText& out, const forms::Form& form, std::span<const int> cells) {
    out.open_list();
    for (const int cell : cells)
        out.text(form.cell_id(cell));
    out.close_list();
}

void place(JsonText& out, const reader::Place& place) {
    out.open_object();
    if (place.page > 0) out.key("page").number(place.page);
    out.key("block").number(place.block);
    if (place.row >= 0) out.key("row").number(place.row);
    if (place.column >= 0) out.key("column").number(place.column);
    out.close_object();
}

void candidates(JsonText& out, const Report& report, const forms::Candidates& it) {
    out.open_object().key("cells");
    cell_ids(out, *report.form, it.cells);
    out.key("values").open_list();
    for (const auto& reading : it.values) {
        out.open_list();
        for (const Decimal& value : reading)
            out.figure(value);
        out.close_list();
    }
    out.close_list();
    if (!it.complete) out.key("complete").yes_or_no(false);
    out.close_object();
}

void cell(JsonText& out, const Report& report, const Cell& it) {
    out.open_object().key("value");
    it.value ? out.figure(*it.value) : out.null();
    out.key("text").text(it.text);
    out.key("kind").text(name_of(it.kind));
    if (it.derived) out.key("derived").yes_or_no(true);
    if (it.kind == CellKind::Ambiguous) {
        out.key("candidates");
        candidates(out, report, report.candidates.at(std::size_t(it.candidates)));
    }
    out.key("place");
    place(out, it.place);
    out.close_object();
}

void cells(JsonText& out, const Report& report) {
    out.key("cells").open_object();
    for (int i = 0; i < report.form->cell_count(); ++i) {
        if (!report.cell(i)) continue;
        out.key(report.form->cell_id(i));
        cell(out, report, *report.cell(i));
    }
    out.close_object();
}

void sections(JsonText& out, const Report& report) {
    out.key("sections").open_list();
    for (const forms::Section& it : report.sections) {
        out.open_object().key("number").number(it.number);
        out.key("title").text(it.title).key("text").text(it.text);
        if (it.page > 0) out.key("page").number(it.page);
        out.close_object();
    }
    out.close_list();
}

void statement(JsonText& out, const forms::Form& form, const forms::Statement& it) {
    out.open_object().key("section").number(it.section);
    out.key("from").number(it.from).key("to").number(it.to);
    out.key("value").figure(it.value).key("unit").text(it.unit);
    out.key("subject").text(it.subject);
    if (it.approximate) out.key("approximate").yes_or_no(true);
    if (!it.about.empty()) {
        out.key("about");
        cell_ids(out, form, it.about);
    }
    if (!it.readings.empty()) {
        out.key("readings").open_list();
        for (const auto& cells : it.readings)
            cell_ids(out, form, cells);
        out.close_list();
    }
    out.close_object();
}

void statements(JsonText& out, const Report& report) {
    out.key("statements").open_list();
    for (const forms::Statement& it : report.statements)
        statement(out, *report.form, it);
    out.close_list();
}

void oddities(JsonText& out, const Report& report) {
    out.key("oddities").open_list();
    for (const forms::Oddity& it : report.oddities) {
        out.open_object().key("id").text(it.id).key("message").text(it.message);
        if (!it.cells.empty()) {
            out.key("cells");
            cell_ids(out, *report.form, it.cells);
        }
        out.close_object();
    }
    out.close_list();
}

std::string_view word(checks::Severity severity) {
    switch (severity) {
        case checks::Severity::Error: return "error";
        case checks::Severity::Warning: return "warning";
        case checks::Severity::Hint: return "hint";
    }
    throw std::logic_error("severity without a word");
}

void finding(JsonText& out, const forms::Form& form, const checks::Finding& it) {
    out.open_object().key("rule").text(it.rule).key("severity").text(word(it.severity));
    out.key("title").text(it.title).key("message").text(it.message);
    out.key("found").text(it.found).key("expected").text(it.expected);
    out.key("cells");
    cell_ids(out, form, it.cells);
    out.key("text").open_list();
    for (const checks::Quote& quote : it.text) {
        out.open_object().key("section").number(quote.section);
        out.key("from").number(quote.from).key("to").number(quote.to);
        out.key("quote").text(quote.quote).close_object();
    }
    out.close_list().key("basis").text(it.basis).close_object();
}

// Whether a spreadsheet would run a field as a formula. "-" and "-8" are what tables print.
bool is_formula(std::string_view text) {
    if (text.empty()) return false;
    if (text.front() == '-') return text != "-" && !Decimal::parse(text);
    return std::string_view("=+@\t\r").find(text.front()) != text.npos;
}

std::string csv_field(std::string_view text) {
    const bool formula = is_formula(text);
    if (!formula && text.find_first_of(",\"\r\n") == text.npos) return std::string(text);
    std::string field = formula ? "\"'" : "\"";
    for (const char sign : text) {
        if (sign == '"') field += '"';
        field += sign;
    }
    return field + '"';
}

}  // namespace

void write_report(JsonText& out, const Report& report, std::string_view file) {
    out.open_object();
    if (!file.empty()) out.key("file").text(file);
    out.key("organ").text(report.organ);
    out.key("year");
    report.year ? out.number(*report.year) : out.null();
    out.key("form").text(report.form->id());
    out.key("title").text(report.title);
    if (report.published_on) out.key("published_on").text(iso(*report.published_on));
    sections(out, report);
    cells(out, report);
    statements(out, report);
    oddities(out, report);
    out.close_object();
}

std::string report_json(const Report& report, std::string_view file) {
    JsonText out;
    write_report(out, report, file);
    return out.take();
}

void write_findings(JsonText& out, const Report& report,
                    std::span<const checks::Finding> findings) {
    out.open_list();
    for (const checks::Finding& it : findings)
        finding(out, *report.form, it);
    out.close_list();
}

std::string findings_json(std::string_view file, const Report& report,
                          std::span<const checks::Finding> findings,
                          std::string_view compared_with) {
    JsonText out;
    out.open_object().key("file").text(file);
    if (!compared_with.empty()) out.key("compared_with").text(compared_with);
    out.key("findings");
    write_findings(out, report, findings);
    return out.close_object().take();
}

std::string failure_json(std::string_view file, const Error& error) {
    return json_text(json::Object{
        {"file", file},
        {"error", json::Object{{"code", error.code}, {"message", error.message}}},
    });
}

std::string report_csv_header() { return "organ,year,form,cell,kind,value,text\r\n"; }

std::string report_csv(const Report& report) {
    const std::string head = csv_field(report.organ) + "," +
                             (report.year ? std::to_string(*report.year) : "") + "," +
                             report.form->id() + ",";
    std::string out;
    for (int i = 0; i < report.form->cell_count(); ++i) {
        const Cell* it = report.cell(i);
        if (!it) continue;
        out += head + report.form->cell_id(i) + "," + std::string(name_of(it->kind)) + "," +
               (it->value ? it->value->text() : "") + "," + csv_field(it->text) + "\r\n";
    }
    return out;
}

}  // namespace gongkai::files
