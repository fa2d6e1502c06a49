#include <algorithm>
#include <array>

#include "checks/figures.h"
#include "checks/narrative.h"
#include "checks/rules/runs.h"

// 未收到…申请, 无行政复议, 均为零: the narrative says that there was nothing.
namespace gongkai::checks {

namespace {

using namespace std::literals;

// Of whom in words that mean everybody (公民、法人和其他组织).
constexpr std::array of_some = {U"法人"sv, U"组织"sv};

// One way of asking.
constexpr std::array channels = {U"书面"sv, U"信函"sv, U"传真"sv, U"网上"sv, U"网络"sv,
                                 U"网站"sv, U"平台"sv, U"邮件"sv, U"邮箱"sv, U"邮寄"sv,
                                 U"电话"sv, U"当面"sv, U"现场"sv, U"窗口"sv};

// One kind of applicant, one outcome, or another matter.
constexpr std::array narrower = {
    U"企业"sv, U"自然人"sv, U"申请人"sv, U"结转"sv, U"投诉"sv,     U"举报"sv,     U"纠正"sv,
    U"纠错"sv, U"败诉"sv,   U"撤销"sv,   U"变更"sv, U"驳回"sv,     U"逾期"sv,     U"超期"sv,
    U"延期"sv, U"积压"sv,   U"遗留"sv,   U"未办"sv, U"未结"sv,     U"在办"sv,     U"未答"sv,
    U"审结"sv, U"上级"sv,   U"重复"sv,   U"大量"sv, U"违法"sv,     U"予以"sv,     U"不予"sv,
    U"部分"sv, U"无法"sv,   U"掌握"sv,   U"费"sv,   U"其他政府"sv, U"其他公开"sv, U"其他依申请"sv,
    U"不满"sv, U"异议"sv,   U"质疑"sv,   U"规范"sv, U"问题"sv,     U"商业秘密"sv};

// What makes it speak of a part of the year, of other bodies or of the rest, before it.
constexpr std::array part_of_it = {
    U"季度"sv,   U"半年"sv,   U"月份"sv,     U"同期"sv,     U"下属"sv,   U"所属"sv,   U"直属"sv,
    U"各乡"sv,   U"各镇"sv,   U"各街"sv,     U"各部门"sv,   U"各单位"sv, U"各科室"sv, U"各村"sv,
    U"直部门"sv, U"直单位"sv, U"其他单位"sv, U"村(社区)"sv, U"除"sv};

// What makes its clause speak of another year.
constexpr std::array other_years = {U"上年"sv, U"上一年"sv, U"去年"sv, U"往年"sv};

// What makes requests the ground of a review or a suit, not one of what there was not.
constexpr std::array grounds = {U"因"sv, U"引起"sv, U"引发"sv, U"导致"sv, U"涉及"sv, U"针对"sv};

bool has_digit(std::u32string_view words) {
    return std::ranges::any_of(words, [](char32_t it) { return it >= U'0' && it <= U'9'; });
}

bool is_narrowed(std::u32string_view words) {
    if (has_digit(words) || contains_any(words, narrower) || contains_any(words, channels))
        return true;
    return contains_any(words, of_some) && !contains(words, U"公民");
}

bool names_requests(std::u32string_view words) {
    return contains(words, U"公开申请") || contains(words, U"申请公开") ||
           contains(words, U"依申请");
}

// The cells of tables 3 and 4 that the words say to be nothing.
std::vector<std::string_view> said_to_be_none(std::u32string_view words) {
    std::vector<std::string_view> cells;
    const bool reviews = contains(words, U"复议"), suits = contains(words, U"诉讼");
    if (names_requests(words) && !((reviews || suits) && contains_any(words, grounds)))
        cells.push_back("requests.new_received.total");
    if (reviews) cells.push_back("review_litigation.review.outcome_total");
    if (suits) {
        cells.push_back("review_litigation.litigation_direct.outcome_total");
        cells.push_back("review_litigation.litigation_after_review.outcome_total");
    }
    return cells;
}

// What is said not to be there, and the stretch that says so.
struct Denial {
    std::u32string_view what;
    std::size_t from, to;
    std::vector<std::string_view> cells;
};

Denial denied_behind(const Passage& passage, std::size_t what, std::size_t from) {
    const std::size_t end = passage.clause_end(what);
    const auto words = passage.words(what, end);
    return {words, from, end, said_to_be_none(words)};
}

// 依申请公开实现零申请、零诉讼: one word says what, the words before the first 零 whether all of
// it.
Denial denied_by_zero(const Passage& passage, const text::Phrases::Hit& hit) {
    const std::size_t start = passage.clause_start(hit.from);
    auto words = passage.words(start, hit.from);
    words = words.substr(0, words.find(U'零'));
    const auto what = passage.words(hit.from + 1, hit.to);
    auto cells = said_to_be_none(what);
    const bool alone = hit.to == passage.text().size() || passage.ends_clause(hit.to);
    if (what == U"申请" && (alone || contains(words, U"公开")))
        cells.push_back("requests.new_received.total");
    return {words, hit.from, hit.to, std::move(cells)};
}

Denial denied_before(const Passage& passage, const text::Phrases::Hit& hit) {
    auto start = passage.clause_start(hit.from);
    if (const auto year = passage.words(start, hit.from).rfind(U'年'); year != std::u32string::npos)
        start += year + 1;
    const auto words = passage.words(start, hit.to - 1);  // 申请为零 names what there was not
    return {words, start, hit.to, said_to_be_none(words)};
}

// 均为0.5万元, 均为0至2件.
bool goes_on(const Passage& passage, std::size_t at) {
    if (at >= passage.text().size()) return false;
    const char32_t sign = passage.text()[at];
    return (sign >= U'0' && sign <= U'9') || (sign == U'.' && !passage.ends_sentence(at)) ||
           sign == U'至' || sign == U'-';
}

// 20家未收到, 3个部门无行政复议.
bool counts_bodies(std::u32string_view before) {
    for (const auto noun : {U"家"sv, U"个单位"sv, U"个部门"sv, U"个乡镇"sv, U"个镇"sv})
        for (auto at = before.find(noun); at != before.npos; at = before.find(noun, at + 1))
            if (at > 0 && has_digit(before.substr(at - 1, 1))) return true;
    return false;
}

bool is_of_a_part(const forms::Report& report, const Passage& passage, std::size_t at) {
    const auto before = passage.words(passage.sentence_start(at), at);
    const auto own_clause = passage.words(passage.clause_start(at), at);  // 网上申请平台未收到…
    return speaks_of_another_year(report, passage, at) || contains_any(before, part_of_it) ||
           counts_bodies(before) || contains_any(own_clause, channels) ||
           contains_any(own_clause, other_years);
}

void judge(const Rule& rule, const Subject& subject, const Passage& passage, const Denial& denial,
           Findings& findings) {
    if (denial.cells.empty() || is_narrowed(denial.what)) return;
    if (is_of_a_part(subject.report, passage, denial.from)) return;
    Finding one = rule.finding();
    for (const auto id : denial.cells) {
        const Figure table = figure(subject.report, {id});
        if (!table.is_positive()) continue;
        one.cells.insert(one.cells.end(), table.cells.begin(), table.cells.end());
        one.expected += (one.expected.empty() ? "“" : "、“") +
                        subject.report.form->cell_name(table.cells.front()) + "”" + table.text();
    }
    if (one.cells.empty()) return;
    one.text.push_back(subject.narrative->quote(passage, denial.from, denial.to));
    one.found = one.text.front().quote;
    one.message =
        "文字说“" + one.found + "”，而表中" + one.expected + "。请核对文字和表格，改正其中一处。";
    findings.push_back(std::move(one));
}

}  // namespace

void check_none_received(const Rule& rule, const Subject& subject, Findings& findings) {
    const auto say = [&](const Passage& passage, const Denial& denial) {
        judge(rule, subject, passage, denial, findings);
    };
    const Narrative& narrative = *subject.narrative;
    narrative.each_hit(Mark::NoneReceived, [&](const Passage& passage, const auto& hit) {
        say(passage, denied_behind(passage, hit.to, hit.from));
    });
    narrative.each_hit(Mark::NoneOf, [&](const Passage& passage, const auto& hit) {
        if (passage.text()[hit.from] == U'零') return say(passage, denied_by_zero(passage, hit));
        const bool asks = hit.from > 0 && passage.text()[hit.from - 1] == U'有';  // 有无行政复议
        if (!asks) say(passage, denied_behind(passage, hit.from + 1, hit.from));
    });
    narrative.each_hit(Mark::NoneAtAll, [&](const Passage& passage, const auto& hit) {
        if (!goes_on(passage, hit.to)) say(passage, denied_before(passage, hit));
    });
}

}  // namespace gongkai::checks
