#include <algorithm>

#include "checks/narrative.h"
#include "checks/rules/runs.h"

// The parts that the form asks for.
namespace gongkai::checks {

namespace {

std::string missing_titles(const forms::Report& report, const std::vector<int>& numbers) {
    std::string all;
    for (int number = 1; number <= 6; ++number) {
        if (std::ranges::find(numbers, number) != numbers.end()) continue;
        const auto& titles = report.form->sections();
        if (std::size_t(number) > titles.size()) continue;
        all += (all.empty() ? "“" : "、“") + titles[std::size_t(number - 1)] + "”";
    }
    return all;
}

// Whether a passage speaks of the fee, if in other words (未收取任何费用), or was left out of an
// excerpt. 行政事业性收费 is another matter.
bool tells_of_fees(const Passage& passage) {
    return std::ranges::any_of(passage.hits, [&](const text::Phrases::Hit& hit) {
        if (hit.id == int(Mark::LeftOut)) return passage.number == 6;
        if (hit.id == int(Mark::Fee)) return true;
        if (hit.id != int(Mark::FeeOtherwise)) return false;
        return hit.from == 0 || passage.text()[hit.from - 1] != U'性';
    });
}

}  // namespace

// 国办公开办函〔2021〕30号: six parts under fixed titles.
void check_sections(const Rule& rule, const Subject& subject, Findings& findings) {
    std::vector<int> numbers;
    int titled = 0;
    std::string extra;
    for (const forms::Section& it : subject.report.sections) {
        if (it.title.empty()) continue;
        ++titled;
        const bool again = std::ranges::find(numbers, it.number) != numbers.end();
        if (it.number == 0 || again) extra = it.title;
        if (it.number != 0 && !again) numbers.push_back(it.number);
    }
    if (titled == 0) return;
    Finding one = rule.finding();
    one.found = std::to_string(titled) + " 个部分";
    one.expected = "6 个部分";
    const std::string missing = missing_titles(subject.report, numbers);
    const bool ends = std::ranges::find(numbers, 6) != numbers.end();
    if (titled > 6) {
        one.message =
            "报告分为 " + std::to_string(titled) + " 个部分，格式规定为六个部分。" +
            (extra.empty() ? "" : "“" + extra + "”不是格式规定的单独部分，请并入相应部分。");
    } else if (!missing.empty()) {
        // Without the last part it may be an excerpt that is cut.
        if (!ends) one.severity = Severity::Hint;
        one.message = std::string("没有找到") + missing + "。格式规定的六个部分应当齐全" +
                      (ends ? "，请补上。" : "；如果文件不完整，请用完整的报告再检查一次。");
    } else if (!std::ranges::is_sorted(numbers)) {
        one.message = "六个部分的顺序与格式规定的不同，请按格式规定的顺序排列。";
    } else {
        return;
    }
    findings.push_back(std::move(one));
}

// 第四十二条 and the fee rules of 2020: what was charged is told in part six, also when nothing
// was.
void check_fee_statement(const Rule& rule, const Subject& subject, Findings& findings) {
    if (subject.report.form->id() != "2021") return;
    const auto& sections = subject.report.sections;
    const auto six = std::ranges::find(sections, 6, &forms::Section::number);
    if (six == sections.end()) return;
    const Narrative& text = *subject.narrative;
    if (std::ranges::any_of(text.passages(), tells_of_fees)) return;
    Finding one = rule.finding();
    one.expected = "说明本年度收取信息处理费的情况";
    one.message =
        "“其他需要报告的事项”没有说明收取政府信息公开信息处理费的情况。没有收取的，也请写明没有收取"
        "。";
    const auto index = int(six - sections.begin());
    for (const Passage& passage : text.passages())
        if (const auto end = passage.sentence_end(0); passage.section == index && end > 0)
            one.text.push_back(text.quote(passage, 0, end));
    findings.push_back(std::move(one));
}

void check_layout(const Rule& rule, const Subject& subject, Findings& findings) {
    constexpr int shown_alone = 3;
    const auto& oddities = subject.report.oddities;
    std::vector<std::string_view> told;
    for (const forms::Oddity& oddity : oddities) {
        // Rules of their own speak of these.
        if (oddity.id == "section-count" || oddity.id == "year-mismatch") continue;
        const auto alike = std::ranges::count(oddities, oddity.id, &forms::Oddity::id);
        if (std::ranges::find(told, oddity.id) != told.end()) continue;
        Finding one = rule.finding();
        one.message = oddity.message;
        one.cells = oddity.cells;
        if (alike > shown_alone) {
            // A table glued together is odd in every row, and one finding says so.
            told.push_back(oddity.id);
            one.message += "同样的情形共 " + std::to_string(alike) + " 处。";
            for (const forms::Oddity& other : oddities)
                if (&other != &oddity && other.id == oddity.id)
                    one.cells.insert(one.cells.end(), other.cells.begin(), other.cells.end());
        }
        findings.push_back(std::move(one));
    }
}

}  // namespace gongkai::checks
