#include <algorithm>

#include "checks/rules/runs.h"

// The identities that the form itself prints (勾稽关系), cell by cell.
namespace gongkai::checks {

namespace {

using forms::Sum;

struct Broken {
    const Sum* sum;
    Decimal left, right;
};

std::vector<Broken> broken(const forms::Report& report, Sum::Kind kind, std::string_view grid) {
    std::vector<Broken> all;
    for (const Sum& sum : report.form->sums()) {
        if (sum.kind != kind) continue;
        if (report.form->place(sum.right.front()).grid->id != grid) continue;
        const auto it = forms::check(sum, report);
        if (it.outcome == forms::SumCheck::Outcome::Broken)
            all.push_back({&sum, it.left, it.right});
    }
    return all;
}

const forms::Row& row(const forms::Report& report, int cell) {
    const auto place = report.form->place(cell);
    return place.grid->rows[std::size_t(place.row)];
}

const forms::Column& column(const forms::Report& report, int cell) {
    const auto place = report.form->place(cell);
    return place.grid->columns[std::size_t(place.column)];
}

std::string column_name(const forms::Report& report, int cell) {
    const forms::Column& it = column(report, cell);
    return it.group.empty() ? it.label : it.group + "·" + it.label;
}

// Every cell of the sum that the report has.
std::vector<int> cells(const forms::Report& report, const Sum& sum) {
    std::vector<int> all;
    for (const auto* side : {&sum.left, &sum.right})
        for (const int cell : *side)
            if (report.cell(cell)) all.push_back(cell);
    return all;
}

std::string shown(const forms::Report& report, const Sum& sum) {
    const bool glued = std::ranges::any_of(cells(report, sum), [&](int cell) {
        return report.cell(cell)->kind == forms::CellKind::Ambiguous;
    });
    return glued ? "（表中数字连写，各种拆分都不能使其成立）" : "";
}

// A row and a column that are out by the same figure meet in the cell that is probably wrong.
std::string suspect(const forms::Report& report, const Broken& it,
                    const std::vector<Broken>& crossing) {
    std::string found;
    for (const Broken& other : crossing) {
        if (other.left - other.right != it.left - it.right) continue;
        for (const int cell : it.sum->left)
            if (std::ranges::find(other.sum->left, cell) != other.sum->left.end()) {
                if (!found.empty()) return {};
                found = "这一行与这一列相差的数相同，很可能是“" + report.form->cell_name(cell) +
                        "”一格有误。";
            }
    }
    return found;
}

Finding finding(const Rule& rule, const forms::Report& report, const Broken& it) {
    Finding finding = rule.finding();
    finding.found = it.right.text();
    finding.expected = it.left.text();
    finding.cells = cells(report, *it.sum);
    return finding;
}

}  // namespace

void check_flow(const Rule& rule, const Subject& subject, Findings& findings) {
    for (const Broken& it : broken(subject.report, Sum::Kind::Flow, "requests")) {
        // Neither side is a total of the other: which of the four figures is wrong stays open.
        Finding one = finding(rule, subject.report, it);
        one.found = "两边分别为 " + it.left.text() + " 和 " + it.right.text();
        one.expected = "两边相等";
        one.message = "“" + column_name(subject.report, it.sum->right.front()) +
                      "”一列：本年新收与上年结转之和为 " + it.left.text() +
                      "，而办理结果总计与结转下年度之和为 " + it.right.text() + "，两边应当相等" +
                      shown(subject.report, *it.sum) +
                      "。请核对这四个数，多半是结转数漏填或者填错。";
        findings.push_back(std::move(one));
    }
}

void check_columns(const Rule& rule, const Subject& subject, Findings& findings) {
    const auto columns = broken(subject.report, Sum::Kind::Column, "requests");
    if (columns.empty()) return;
    const auto rows = broken(subject.report, Sum::Kind::Row, "requests");
    for (const Broken& it : columns) {
        Finding one = finding(rule, subject.report, it);
        one.message = "“" + column_name(subject.report, it.sum->right.front()) +
                      "”一列：各项办理结果之和为 " + it.left.text() + "，“总计”填的是 " +
                      it.right.text() + shown(subject.report, *it.sum) + "。" +
                      suspect(subject.report, it, rows) + "请核对这一列的各项办理结果和总计。";
        findings.push_back(std::move(one));
    }
}

void check_rows(const Rule& rule, const Subject& subject, Findings& findings) {
    const auto rows = broken(subject.report, Sum::Kind::Row, "requests");
    if (rows.empty()) return;
    const auto columns = broken(subject.report, Sum::Kind::Column, "requests");
    for (const Broken& it : rows) {
        Finding one = finding(rule, subject.report, it);
        one.message = "“" + row(subject.report, it.sum->right.front()).label +
                      "”一行：自然人与各类组织之和为 " + it.left.text() + "，“总计”填的是 " +
                      it.right.text() + shown(subject.report, *it.sum) + "。" +
                      suspect(subject.report, it, columns) + "请核对这一行的各列和总计。";
        findings.push_back(std::move(one));
    }
}

void check_reviews(const Rule& rule, const Subject& subject, Findings& findings) {
    for (const Broken& it : broken(subject.report, Sum::Kind::Row, "review_litigation")) {
        Finding one = finding(rule, subject.report, it);
        const forms::Row& group = row(subject.report, it.sum->right.front());
        const std::string name =
            group.group.empty() ? group.label : group.group + "·" + group.label;
        one.message = "“" + name + "”的四种结果之和为 " + it.left.text() + "，“总计”填的是 " +
                      it.right.text() + shown(subject.report, *it.sum) + "。请核对这一组的五个数。";
        findings.push_back(std::move(one));
    }
}

}  // namespace gongkai::checks
