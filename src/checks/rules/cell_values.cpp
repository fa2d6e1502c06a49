#include "checks/rules/runs.h"

// What a single cell may hold.
namespace gongkai::checks {

namespace {

const forms::Column& column(const forms::Report& report, int cell) {
    const auto place = report.form->place(cell);
    return place.grid->columns[std::size_t(place.column)];
}

template <class Wrong>
void each_value(const Rule& rule, const forms::Report& report, Findings& findings, Wrong wrong) {
    for (int number = 0; number < report.form->cell_count(); ++number) {
        const auto value = report.value(number);
        if (!value) continue;
        const auto complaint = wrong(column(report, number).measure, *value);
        if (complaint.empty()) continue;
        Finding one = rule.finding();
        one.found = value->text();
        one.cells = {number};
        one.message = "“" + report.form->cell_name(number) + "”填的是 " + value->text() + "，" +
                      std::string(complaint);
        findings.push_back(std::move(one));
    }
}

std::string table_name(int section) {
    if (section == 2) return "表二（主动公开政府信息情况）";
    if (section == 3) return "表三（收到和处理政府信息公开申请情况）";
    return "表四（行政复议、行政诉讼情况）";
}

}  // namespace

void check_whole(const Rule& rule, const Subject& subject, Findings& findings) {
    each_value(rule, subject.report, findings, [](forms::Measure measure, const Decimal& value) {
        const bool wrong = measure != forms::Measure::Amount && !value.is_whole();
        return std::string_view(wrong ? "件数应当是整数。请核对是否误填了金额或者比例。" : "");
    });
}

void check_sign(const Rule& rule, const Subject& subject, Findings& findings) {
    each_value(rule, subject.report, findings, [](forms::Measure measure, const Decimal& value) {
        const bool wrong = measure != forms::Measure::SignedCount && value.is_negative();
        return std::string_view(wrong ? "不应当是负数。请改为实际的数量或者金额。" : "");
    });
}

void check_words_in_cells(const Rule& rule, const Subject& subject, Findings& findings) {
    Finding one = rule.finding();
    for (int number = 0; number < subject.report.form->cell_count(); ++number) {
        const forms::Cell* cell = subject.report.cell(number);
        if (!cell || cell->kind != forms::CellKind::Text) continue;
        if (one.found.empty()) one.found = cell->text;
        one.cells.push_back(number);
    }
    if (one.cells.empty()) return;
    one.expected = "数字";
    one.message = "“" + subject.report.form->cell_name(one.cells.front()) + "”" +
                  (one.cells.size() > 1 ? "等 " + std::to_string(one.cells.size()) + " 格" : "") +
                  "填的不是数字。没有的请填“0”，不适用的请填“/”。";
    findings.push_back(std::move(one));
}

void check_blanks(const Rule& rule, const Subject& subject, Findings& findings) {
    for (int section = 2; section <= 4; ++section) {
        Finding one = rule.finding();
        int printed = 0;
        for (const forms::Grid& grid : subject.report.form->grids()) {
            if (grid.section != section) continue;
            for (int i = 0; i < grid.cells(); ++i) {
                const forms::Cell* cell = subject.report.cell(grid.first_cell + i);
                if (!cell) continue;
                ++printed;
                if (cell->kind == forms::CellKind::Blank) one.cells.push_back(grid.first_cell + i);
            }
        }
        if (one.cells.empty()) continue;
        one.found = std::to_string(one.cells.size()) + " 格空白";
        one.expected = "0";
        one.message = table_name(section) + "共 " + std::to_string(printed) + " 格，其中 " +
                      one.found + "，看不出是零还是漏填。没有发生的请填“0”。";
        findings.push_back(std::move(one));
    }
}

}  // namespace gongkai::checks
