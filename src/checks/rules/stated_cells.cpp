#include <algorithm>

#include "checks/figures.h"
#include "checks/narrative.h"
#include "checks/rules/runs.h"

// Numbers of the narrative against the cells that they state.
namespace gongkai::checks {

namespace {

using forms::Statement;

enum class Matter { Documents, Requests, Applicants, Outcomes, Reviews, Nothing };

std::string_view row_id(const forms::Report& report, int cell) {
    const auto place = report.form->place(cell);
    return place.grid->rows[std::size_t(place.row)].id;
}

std::vector<std::vector<int>> readings(const Statement& it) {
    if (it.about.empty()) return it.readings;
    return {it.about};
}

Matter matter(const forms::Report& report, const std::vector<int>& cells) {
    const auto place = report.form->place(cells.front());
    if (place.grid->id == "proactive.art20_1") return Matter::Documents;
    if (place.grid->id == "review_litigation") return Matter::Reviews;
    if (place.grid->id != "requests") return Matter::Nothing;
    if (place.grid->columns[std::size_t(place.column)].id != "total") return Matter::Applicants;
    switch (place.grid->rows[std::size_t(place.row)].kind) {
        case forms::RowKind::Leaf: return Matter::Outcomes;
        default: return Matter::Requests;
    }
}

bool about_row(const forms::Report& report, const std::vector<std::vector<int>>& sums,
               std::string_view row) {
    return std::ranges::any_of(sums, [&](const auto& cells) {
        return cells.size() == 1 && row_id(report, cells.front()) == row;
    });
}

// 办结 and 答复 may leave out what came from last year, or what was withdrawn.
bool answers_in_another_sense(const forms::Report& report, const Statement& it,
                              const std::vector<std::vector<int>>& sums) {
    if (!about_row(report, sums, "result_total")) return false;
    const auto total = certain(report, "requests.result_total.total");
    if (!total) return true;
    const auto carried = certain(report, "requests.carried_over_in.total");
    if (carried && it.value == *total - *carried) return true;
    const Figure other =
        figure(report, {"requests.other_total.total", "requests.other_no_correction.total",
                        "requests.other_fee_unpaid.total", "requests.other_other.total"});
    if (!other.known || other.values.size() != 1) return false;
    const Decimal rest = *total - other.values.front();
    return it.value == rest || (carried && it.value == rest - *carried);
}

struct Contradiction {
    const Statement* statement;
    std::vector<std::vector<int>> sums;  // its readings
    std::vector<Figure> figures;         // one for each, all known
};

// The statements of one matter that no reading of the table agrees with.
std::vector<Contradiction> contradictions(const forms::Report& report, Matter asked) {
    std::vector<Contradiction> all;
    for (const Statement& it : report.statements) {
        const auto sums = readings(it);
        if (sums.empty()) continue;
        const bool of_result = about_row(report, sums, "result_total");
        const Matter found = of_result ? Matter::Requests : matter(report, sums.front());
        if (found != asked) continue;
        Contradiction one{&it, sums, {}};
        bool agrees = false;
        for (const auto& cells : sums) {
            Figure table = figure(report, cells);
            agrees = agrees || !table.known || table.may_be(it.value);
            one.figures.push_back(std::move(table));
        }
        if (agrees || answers_in_another_sense(report, it, sums)) continue;
        all.push_back(std::move(one));
    }
    return all;
}

// “（一）予以公开·总计”“（二）部分公开·总计”合计
std::string names(const forms::Report& report, const std::vector<int>& cells) {
    constexpr std::size_t most = 3;
    std::string all;
    for (std::size_t i = 0; i < cells.size() && i < most; ++i)
        all += "“" + report.form->cell_name(cells[i]) + "”";
    if (cells.size() > most) all += "等 " + std::to_string(cells.size()) + " 项";
    return all + (cells.size() > 1 ? "合计" : "");
}

Finding finding(const Rule& rule, const Subject& subject, const Contradiction& it) {
    const auto& report = subject.report;
    const Figure& table = it.figures.front();
    Finding one = rule.finding();
    one.found = it.statement->value.text();
    one.expected = table.text();
    for (const Figure& each : it.figures)
        for (const int cell : each.cells)
            if (std::ranges::find(one.cells, cell) == one.cells.end()) one.cells.push_back(cell);
    one.text.push_back(subject.narrative->quote(*it.statement));
    one.message = "文字中写的是“" + words_before(*it.statement) + one.text.front().quote +
                  "”，而表中" + names(report, it.sums.front()) + "是 " + table.text() +
                  (table.values.size() > 1 ? "（数字连写，各种拆分都对不上）" : "") +
                  "。请核对文字和表格，改正其中一处。";
    return one;
}

void check_matter(const Rule& rule, const Subject& subject, Findings& findings, Matter asked) {
    std::vector<const Statement*> said;
    for (const Contradiction& it : contradictions(subject.report, asked)) {
        // Said twice in the same words it is one fault.
        const auto same = std::ranges::find_if(said, [&](const Statement* one) {
            return one->value == it.statement->value && readings(*one) == readings(*it.statement);
        });
        if (same != said.end()) continue;
        said.push_back(it.statement);
        findings.push_back(finding(rule, subject, it));
    }
}

}  // namespace

void check_stated_documents(const Rule& rule, const Subject& subject, Findings& findings) {
    for (const Contradiction& it : contradictions(subject.report, Matter::Documents)) {
        Finding one = finding(rule, subject, it);
        const bool none = std::ranges::all_of(it.figures, &Figure::is_zero);
        // The 2021 form has no column for what was published: older documents, or those of other
        // bodies, may have been.
        const bool published = subject.report.form->id() == "2021" && it.figures.size() > 1;
        if (none && !published) one.severity = Severity::Error;
        if (!none && published) one.severity = Severity::Hint;
        findings.push_back(std::move(one));
    }
}

void check_stated_requests(const Rule& rule, const Subject& subject, Findings& findings) {
    check_matter(rule, subject, findings, Matter::Requests);
}

void check_stated_applicants(const Rule& rule, const Subject& subject, Findings& findings) {
    check_matter(rule, subject, findings, Matter::Applicants);
}

void check_stated_outcomes(const Rule& rule, const Subject& subject, Findings& findings) {
    check_matter(rule, subject, findings, Matter::Outcomes);
}

void check_stated_reviews(const Rule& rule, const Subject& subject, Findings& findings) {
    check_matter(rule, subject, findings, Matter::Reviews);
}

}  // namespace gongkai::checks
