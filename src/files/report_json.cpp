#include "files/report_json.h"

#include <charconv>
#include <iterator>
#include <stdexcept>

#include "base/text.h"

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

// Writes JSON by hand: figures must keep every decimal, which doubles would not.
class Writer {
public:
    Writer& raw(std::string_view text) {
        out_ += text;
        return *this;
    }
    // Quotes a text, whose bad bytes become U+FFFD.
    Writer& text(std::string_view value) {
        out_ += '"';
        if (text::is_utf8(value))
            quoted(value);
        else
            quoted(text::utf8(text::points(value)));
        out_ += '"';
        return *this;
    }
    Writer& number(std::int64_t value) {
        char digits[20];
        const auto end = std::to_chars(std::begin(digits), std::end(digits), value).ptr;
        return raw({digits, std::size_t(end - digits)});
    }
    // Quotes a word of our own, in which nothing is to be escaped.
    Writer& word(std::string_view name) {
        out_ += '"';
        out_ += name;
        out_ += '"';
        return *this;
    }
    Writer& key(std::string_view name) {
        out_ += out_.back() != '{' ? ",\"" : "\"";
        out_ += name;
        out_ += "\":";
        return *this;
    }
    Writer& next() {
        if (out_.back() != '[') out_ += ',';
        return *this;
    }
    std::string take() { return std::move(out_); }

private:
    // Copies the runs between signs that are to be escaped.
    void quoted(std::string_view value) {
        std::size_t from = 0;
        for (std::size_t at = 0; at < value.size(); ++at) {
            const auto sign = static_cast<unsigned char>(value[at]);
            if (sign >= 0x20 && sign != '"' && sign != '\\') continue;
            out_ += value.substr(from, at - from);
            escape(sign);
            from = at + 1;
        }
        out_ += value.substr(from);
    }
    void escape(unsigned char sign) {
        constexpr std::string_view hex = "0123456789abcdef";
        if (sign == '\n') {
            out_ += "\\n";
        } else if (sign < 0x20) {
            out_ += "\\u00";
            out_ += hex[sign >> 4];
            out_ += hex[sign & 15];
        } else {
            out_ += '\\';
            out_ += char(sign);
        }
    }
    std::string out_;
};

void cell_ids(Writer& out, const forms::Form& form, std::span<const int> cells) {
    out.raw("[");
    for (const int cell : cells)
        out.next().word(form.cell_id(cell));
    out.raw("]");
}

void place(Writer& out, const reader::Place& place) {
    out.raw("{");
    if (place.page > 0) out.key("page").number(place.page);
    out.key("block").number(place.block);
    if (place.row >= 0) out.key("row").number(place.row);
    if (place.column >= 0) out.key("column").number(place.column);
    out.raw("}");
}

void candidates(Writer& out, const Report& report, const forms::Candidates& it) {
    out.raw("{").key("cells");
    cell_ids(out, *report.form, it.cells);
    out.key("values").raw("[");
    for (const auto& reading : it.values) {
        out.next().raw("[");
        for (const Decimal& value : reading)
            out.next().raw(value.text());
        out.raw("]");
    }
    out.raw("]");
    if (!it.complete) out.key("complete").raw("false");
    out.raw("}");
}

void cell(Writer& out, const Report& report, const Cell& it) {
    out.raw("{").key("value").raw(it.value ? it.value->text() : "null");
    out.key("text").text(it.text);
    out.key("kind").word(name_of(it.kind));
    if (it.derived) out.key("derived").raw("true");
    if (it.kind == CellKind::Ambiguous) {
        out.key("candidates");
        candidates(out, report, report.candidates.at(std::size_t(it.candidates)));
    }
    out.key("place");
    place(out, it.place);
    out.raw("}");
}

void cells(Writer& out, const Report& report) {
    out.key("cells").raw("{");
    for (int i = 0; i < report.form->cell_count(); ++i) {
        if (!report.cell(i)) continue;
        out.key(report.form->cell_id(i));
        cell(out, report, *report.cell(i));
    }
    out.raw("}");
}

void sections(Writer& out, const Report& report) {
    out.key("sections").raw("[");
    for (const forms::Section& it : report.sections) {
        out.next().raw("{").key("number").number(it.number);
        out.key("title").text(it.title).key("text").text(it.text);
        if (it.page > 0) out.key("page").number(it.page);
        out.raw("}");
    }
    out.raw("]");
}

void statements(Writer& out, const Report& report) {
    out.key("statements").raw("[");
    for (const forms::Statement& it : report.statements) {
        out.next().raw("{").key("section").number(it.section);
        out.key("from").number(it.from).key("to").number(it.to);
        out.key("value").raw(it.value.text()).key("unit").text(it.unit);
        out.key("subject").text(it.subject);
        if (it.approximate) out.key("approximate").raw("true");
        if (!it.about.empty()) {
            out.key("about");
            cell_ids(out, *report.form, it.about);
        }
        if (!it.readings.empty()) {
            out.key("readings").raw("[");
            for (const auto& cells : it.readings) {
                out.next();
                cell_ids(out, *report.form, cells);
            }
            out.raw("]");
        }
        out.raw("}");
    }
    out.raw("]");
}

void oddities(Writer& out, const Report& report) {
    out.key("oddities").raw("[");
    for (const forms::Oddity& it : report.oddities) {
        out.next().raw("{").key("id").text(it.id).key("message").text(it.message);
        if (!it.cells.empty()) {
            out.key("cells");
            cell_ids(out, *report.form, it.cells);
        }
        out.raw("}");
    }
    out.raw("]");
}

std::string_view word(checks::Severity severity) {
    switch (severity) {
        case checks::Severity::Error: return "error";
        case checks::Severity::Warning: return "warning";
        case checks::Severity::Hint: return "hint";
    }
    throw std::logic_error("severity without a word");
}

void finding(Writer& out, const Report& report, const checks::Finding& it) {
    out.raw("{").key("rule").text(it.rule).key("severity").text(word(it.severity));
    out.key("title").text(it.title).key("message").text(it.message);
    out.key("found").text(it.found).key("expected").text(it.expected);
    out.key("cells");
    cell_ids(out, *report.form, it.cells);
    out.key("text").raw("[");
    for (const checks::Quote& quote : it.text)
        out.next()
            .raw("{")
            .key("section")
            .number(quote.section)
            .key("from")
            .number(quote.from)
            .key("to")
            .number(quote.to)
            .key("quote")
            .text(quote.quote)
            .raw("}");
    out.raw("]").key("basis").text(it.basis).raw("}");
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

std::string report_json(const Report& report, std::string_view file) {
    Writer out;
    out.raw("{");
    if (!file.empty()) out.key("file").text(file);
    out.key("organ").text(report.organ);
    out.key("year").raw(report.year ? std::to_string(*report.year) : "null");
    out.key("form").text(report.form->id());
    out.key("title").text(report.title);
    if (report.published_on) out.key("published_on").text(iso(*report.published_on));
    sections(out, report);
    cells(out, report);
    statements(out, report);
    oddities(out, report);
    return out.raw("}").take();
}

std::string findings_json(std::string_view file, const Report& report,
                          std::span<const checks::Finding> findings,
                          std::string_view compared_with) {
    Writer out;
    out.raw("{").key("file").text(file);
    if (!compared_with.empty()) out.key("compared_with").text(compared_with);
    out.key("findings").raw("[");
    for (const checks::Finding& it : findings) {
        out.next();
        finding(out, report, it);
    }
    return out.raw("]}").take();
}

std::string failure_json(std::string_view file, const Error& error) {
    Writer out;
    out.raw("{").key("file").text(file).key("error").raw("{");
    out.key("code").text(error.code).key("message").text(error.message);
    return out.raw("}}").take();
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
