#include "desk/report_document.h"

#include <doctest/doctest.h>

#include <filesystem>

#include "../requests/histories_for_tests.h"
#include "desk/examine.h"
#include "desk/release.h"
#include "files/form_files.h"
#include "reports/compile.h"

using namespace gongkai;
using namespace gongkai::testing;

namespace {

const forms::Forms& all_forms() {
    static const auto forms = files::load_forms().value();
    return forms;
}

forms::Cell number(std::string_view text) {
    forms::Cell cell;
    cell.kind = forms::CellKind::Number;
    cell.value = Decimal::parse(text).value();
    cell.text = text;
    return cell;
}

forms::Cell plain(forms::CellKind kind, std::string_view text) {
    forms::Cell cell;
    cell.kind = kind;
    cell.text = text;
    return cell;
}

void set(forms::Report& report, std::string_view id, forms::Cell cell) {
    report.cells[std::size_t(report.form->find(id).value())] = std::move(cell);
}

forms::Report compiled_with(const reports::Records& records) {
    auto report = reports::compile(all_forms().back(), records, 2025, {}).report;
    report.organ = "云岭县民政局";
    report.title = "云岭县民政局2025年政府信息公开工作年度报告";
    return report;
}

forms::Report any_report() {
    reports::Records records;
    for (int i = *rc::gen::inRange(0, 12); i > 0; --i)
        records.requests.push_back(any_history(day("2025-01-02"), day("2026-03-01"), 8));
    auto report = compiled_with(records);
    // Table two comes from registers: any figures, and an amount with decimals.
    for (int cell = 0; cell < report.form->cell_count(); ++cell) {
        const auto place = report.form->place(cell);
        if (place.grid->section != 2) continue;
        const bool amount =
            place.grid->columns[std::size_t(place.column)].measure == forms::Measure::Amount;
        const Decimal figure(*rc::gen::inRange(0, 2'000'000));
        const int power = amount ? *rc::gen::inRange(-6, 1) : 0;
        report.cells[std::size_t(cell)] = number(figure.times_power_of_ten(power).text());
    }
    return report;
}

}  // namespace

TEST_CASE("what is written is read back the same, in Word and HTML") {
    // A hundred years at a time.
    for (int hundred = 0; hundred < 2; ++hundred)
        CHECK(rc::check([] {
            const auto report = any_report();
            for (const auto& bytes : {desk::report_docx(report), desk::report_html(report)}) {
                const auto back = desk::read_back(report, bytes, all_forms());
                if (!back.ok()) RC_FAIL(back.error().message);
            }
        }));
}

TEST_CASE("the same report gives the same bytes") {
    const auto report = compiled_with({});
    CHECK(desk::report_docx(report) == desk::report_docx(report));
}

TEST_CASE("slashes, blanks and words are written as they are") {
    auto report = compiled_with({});
    set(report, "proactive.art20_1.rules.issued_this_year", plain(forms::CellKind::Slash, "/"));
    set(report, "requests.new_received.org_other", plain(forms::CellKind::Blank, ""));
    set(report, "proactive.art20_1.rules.repealed_this_year",
        plain(forms::CellKind::Text, "无<此>&项"));
    for (const auto& bytes : {desk::report_docx(report), desk::report_html(report)}) {
        const auto back = desk::read_back(report, bytes, all_forms());
        INFO((back.ok() ? "" : back.error().message));
        CHECK(back.ok());
    }
}

TEST_CASE("a file that differs in a cell, the year or the form is refused by name") {
    const auto report = compiled_with({});
    auto other = report;
    set(other, "requests.new_received.total", number("7"));
    auto status = desk::read_back(report, desk::report_docx(other), all_forms());
    REQUIRE_FALSE(status.ok());
    CHECK(status.error().code == "report.read-back");
    CHECK(status.error().message.find("本年新收政府信息公开申请数量") != std::string::npos);
    CHECK_FALSE(desk::read_back(report, "%PDF-1.7", all_forms()).ok());
    other = report;
    other.year = 2024;
    CHECK_FALSE(desk::read_back(other, desk::report_docx(report), all_forms()).ok());
}

TEST_CASE("published reports of either form are written again and read the same") {
    int written = 0;
    for (const auto& entry : std::filesystem::directory_iterator(GONGKAI_SOURCE_DIR "/data/demo")) {
        const auto kind = entry.path().extension();
        if (kind != ".docx" && kind != ".html") continue;
        CAPTURE(entry.path().filename().string());
        auto report = desk::read_report_file(entry.path(), all_forms()).value();
        const auto back = desk::read_back(report, desk::report_docx(report), all_forms());
        INFO((back.ok() ? "" : back.error().message));
        CHECK(back.ok());
        ++written;
    }
    CHECK(written > 5);
}

TEST_CASE("the 2019 form is written as well") {
    forms::Report report;
    report.form = &all_forms().front();
    report.year = 2020;
    report.organ = "云岭县民政局";
    report.cells.resize(std::size_t(report.form->cell_count()));
    for (int cell = 0; cell < report.form->cell_count(); ++cell) {
        const auto place = report.form->place(cell);
        if (!place.grid->rows[std::size_t(place.row)].optional)
            report.cells[std::size_t(cell)] = number(std::to_string(cell % 37));
    }
    set(report, "proactive.art20_5.admin_license.items_change", number("-3"));
    const auto back = desk::read_back(report, desk::report_docx(report), all_forms());
    INFO((back.ok() ? "" : back.error().message));
    CHECK(back.ok());
}
