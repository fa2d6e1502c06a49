#include <algorithm>

#include "checks/body.h"
#include "checks/narrative.h"
#include "checks/rules/runs.h"

// Year, form and date of the report against each other.
namespace gongkai::checks {

namespace {

// A year written at `at` in four digits, or nothing.
std::optional<int> year_at(std::u32string_view text, std::size_t at) {
    if (at + 4 >= text.size() || text[at] != U'2' || text[at + 4] != U'年') return {};
    int year = 0;
    for (std::size_t i = at; i < at + 4; ++i) {
        if (text[i] < U'0' || text[i] > U'9') return {};
        year = year * 10 + int(text[i] - U'0');
    }
    return year;
}

}  // namespace

// 国办公开办函〔2021〕30号: the new form is in use from report year 2021.
void check_form_of_year(const Rule& rule, const Subject& subject, Findings& findings) {
    const auto& report = subject.report;
    if (!report.year) return;
    const bool old_form = report.form->id() == "2019" && *report.year >= 2021;
    const bool new_form = report.form->id() == "2021" && *report.year <= 2020;
    if (!old_form && !new_form) return;
    Finding one = rule.finding();
    one.found = report.form->id() + " 年格式";
    one.expected = old_form ? "2021 年格式" : "2019 年格式";
    one.message = "这是 " + std::to_string(*report.year) + " 年度的报告，用的却是" +
                  report.form->source() + "的表格。" +
                  (old_form ? "2021 年度起应当使用国办公开办函〔2021〕30号的格式。"
                            : "2019、2020 年度应当使用国办公开办函〔2019〕60号的格式。") +
                  "请核对年度和表格。";
    findings.push_back(std::move(one));
}

void check_period(const Rule& rule, const Subject& subject, Findings& findings) {
    constexpr std::size_t reach = 30;
    if (!subject.report.year) return;
    for (const Passage& passage : subject.narrative->passages())
        for (const auto& hit : passage.hits) {
            if (hit.id != int(Mark::Period)) continue;
            const std::size_t end = std::min(passage.text().size(), hit.to + reach);
            for (std::size_t at = hit.to; at < end && !passage.ends_sentence(at); ++at) {
                const auto year = year_at(passage.text(), at);
                if (!year) continue;
                if (*year == *subject.report.year) break;
                Finding one = rule.finding();
                one.found = std::to_string(*year) + " 年";
                one.expected = std::to_string(*subject.report.year) + " 年";
                one.text.push_back(subject.narrative->quote(passage, hit.from, at + 5));
                one.message = "报告是 " + std::to_string(*subject.report.year) +
                              " 年度的，统计期限却从 " + std::to_string(*year) +
                              " 年算起。请核对，多半是沿用了往年的文字。";
                findings.push_back(std::move(one));
                return;
            }
        }
}

void check_opening_year(const Rule& rule, const Subject& subject, Findings& findings) {
    if (!subject.report.year) return;
    for (const Passage& passage : subject.narrative->passages()) {
        if (passage.number != 1) continue;
        const auto year = year_at(passage.text(), 0);
        if (!year || *year == *subject.report.year) return;
        // 2019年以来 and 2019年度结转 speak of another year on purpose.
        if (passage.text().size() < 6 || passage.text()[5] != U',') return;
        const std::u32string own = text::points(std::to_string(*subject.report.year) + "年");
        if (contains(passage.text(), own)) return;
        Finding one = rule.finding();
        one.found = std::to_string(*year) + " 年";
        one.expected = std::to_string(*subject.report.year) + " 年";
        one.text.push_back(subject.narrative->quote(passage, 0, 5));
        one.message = "报告是 " + std::to_string(*subject.report.year) +
                      " 年度的，“总体情况”却从 " + std::to_string(*year) +
                      " 年写起，全段没有提到本年度。请核对是否沿用了往年的文字。";
        findings.push_back(std::move(one));
        return;
    }
}

// 第四十九条: departments by 31 January, governments by 31 March; towns are not named.
void check_lateness(const Rule& rule, const Subject& subject, Findings& findings) {
    using namespace std::chrono;
    const auto& report = subject.report;
    if (!report.published_on || !report.year) return;
    const BodyKind kind = body_kind(report);
    const bool department = kind == BodyKind::Department;
    // An office may report for itself or for its government: the later day is the certain one.
    const bool government = kind == BodyKind::Government || kind == BodyKind::Office;
    if (!department && !government) return;
    const year next{*report.year + 1};
    const Date due = department ? Date(next / January / 31) : Date(next / March / 31);
    if (*report.published_on <= due) return;
    Finding one = rule.finding();
    // A page's date far behind is often that of a move to a new site.
    if (*report.published_on > due + days(365)) one.severity = Severity::Hint;
    one.found = iso(*report.published_on);
    one.expected = "不迟于 " + iso(due);
    one.message = "页面标注的发布日期是" + chinese(*report.published_on) + "，晚于" + chinese(due) +
                  "。" +
                  (department ? "县级以上人民政府部门应当在每年 1 月 31 日前公布上一年度报告。"
                              : "县级以上地方人民政府的报告应当在每年 3 月 31 日前公布。") +
                  "如果标注的是重新发布的日期，请注明首次发布的日期。";
    findings.push_back(std::move(one));
}

}  // namespace gongkai::checks
