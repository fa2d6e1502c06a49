#include <algorithm>
#include <unordered_set>

#include "base/text.h"
#include "checks/figures.h"
#include "checks/narrative.h"
#include "checks/rules/runs.h"

// What this year's report says against last year's of the same body.
namespace gongkai::checks {

namespace {

bool consecutive(const Subject& subject) {
    const auto& it = subject.report;
    return subject.last_year && subject.last_year->form && it.year && subject.last_year->year &&
           *it.year == *subject.last_year->year + 1;
}

}  // namespace

void check_carried_over(const Rule& rule, const Subject& subject, Findings& findings) {
    if (!consecutive(subject)) return;
    const forms::Grid* grid = subject.report.form->grid("requests");
    if (!grid) return;
    for (const forms::Column& column : grid->columns) {
        const auto now = certain(subject.report, "requests.carried_over_in." + column.id);
        const auto before = certain(*subject.last_year, "requests.carried_over_out." + column.id);
        if (!now || !before || *now == *before) continue;
        Finding one = rule.finding();
        one.cells = {*subject.report.form->find("requests.carried_over_in." + column.id)};
        one.found = now->text();
        one.expected = before->text();
        one.message = "“上年结转”的“" + column.label + "”填的是 " + now->text() +
                      "，而上一年度报告“结转下年度继续办理”的这一列是 " + before->text() +
                      "。两个数应当相同，请核对；确有调整的，请在报告中说明。";
        findings.push_back(std::move(one));
    }
}

void check_document_stock(const Rule& rule, const Subject& subject, Findings& findings) {
    if (!consecutive(subject)) return;
    if (subject.report.form->id() != "2021" || subject.last_year->form->id() != "2021") return;
    for (const std::string row : {"rules", "normative_documents"}) {
        const std::string id = "proactive.art20_1." + row;
        const auto valid = certain(subject.report, id + ".currently_valid");
        const auto issued = certain(subject.report, id + ".issued_this_year");
        const auto repealed = certain(subject.report, id + ".repealed_this_year");
        const auto before = certain(*subject.last_year, id + ".currently_valid");
        if (!valid || !issued || !repealed || !before) continue;
        const Decimal expected = *before + *issued - *repealed;
        if (*valid == expected) continue;
        Finding one = rule.finding();
        one.cells = {*subject.report.form->find(id + ".issued_this_year"),
                     *subject.report.form->find(id + ".repealed_this_year"),
                     *subject.report.form->find(id + ".currently_valid")};
        one.found = valid->text();
        one.expected = expected.text();
        one.message = std::string(row == "rules" ? "规章" : "行政规范性文件") + "上年末有效 " +
                      before->text() + " 件，本年制发 " + issued->text() + " 件、废止 " +
                      repealed->text() + " 件，推算现行有效 " + expected.text() +
                      " 件，表中填的是 " + valid->text() +
                      " 件。机构改革、重新认定等可以造成差别；没有这些情形的，请核对。";
        findings.push_back(std::move(one));
    }
}

void check_item_stock(const Rule& rule, const Subject& subject, Findings& findings) {
    if (!consecutive(subject)) return;
    if (subject.report.form->id() != "2019" || subject.last_year->form->id() != "2019") return;
    for (const forms::Grid& grid : subject.report.form->grids())
        for (const forms::Row& row : grid.rows) {
            const std::string id = grid.id + "." + row.id;
            const auto now = certain(subject.report, id + ".items_prev_year");
            const auto before = certain(*subject.last_year, id + ".items_prev_year");
            const auto change = certain(*subject.last_year, id + ".items_change");
            if (!now || !before || !change || *now == *before + *change) continue;
            Finding one = rule.finding();
            one.cells = {*subject.report.form->find(id + ".items_prev_year")};
            one.found = now->text();
            one.expected = (*before + *change).text();
            one.message = row.label + "的“上一年项目数量”填的是 " + now->text() +
                          "，而按上一年度报告推算（项目数量加本年增/减）应当是 " + one.expected +
                          "。请核对。";
            findings.push_back(std::move(one));
        }
}

namespace {

constexpr std::size_t short_sentence = 10, short_text = 200;

// The sentences of sections one and five without their digits, which change every year anyway.
template <class Visit>
void each_sentence(const Narrative& narrative, Visit visit) {
    for (const Passage& passage : narrative.passages()) {
        if (passage.number != 1 && passage.number != 5) continue;
        std::u32string sentence;
        for (std::size_t i = 0; i <= passage.text().size(); ++i) {
            const bool end =
                i == passage.text().size() || passage.ends_sentence(i) || passage.text()[i] == U';';
            if (!end) {
                const char32_t sign = passage.text()[i];
                if (text::is_han(sign)) sentence += sign;
                continue;
            }
            if (sentence.size() >= short_sentence) visit(sentence);
            sentence.clear();
        }
    }
}

}  // namespace

void check_sameness(const Rule& rule, const Subject& subject, Findings& findings) {
    if (!consecutive(subject)) return;
    const Narrative before(*subject.last_year);
    std::unordered_set<std::u32string> said;
    each_sentence(before, [&](const std::u32string& it) { said.insert(it); });
    std::size_t all = 0, again = 0;
    each_sentence(*subject.narrative, [&](const std::u32string& it) {
        all += it.size();
        if (said.contains(it)) again += it.size();
    });
    if (all < short_text || again * 2 <= all) return;
    const auto percent = std::to_string(again * 100 / all) + "%";
    Finding one = rule.finding();
    one.found = percent;
    one.expected = "不超过 50%";
    one.message = "“总体情况”和“存在的主要问题及改进情况”两部分有 " + percent +
                  " 的文字与上一年度报告逐句相同。请写当年的实际情况，避免内容雷同。";
    findings.push_back(std::move(one));
}

}  // namespace gongkai::checks
