#include <algorithm>
#include <array>

#include "checks/narrative.h"
#include "checks/rules/runs.h"

// 热线97条，书记信箱7条，县长信箱21条，共125条.
namespace gongkai::checks {

namespace {

using namespace std::literals;

constexpr std::array ways_in = {U"热线"sv, U"信箱"sv, U"留言"sv, U"来信"sv, U"来访"sv};

bool is_total(std::u32string_view words) {
    const auto at = words.find(U'共');
    const bool in_all = at != words.npos && (at == 0 || words[at - 1] != U'公');
    return in_all || contains(words, U"合计") || contains(words, U"总计");
}

struct Sentence {
    std::vector<const Counted*> parts, totals;
};

void judge(const Rule& rule, const Subject& subject, const Sentence& it, Findings& findings) {
    if (it.totals.size() != 1 || it.parts.size() < 2) return;
    const forms::Statement& total = *it.totals.front()->statement;
    Decimal sum;
    std::string addends;
    for (const Counted* part : it.parts) {
        if (part->statement->approximate || part->statement->unit != total.unit) return;
        sum = sum + part->statement->value;
        addends += (addends.empty() ? "" : "+") + part->statement->value.text();
    }
    if (total.approximate || sum == total.value) return;
    Finding one = rule.finding();
    one.found = total.value.text();
    one.expected = sum.text();
    one.text.push_back(subject.narrative->quote(total));
    for (const Counted* part : it.parts)
        one.text.push_back(subject.narrative->quote(*part->statement));
    one.message = "热线、信箱等各项之和为 " + addends + "=" + sum.text() + "，而总数写的是 " +
                  total.value.text() + "。请核对各项和总数。";
    findings.push_back(std::move(one));
}

}  // namespace

void check_hotlines(const Rule& rule, const Subject& subject, Findings& findings) {
    for (const Passage& passage : subject.narrative->passages()) {
        Sentence sentence;
        std::size_t end = 0;
        for (const Counted& it : passage.counted) {
            if (it.from >= end) {
                judge(rule, subject, sentence, findings);
                sentence = {};
                end = passage.sentence_end(it.from);
            }
            const auto words = passage.words(it.clause, it.from);
            if (is_total(words))
                sentence.totals.push_back(&it);
            else if (contains_any(words, ways_in))
                sentence.parts.push_back(&it);
            else if (it.statement->unit != "%")
                end = it.to;  // something else is counted here: no list of ways in alone
        }
        judge(rule, subject, sentence, findings);
    }
}

}  // namespace gongkai::checks
