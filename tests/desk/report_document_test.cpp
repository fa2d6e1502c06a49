#include "desk/report_document.h"

#include <doctest/doctest.h>

#include <cstdlib>
#include <fstream>

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

void set(forms::Report& report, std::string_view id, forms::Cell cell) {
    report.cells[std::size_t(report.form->find(id).value())] = std::move(cell);
}

forms::Report any_report() {
    reports::Records records;
    for (int i = *rc::gen::inRange(0, 12); i > 0; --i)
        records.requests.push_back(any_history(day("2025-01-02"), day("2026-03-01"), 8));
    auto report = reports::compile(all_forms().back(), records, 2025, {}).report;
    report.organ = "云岭县民政局";
    report.title = "云岭县民政局2025年政府信息公开工作年度报告";
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

int years() { return std::getenv("GONGKAI_LONG_TESTS") ? 2000 : 200; }

}  // namespace

TEST_CASE("what is written is read back the same, in Word and HTML") {
    for (int i = 0; i < years(); i += 100)
        CHECK(rc::check([] {
            const auto report = any_report();
            for (const auto& bytes : {desk::report_docx(report), desk::report_html(report)}) {
                const auto back = desk::read_back(report, bytes, all_forms());
                if (!back.ok()) RC_FAIL(back.error().message);
            }
        }));
}
