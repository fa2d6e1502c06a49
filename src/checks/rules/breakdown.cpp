#include <algorithm>
#include <array>

#include "checks/narrative.h"
#include "checks/rules/runs.h"

// 共公开信息94篇，其中…26条，…48条: the parts of a list against its whole.
namespace gongkai::checks {

namespace {

using namespace std::literals;

constexpr std::array counted_units = {"条"sv, "件"sv, "篇"sv, "个"sv, "次"sv, "项"sv, "份"sv,
                                      "期"sv, "则"sv, "部"sv, "宗"sv, "起"sv, "例"sv, "通"sv};
constexpr std::array compared = {U"较"sv,   U"同比"sv, U"增长"sv, U"增加"sv, U"减少"sv,
                                 U"下降"sv, U"去年"sv, U"上年"sv, U"占比"sv};
// Words with which a new thing is told, so that the list may have ended before them.
constexpr std::array afresh = {U"办结"sv, U"答复"sv, U"结转"sv, U"受理"sv, U"收到"sv, U"全年"sv,
                               U"累计"sv, U"同时"sv, U"另"sv,   U"此外"sv, U"引起"sv, U"复议"sv,
                               U"诉讼"sv, U"召开"sv, U"开展"sv, U"均"sv,   U"合计"sv};
constexpr std::array highlights = {U"主要"sv, U"重点"sv, U"例如"sv, U"如:"sv, U"新增"sv};
constexpr std::array channels = {U"网"sv,   U"微信"sv, U"公众号"sv, U"微博"sv,
                                 U"抖音"sv, U"媒体"sv, U"客户端"sv, U"公开栏"sv,
                                 U"电视"sv, U"平台"sv, U"报"sv,     U"广播"sv};

bool is_counted(const forms::Statement& it) {
    return std::ranges::find(counted_units, std::string_view(it.unit)) != counted_units.end();
}

struct Part {
    const Counted* counted;
    std::u32string_view words;  // of its clause, before the number
    bool afresh = false;
};

struct List {
    const Counted* whole;
    std::vector<Part> parts;
    bool cut = false;       // another 其中 follows, so that more may belong to the list
    bool and_more = false;  // 等
    bool rest = false;      // 其他: the list says itself that it is complete
};

// The last number before 其中 that is not inside brackets which closed before it.
const Counted* whole_before(const Passage& passage, std::size_t mark, int depth) {
    constexpr std::size_t reach = 60;
    auto it = std::ranges::upper_bound(passage.counted, mark, {}, &Counted::to);
    const Counted* whole = nullptr;
    while (!whole) {
        if (it == passage.counted.begin()) return nullptr;
        --it;
        if (mark - it->to > reach) return nullptr;
        if (it->depth <= depth) whole = &*it;
    }
    for (std::size_t at = whole->to; at < mark; ++at)
        if (passage.text()[at] == U';' || (passage.ends_sentence(at) && at + 2 < mark))
            return nullptr;
    return whole;
}

int depth_at(const Passage& passage, std::size_t mark) {
    int depth = 0;
    for (std::size_t at = passage.sentence_start(mark); at < mark; ++at) {
        if (passage.text()[at] == U'(') ++depth;
        if (passage.text()[at] == U')' && depth > 0) --depth;
    }
    return depth;
}

// Where the list of a 其中 ends: at the end of the sentence, or where its brackets close.
std::size_t list_end(const Passage& passage, std::size_t mark, int depth) {
    int open = depth;
    for (std::size_t at = mark; at < passage.text().size(); ++at) {
        const char32_t sign = passage.text()[at];
        if (sign == U'(') ++open;
        if (sign == U')' && --open < depth) return at;
        if (passage.ends_sentence(at)) return at;
    }
    return passage.text().size();
}

// 公共 and 公共服务 are no 共.
bool says_in_all(std::u32string_view words) {
    const auto at = words.find(U'共');
    return at != words.npos && (at == 0 || words[at - 1] != U'公');
}

List list_behind(const Passage& passage, const text::Phrases::Hit& mark) {
    const int depth = depth_at(passage, mark.from);
    List list{whole_before(passage, mark.from, depth), {}, false, false, false};
    if (!list.whole) return list;
    std::size_t end = list_end(passage, mark.to, depth);
    // Hits and figures stand in the order of the text: only those of this sentence are looked at.
    for (auto hit = std::ranges::lower_bound(passage.hits, mark.to, {}, &text::Phrases::Hit::from);
         hit != passage.hits.end() && hit->from < end; ++hit)
        if (hit->id == int(Mark::Including)) {
            list.cut = true;
            end = hit->from;
        }
    bool begun_afresh = false;
    std::size_t separator = mark.to;
    const auto behind_mark =
        std::ranges::lower_bound(passage.counted, std::size_t(mark.to), {}, &Counted::from);
    for (auto at = behind_mark; at != passage.counted.end(); ++at) {
        const Counted& it = *at;
        if (it.from > end) break;
        if (it.to > end || it.depth > depth) continue;
        const auto words = passage.words(std::max(it.clause, std::size_t(mark.to)), it.from);
        for (; separator < it.from; ++separator)
            begun_afresh = begun_afresh || passage.text()[separator] == U';';
        begun_afresh = begun_afresh || contains_any(words, afresh) || says_in_all(words);
        if (contains_any(words, compared)) continue;
        list.parts.push_back({&it, words, begun_afresh});
        begun_afresh = false;
    }
    if (list.parts.empty()) return list;
    const std::size_t behind = list.parts.back().counted->to;
    list.and_more = contains(passage.words(behind, std::min(end, behind + 6)), U"等");
    for (const Part& it : list.parts) {
        list.and_more = list.and_more || contains_any(it.words, highlights);
        list.rest = list.rest || contains(it.words, U"其他") || contains(it.words, U"其它") ||
                    contains(it.words, U"其余");
    }
    return list;
}

Decimal sum_of(const std::vector<Part>& parts) {
    Decimal sum;
    for (const Part& it : parts)
        sum = sum + it.counted->statement->value;
    return sum;
}

// The parts in the whole's own unit, or where it has no part in it, all counts.
std::vector<Part> comparable(const List& list, bool any_unit) {
    std::vector<Part> parts;
    const std::string& unit = list.whole->statement->unit;
    const bool counts = is_counted(*list.whole->statement);
    for (const Part& it : list.parts) {
        const bool same = it.counted->statement->unit == unit;
        if (same || (any_unit && counts && is_counted(*it.counted->statement))) parts.push_back(it);
    }
    return parts;
}

// Whether the parts up to some point come to the whole; with `skip_totals` the totals on the way
// are passed over.
bool adds_up(const std::vector<Part>& parts, const Decimal& whole, bool skip_totals) {
    Decimal sum, group;
    int counted = 0;
    for (const Part& it : parts) {
        const Decimal& value = it.counted->statement->value;
        if (skip_totals && counted >= 2 && (value == sum || value == group)) continue;
        sum = sum + value;
        group = it.afresh ? value : group + value;
        ++counted;
        if (sum == whole || group == whole) return true;
    }
    return false;
}

// The list as far as it surely goes.
std::vector<Part> certain_parts(std::vector<Part> parts) {
    const auto end =
        std::find_if(parts.begin() + 1, parts.end(), [](const Part& it) { return it.afresh; });
    parts.erase(end, parts.end());
    return parts;
}

bool names_both_kinds_of_applicant(const std::vector<Part>& parts) {
    return parts.size() == 2 && contains(parts[0].words, U"自然人") &&
           (contains(parts[1].words, U"法人") || contains(parts[1].words, U"组织"));
}

bool approximate(const std::vector<Part>& parts) {
    return std::ranges::any_of(parts,
                               [](const Part& it) { return it.counted->statement->approximate; });
}

bool over_channels(const std::vector<Part>& parts) {
    return std::ranges::any_of(parts,
                               [](const Part& it) { return contains_any(it.words, channels); });
}

bool in_unit_of_whole(const List& list, const std::vector<Part>& parts) {
    return parts.front().counted->statement->unit == list.whole->statement->unit;
}

// How loudly to speak of a list that does not add up; nothing where it need not.
std::optional<Severity> verdict(const List& list, const std::vector<Part>& parts,
                                const Decimal& sum, const Decimal& whole) {
    const bool greater_part = std::ranges::any_of(parts, [&](const Part& it) {
        return it.counted->statement->value > whole && !it.counted->statement->approximate;
    });
    // 专栏5个，其中学前教育专栏发布信息45条: in another unit it is another thing.
    if (sum > whole && !in_unit_of_whole(list, parts)) return {};
    if (greater_part) return Severity::Warning;
    if (approximate(parts)) return {};
    if (sum > whole) {
        if (parts.size() < 2) return {};
        // The same item may be on the site and in the feed.
        return over_channels(parts) ? Severity::Hint : Severity::Warning;
    }
    if (names_both_kinds_of_applicant(parts)) return Severity::Warning;
    if (parts.size() < 3 || list.cut || list.and_more) return {};
    if (list.rest) return Severity::Warning;
    const double share = sum.approximate() / whole.approximate();
    if (share >= 0.8) return Severity::Warning;
    if (share >= 0.5) return Severity::Hint;
    return {};
}

// A number elsewhere in the report that is just what is missing.
const forms::Statement* explanation(const Subject& subject, const List& list,
                                    const Decimal& missing) {
    for (const forms::Statement& it : subject.report.statements) {
        if (it.value != missing || it.approximate || !is_counted(it)) continue;
        const bool listed = std::ranges::any_of(
            list.parts, [&](const Part& part) { return part.counted->statement == &it; });
        if (!listed && &it != list.whole->statement) return &it;
    }
    return nullptr;
}

std::string addends(const std::vector<Part>& parts) {
    std::string all;
    for (const Part& it : parts)
        all += (all.empty() ? "" : "+") + it.counted->statement->value.text();
    return all;
}

Finding told(const Rule& rule, const Subject& subject, const List& list,
             const std::vector<Part>& parts, const Decimal& sum) {
    const forms::Statement& whole = *list.whole->statement;
    Finding one = rule.finding();
    one.found = whole.value.text();
    one.expected = sum.text();
    one.text.push_back(subject.narrative->quote(whole));
    for (const Part& it : parts)
        one.text.push_back(subject.narrative->quote(*it.counted->statement));
    const Decimal gap = sum > whole.value ? sum - whole.value : whole.value - sum;
    one.message = "“" + words_before(whole) + one.text.front().quote + "”的“其中”各项之和为 " +
                  (parts.size() > 1 ? addends(parts) + "=" : "") + sum.text() + "，与总数 " +
                  whole.value.text() + " 相差 " + gap.text() + "。";
    if (const auto* it = sum < whole.value ? explanation(subject, list, gap) : nullptr) {
        const Quote quote = subject.narrative->quote(*it);
        one.message += "另一处写有“" + words_before(*it) + quote.quote +
                       "”，正好是这个差数，可能是列举时漏了它。";
        one.text.push_back(quote);
    }
    one.message += "请核对总数和各项，或者写明其余各项。";
    return one;
}

void check_list(const Rule& rule, const Subject& subject, const List& list, Findings& findings) {
    if (!list.whole || list.parts.empty()) return;
    const forms::Statement& whole = *list.whole->statement;
    if (whole.approximate || whole.unit == "%" || whole.value <= Decimal(0)) return;
    for (const bool any_unit : {false, true})
        for (const bool skip_totals : {false, true})
            if (adds_up(comparable(list, any_unit), whole.value, skip_totals)) return;
    auto parts = comparable(list, false);
    if (parts.empty()) parts = comparable(list, true);
    if (parts.empty()) return;
    parts = certain_parts(std::move(parts));
    const Decimal sum = sum_of(parts);
    const auto severity = verdict(list, parts, sum, whole.value);
    if (!severity) return;
    Finding one = told(rule, subject, list, parts, sum);
    one.severity = *severity;
    findings.push_back(std::move(one));
}

}  // namespace

void check_breakdowns(const Rule& rule, const Subject& subject, Findings& findings) {
    for (const Passage& passage : subject.narrative->passages())
        for (const auto& hit : passage.hits)
            if (hit.id == int(Mark::Including))
                check_list(rule, subject, list_behind(passage, hit), findings);
}

}  // namespace gongkai::checks
