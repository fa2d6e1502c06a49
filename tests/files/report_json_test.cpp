#include "files/report_json.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <boost/json.hpp>

#include "base/text.h"
#include "files/form_files.h"

namespace gongkai::files {
namespace {

namespace json = boost::json;
using forms::Cell;
using forms::CellKind;
using forms::Report;

const forms::Forms& carried() {
    static const forms::Forms forms = load_forms().value();
    return forms;
}

std::string any_text() {
    static const std::vector<std::string> parts = {
        "公开", "a", "\"", "\\", "\n", "\r", "\t", "\x01", "\x1f", "\x7f", "", "𠮷", "\uFFFD", "/"};
    const auto picks = *rc::gen::container<std::vector<std::size_t>>(
        rc::gen::inRange<std::size_t>(0, parts.size()));
    std::string text;
    for (const std::size_t pick : picks)
        text += parts[pick];
    return text;
}

Decimal any_decimal() {
    const auto digits = *rc::gen::inRange<std::int64_t>(-999999999999999999, 999999999999999999);
    return Decimal(digits).times_power_of_ten(-*rc::gen::inRange(0, 13));
}

reader::Place any_place() {
    const int row = *rc::gen::inRange(-1, 40);
    return {*rc::gen::inRange(0, 5), *rc::gen::inRange(0, 300), row,
            row < 0 ? -1 : *rc::gen::inRange(0, 9)};
}

void add_cells(Report& report) {
    for (auto& cell : report.cells) {
        const int kind = *rc::gen::inRange(0, 12);
        if (kind > 3) continue;  // absent, so that the reports stay small
        cell = Cell{CellKind(kind), {}, any_text(), false, -1, any_place()};
        if (cell->kind != CellKind::Number) continue;
        cell->value = any_decimal();
        cell->derived = *rc::gen::arbitrary<bool>();
    }
}

void add_candidates(Report& report) {
    int next = 0;
    for (int group = *rc::gen::inRange(0, 3); group > 0; --group) {
        forms::Candidates it;
        it.complete = *rc::gen::arbitrary<bool>();
        for (int cells = *rc::gen::inRange(1, 4); cells > 0; --cells)
            it.cells.push_back(next++);
        for (int count = *rc::gen::inRange(0, 4); count > 0; --count) {
            auto& values = it.values.emplace_back();
            for (std::size_t i = 0; i < it.cells.size(); ++i)
                values.push_back(any_decimal());
        }
        for (const int cell : it.cells)
            report.cells[std::size_t(cell)] =
                Cell{CellKind::Ambiguous,           {},         any_text(), false,
                     int(report.candidates.size()), any_place()};
        report.candidates.push_back(it);
    }
}

void add_narrative(Report& report) {
    for (int count = *rc::gen::inRange(0, 4); count > 0; --count)
        report.sections.push_back(
            {*rc::gen::inRange(0, 7), any_text(), any_text(), *rc::gen::inRange(0, 9)});
    for (int i = 0; i < int(report.sections.size()); ++i) {
        const int size = int(text::length(report.sections[std::size_t(i)].text));
        forms::Statement it;
        it.section = i;
        it.from = *rc::gen::inRange(0, size + 1);
        it.to = *rc::gen::inRange(it.from, size + 1);
        it.value = any_decimal();
        it.unit = any_text();
        it.subject = any_text();
        it.approximate = *rc::gen::arbitrary<bool>();
        it.about.resize(std::size_t(*rc::gen::inRange(0, 3)), 5);
        it.readings.resize(std::size_t(*rc::gen::inRange(0, 3)), {7, 8});
        report.statements.push_back(it);
    }
    report.oddities.push_back({any_text(), any_text(), {1, 2}});
}

Report any_report() {
    Report report;
    report.form = &carried()[std::size_t(*rc::gen::inRange(0, 2))];
    report.cells.resize(std::size_t(report.form->cell_count()));
    report.organ = any_text();
    report.title = any_text();
    if (*rc::gen::arbitrary<bool>()) report.year = *rc::gen::inRange(2008, 2100);
    if (*rc::gen::arbitrary<bool>()) report.published_on = parse_date("2025-01-20");
    add_cells(report);
    add_candidates(report);
    add_narrative(report);
    return report;
}

bool same(const Report& one, const Report& other) {
    for (int i = 0; i < one.form->cell_count(); ++i) {
        const Cell *a = one.cell(i), *b = other.cell(i);
        if (bool(a) != bool(b)) return false;
        if (a && (a->kind != b->kind || a->value != b->value || a->text != b->text ||
                  a->derived != b->derived || a->candidates != b->candidates))
            return false;
    }
    return true;
}

TEST_CASE("a report is read back from its JSON with every digit") {
    CHECK(rc::check([] {
        const Report report = any_report();
        const auto written = report_json(report, "a.docx");
        RC_ASSERT(written.find('\n') == std::string::npos);
        const auto back = parse_report(written, carried());
        if (!back.ok()) RC_FAIL(back.error().message);
        RC_ASSERT(same(report, back.value()));
        RC_ASSERT(report_json(back.value(), "a.docx") == written);
    }));
}

TEST_CASE("the JSON is valid whatever bytes a text holds") {
    CHECK(rc::check([] {
        Report report;
        report.form = &carried().front();
        report.cells.resize(std::size_t(report.form->cell_count()));
        report.title = *rc::gen::container<std::string>(rc::gen::oneOf(
            rc::gen::arbitrary<char>(), rc::gen::element('\xE4', '\xB8', '\x80', '\xED', '"')));
        const std::string name = "f" + report.title;
        const std::string all = report_json(report, name);
        for (const auto& text : {all, failure_json(name, {ErrorKind::Invalid, "a", all})}) {
            RC_ASSERT(text::is_utf8(text));
            const auto value = json::parse(text);
            RC_ASSERT(text::points(value.at("file").as_string()) == text::points(name));
        }
    }));
}

TEST_CASE("a failure names file, code and reason") {
    CHECK(failure_json("夹/a\"b.pdf", {ErrorKind::Invalid, "reader.scan", "这是扫描件"}) ==
          R"({"file":"夹/a\"b.pdf","error":{"code":"reader.scan","message":"这是扫描件"}})");
}

// The JSON of a small report with one member put in the place of another.
std::string with(const std::string& what, const std::string& instead) {
    std::string text =
        R"({"organ":"栖云县司法局","year":2024,"form":"2021","title":"","sections":[{"number":1,"title":"一","text":"公开85条"}],)"
        R"("cells":{"requests.new_received.total":{"value":1,"text":"1","kind":"number"}},)"
        R"("statements":[{"section":0,"from":2,"to":5,"value":85,"unit":"条","subject":"公开","about":[]}],"oddities":[]})";
    const auto at = text.find(what);
    REQUIRE_MESSAGE(at != text.npos, what);
    return text.replace(at, what.size(), instead);
}

TEST_CASE("what is not of this shape is refused with a reason") {
    CHECK(parse_report(with("2024", "2024"), carried()).ok());
    const std::pair<const char*, const char*> cases[] = {
        {R"("form":"2021")", R"("form":"1999")"},
        {R"("form":"2021",)", ""},
        {"2024", "\"2024\""},
        {"2024", "99999999999"},
        {"requests.new_received.total", "requests.new_received.sum"},
        {R"("kind":"number")", R"("kind":"figure")"},
        {R"({"value":1,)", R"({"value":"x",)"},
        {R"({"value":1,)", R"({"value":1e40,)"},
        {R"({"value":1,)", R"({)"},
        {R"({"value":1,)", R"({"value":null,)"},
        {R"("kind":"number")", R"("kind":"blank")"},
        {R"("value":1,"text":"1","kind":"number")",
         R"("value":null,"text":"1","kind":"ambiguous")"},
        {R"("value":1,"text":"1","kind":"number")",
         R"("value":null,"text":"1","kind":"ambiguous","candidates":{"cells":[],"values":[]})"},
        // A reading of two cells has two figures.
        {R"("value":1,"text":"1","kind":"number")",
         R"("value":null,"text":"1","kind":"ambiguous","candidates":{"cells":)"
         R"(["requests.new_received.total","requests.result_total.total"],"values":[[1]]})"},
        {R"("section":0)", R"("section":1)"},
        {R"("section":0)", R"("section":-1)"},
        {R"("from":2)", R"("from":-2)"},
        {R"("from":2)", R"("from":6)"},
        {R"("to":5)", R"("to":6)"},
        {R"("to":5)", R"("to":4294967299)"},
        {R"("about":[])", R"("about":["nothing"])"},
        {R"("oddities":[])", R"("oddities":{})"},
        {R"("sections":[)", R"("sections":[1,)"},
    };
    for (const auto& [what, instead] : cases) {
        CAPTURE(what);
        CAPTURE(instead);
        const auto report = parse_report(with(what, instead), carried());
        CHECK_FALSE(report.ok());
        if (!report.ok()) CHECK(report.error().code == "report.malformed");
    }
    for (const char* text : {"", "null", "[]", "{", "\xFF"})
        CHECK_FALSE(parse_report(text, carried()).ok());
}

Report with_cell(const std::string& printed, CellKind kind) {
    Report report;
    report.form = &carried()[1];
    report.organ = "栖云县司法局";
    report.year = 2024;
    report.cells.resize(std::size_t(report.form->cell_count()));
    report.cells[0] = Cell{kind, {}, printed, false, -1, {}};
    return report;
}

TEST_CASE("a CSV line quotes what would break it and calms what would run") {
    const std::pair<const char*, const char*> cases[] = {
        {"无", "无"},
        {"1,362", "\"1,362\""},
        {"他说\"无\"", "\"他说\"\"无\"\"\""},
        {"上\n下", "\"上\n下\""},
        {"=1+1", "\"'=1+1\""},
        {"+cmd|' /C calc'!A0", "\"'+cmd|' /C calc'!A0\""},
        {"-2+3+cmd|' /C calc'!A0", "\"'-2+3+cmd|' /C calc'!A0\""},
        {"@SUM(1)", "\"'@SUM(1)\""},
        {"\t=1", "\"'\t=1\""},
        {"-", "-"},
        {"-8", "-8"},
        {"-1.5", "-1.5"},
        {"—", "—"},
        {"0/0", "0/0"},
        {"", ""},
    };
    for (const auto& [printed, field] : cases)
        CHECK(report_csv(with_cell(printed, CellKind::Text)) ==
              "栖云县司法局,2024,2021,proactive.art20_1.rules.issued_this_year,text,," +
                  std::string(field) + "\r\n");
    CHECK(report_csv_header() == "organ,year,form,cell,kind,value,text\r\n");
}

TEST_CASE("a figure of a report keeps every digit") {
    for (const char* figure : {"123456789012345.67", "999999999999999999", "-0.000000000001"}) {
        const auto report = parse_report(
            with(R"({"value":1,)", std::string(R"({"value":)") + figure + ","), carried());
        REQUIRE(report.ok());
        const auto cell = report.value().form->find("requests.new_received.total");
        CHECK(report.value().value(*cell) == Decimal::parse(figure));
        CHECK(report_json(report.value()).find(std::string(R"("value":)") + figure + ",") !=
              std::string::npos);
    }
    CHECK_FALSE(
        parse_report(with(R"({"value":1,)", R"({"value":9223372036854775807,)"), carried()).ok());
}

TEST_CASE("an unknown year is left empty in CSV and null in JSON") {
    Report report = with_cell("", CellKind::Blank);
    report.year.reset();
    CHECK(report_csv(report) ==
          "栖云县司法局,,2021,proactive.art20_1.rules.issued_this_year,blank,,\r\n");
    CHECK(json::parse(report_json(report)).at("year").is_null());
}

}  // namespace
}  // namespace gongkai::files
