#include <algorithm>
#include <array>
#include <cmath>

#include "checks/figures.h"
#include "checks/narrative.h"
#include "checks/rules/runs.h"

// 不予公开35件，占4.34%: a share against the count before it and the whole.
namespace gongkai::checks {

namespace {

using namespace std::literals;

struct Share {
    const Counted* percent;
    const Counted* part;
    std::size_t sentence;
    std::vector<Decimal> agreeing;  // wholes with which it is right
};

// Reports round, and some cut; 35 of 805 is 4.35 or 4.34.
bool agrees(const Decimal& part, const Decimal& whole, const Decimal& percent) {
    if (whole <= Decimal(0)) return false;
    const std::string text = percent.text();
    const auto point = text.find('.');
    // 12% may be a rounded 12.4 although shares beside it have two digits.
    const int places = point == text.npos ? 0 : int(text.size() - point) - 1;
    const double step = std::pow(10.0, -places);
    const double exact = part.approximate() * 100 / whole.approximate();
    const double off = percent.approximate() - exact;
    return off > -step - 1e-9 && off <= 0.5 * step + 1e-9;
}

constexpr std::array unlike = {U"分别"sv, U"合计"sv, U"超"sv,   U"近"sv,   U"约"sv, U"同比"sv,
                               U"较"sv,   U"增长"sv, U"下降"sv, U"共占"sv, U"率"sv};

bool is_share(const Passage& passage, const Counted& it) {
    if (it.statement->unit != "%" || it.statement->approximate) return false;
    const auto words = passage.words(it.clause, it.from);
    return contains(words, U"占") && !contains_any(words, unlike);
}

bool may_be_part(const Counted& it) {
    return it.statement->unit != "%" && !it.statement->approximate &&
           it.statement->value.is_whole();
}

std::vector<Share> shares(const Passage& passage) {
    std::vector<Share> all;
    for (std::size_t i = 1; i < passage.counted.size(); ++i) {
        const Counted& it = passage.counted[i];
        const Counted& before = passage.counted[i - 1];
        if (!is_share(passage, it) || !may_be_part(before)) continue;
        const std::size_t sentence = passage.sentence_start(it.from);
        // The count stands in the clause before: 35件，占4.34%.
        if (before.from < sentence || it.clause > before.to + 8) continue;
        all.push_back({&it, &before, sentence, {}});
    }
    return all;
}

// Everything that the share may be of: earlier counts near by and the totals of the table.
std::vector<Decimal> wholes(const Subject& subject, const Passage& passage, const Share& share) {
    constexpr std::size_t reach = 400;
    std::vector<Decimal> all;
    const auto add = [&](const Decimal& value) {
        if (value >= share.part->statement->value && std::ranges::find(all, value) == all.end())
            all.push_back(value);
    };
    for (const Counted& it : passage.counted) {
        if (it.from >= share.part->from) break;
        if (it.from + reach < share.part->from || !may_be_part(it)) continue;
        add(it.statement->value);
    }
    for (const auto id : {"requests.new_received.total", "requests.result_total.total"})
        if (const auto value = certain(subject.report, id)) add(*value);
    const Figure flow =
        figure(subject.report, {"requests.new_received.total", "requests.carried_over_in.total"});
    if (flow.known && flow.values.size() == 1) add(flow.values.front());
    return all;
}

// The whole that the shares around it agree on: one that is right says what all are of.
const Decimal* common_whole(const std::vector<Share>& all, const Share& wrong) {
    for (const Share& it : all)
        if (it.sentence == wrong.sentence && it.agreeing.size() == 1) return &it.agreeing.front();
    return nullptr;
}

// The single greater count in the same sentence, where there is no other.
std::optional<Decimal> only_whole(const Passage& passage, const Share& share) {
    std::optional<Decimal> whole;
    for (const Counted& it : passage.counted) {
        if (it.from < share.sentence || it.from >= share.part->from) continue;
        if (!may_be_part(it) || it.statement->value < share.part->statement->value) continue;
        if (it.statement->unit != share.part->statement->unit || whole) return {};
        whole = it.statement->value;
    }
    return whole;
}

std::string exact_share(const Decimal& part, const Decimal& whole) {
    const double share = part.approximate() * 100 / whole.approximate();
    const auto hundredths = std::int64_t(std::llround(share * 100));
    return Decimal(hundredths).times_power_of_ten(-2).text() + "%";
}

Finding told(const Rule& rule, const Subject& subject, const Share& it, const Decimal& whole) {
    Finding one = rule.finding();
    const Quote percent = subject.narrative->quote(*it.percent->statement);
    const Quote part = subject.narrative->quote(*it.part->statement);
    one.found = it.percent->statement->value.text() + "%";
    one.expected = exact_share(it.part->statement->value, whole);
    one.text = {percent, part};
    one.message = "“" + words_before(*it.part->statement) + part.quote + "”占 " + whole.text() +
                  " 的 " + one.expected + "，文字中写的是 " + percent.quote +
                  "。请核对件数和所占比例。";
    return one;
}

}  // namespace

void check_shares(const Rule& rule, const Subject& subject, Findings& findings) {
    for (const Passage& passage : subject.narrative->passages()) {
        auto all = shares(passage);
        for (Share& it : all)
            for (const Decimal& whole : wholes(subject, passage, it))
                if (agrees(it.part->statement->value, whole, it.percent->statement->value))
                    it.agreeing.push_back(whole);
        for (const Share& it : all) {
            if (!it.agreeing.empty()) continue;
            if (const Decimal* whole = common_whole(all, it)) {
                if (*whole >= it.part->statement->value)
                    findings.push_back(told(rule, subject, it, *whole));
            } else if (const auto only = only_whole(passage, it)) {
                findings.push_back(told(rule, subject, it, *only));
            }
        }
    }
}

}  // namespace gongkai::checks
