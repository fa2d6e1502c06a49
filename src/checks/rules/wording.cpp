#include <algorithm>

#include "checks/body.h"
#include "checks/figures.h"
#include "checks/narrative.h"
#include "checks/rules/runs.h"

// Words that the law has left behind, that the table contradicts, or that another body wrote.
namespace gongkai::checks {

// 第五条 since 2019: 以公开为常态、不公开为例外.
void check_principle(const Rule& rule, const Subject& subject, Findings& findings) {
    constexpr std::size_t reach = 14;
    Finding one = rule.finding();
    subject.narrative->each_hit(Mark::OldPrinciple, [&](const Passage& passage, const auto& hit) {
        const auto behind = passage.words(hit.to, std::min(passage.text().size(), hit.to + reach));
        const auto exception = behind.find(U"例外");
        const std::size_t end = exception == behind.npos ? hit.to : hit.to + exception + 2;
        one.text.push_back(subject.narrative->quote(passage, hit.from, end));
    });
    if (one.text.empty()) return;
    one.found = one.text.front().quote;
    one.expected = "以公开为常态、不公开为例外";
    one.message = "“" + one.found + "”是 2019 年修订以前的提法。" +
                  (subject.narrative->says(Mark::Principle)
                       ? "报告另一处写的“公开为常态”才是现行《条例》第五条的原则，请统一。"
                       : "现行《条例》第五条规定的是“以公开为常态、不公开为例外”，请改正。");
    findings.push_back(std::move(one));
}

namespace {

// The figures of the fourth table that are not 维持.
struct NotUpheld {
    std::vector<int> cells;
    std::string words;
};

NotUpheld not_upheld(const forms::Report& report, bool review, bool suits) {
    NotUpheld all;
    for (const auto row : {"review", "litigation_direct", "litigation_after_review"}) {
        if (row == std::string_view("review") ? !review : !suits) continue;
        for (const auto column : {"outcome_corrected", "outcome_other", "outcome_pending"}) {
            const auto cell = report.form->cell("review_litigation", row, column);
            const auto value = cell ? report.value(*cell) : std::nullopt;
            if (!value || *value <= Decimal(0)) continue;
            all.cells.push_back(*cell);
            all.words += (all.words.empty() ? "“" : "、“") + report.form->cell_name(*cell) + "”" +
                         value->text();
        }
    }
    return all;
}

}  // namespace

void check_all_upheld(const Rule& rule, const Subject& subject, Findings& findings) {
    subject.narrative->each_hit(Mark::AllUpheld, [&](const Passage& passage, const auto& hit) {
        const std::size_t from = passage.sentence_start(hit.from);
        const auto before = passage.words(from, hit.from);
        const bool review = contains(before, U"复议"), suits = contains(before, U"诉讼");
        if (!review && !suits) return;
        if (speaks_of_another_year(subject.report, passage, hit.from)) return;
        const auto [cells, others] = not_upheld(subject.report, review, suits);
        if (cells.empty()) return;
        Finding one = rule.finding();
        one.text.push_back(subject.narrative->quote(passage, hit.from, hit.to));
        one.found = one.text.front().quote;
        one.expected = others;
        one.cells = cells;
        one.message = "文字说“" + one.found + "”，而表四中" + others +
                      "，并非全部维持。请核对表四，或者把文字改为“已审结的均维持”一类的说法。";
        findings.push_back(std::move(one));
    });
}

namespace {

// Whether a mark names the report's own body as one of another kind.
bool foreign(Mark mark, BodyKind kind) {
    switch (mark) {
        case Mark::SectorBody: return kind == BodyKind::Township;
        case Mark::OwnBureau:
        case Mark::OwnCommission: return kind == BodyKind::Township || kind == BodyKind::Government;
        case Mark::OwnTown:
        case Mark::OwnTownship:
        case Mark::OwnStreet: return kind == BodyKind::Department || kind == BodyKind::Government;
        case Mark::OwnSchool: return kind != BodyKind::Unknown;
        default: return false;
    }
}

// 我乡 in a town's report, 我镇 in a street office's.
bool other_township(Mark mark, std::string_view name, BodyKind kind) {
    if (kind != BodyKind::Township) return false;
    const auto is = [&](std::string_view word) { return name.find(word) != name.npos; };
    if (mark == Mark::OwnTown) return !is("镇");
    if (mark == Mark::OwnTownship) return !is("乡");
    if (mark == Mark::OwnStreet) return !is("街道");
    return false;
}

// Inside quotation marks or a title the words are someone else's on purpose.
bool quoted(const Passage& passage, std::size_t at) {
    const auto before = passage.words(passage.sentence_start(at), at);
    const auto open = std::ranges::count(before, U'《'), close = std::ranges::count(before, U'》');
    return open > close || std::ranges::count(before, U'"') % 2 == 1;
}

}  // namespace

void check_foreign_words(const Rule& rule, const Subject& subject, Findings& findings) {
    const BodyKind kind = body_kind(subject.report);
    if (kind == BodyKind::Unknown) return;
    const std::string name = body_name(subject.report);
    Finding one = rule.finding();
    for (const Passage& passage : subject.narrative->passages())
        for (const auto& hit : passage.hits) {
            const Mark mark = Mark(hit.id);
            if (!foreign(mark, kind) && !other_township(mark, name, kind)) continue;
            if (quoted(passage, hit.from)) continue;
            one.text.push_back(subject.narrative->quote(passage, hit.from, hit.to));
        }
    if (one.text.empty()) return;
    one.found = one.text.front().quote;
    one.message = "报告的机关是“" + name + "”，文字中却有“" + one.found +
                  "”，像是别的机关的用语，可能是套用了别处的报告。请核对这一段是否写的是本机关。";
    findings.push_back(std::move(one));
}

}  // namespace gongkai::checks
