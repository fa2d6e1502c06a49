#include "checks/narrative.h"

#include <algorithm>

#include "checks/marks.h"

namespace gongkai::checks {

namespace {

// The folded sign at or behind a code point of the printed text.
std::size_t folded_at(const text::Folded& folded, int point) {
    const auto it = std::ranges::lower_bound(folded.source, std::uint32_t(point));
    return std::size_t(it - folded.source.begin());
}

void place(Passage& passage, std::span<const forms::Statement> statements) {
    std::size_t scanned = 0, clause = 0;
    int depth = 0;
    for (const forms::Statement& it : statements) {
        if (it.section != passage.section) continue;
        const std::size_t from = folded_at(*passage.folded, it.from);
        const std::size_t to = folded_at(*passage.folded, it.to);
        for (; scanned < from; ++scanned) {
            const char32_t sign = passage.text()[scanned];
            if (sign >= 0x80) continue;  // folded, all stops and brackets are ASCII
            if (sign == U'(') ++depth;
            if (sign == U')' && depth > 0) --depth;
            if (passage.ends_sentence(scanned)) depth = 0;
            if (passage.ends_clause(scanned)) clause = scanned + 1;
        }
        passage.counted.push_back({&it, from, to, std::min(clause, from), depth});
        clause = to;
    }
}

}  // namespace

bool Passage::ends_sentence(std::size_t at) const {
    const char32_t sign = text()[at];
    if (sign == U'!' || sign == U'?') return true;
    if (sign != U'.') return false;
    if (folded->printed[folded->source[at]] == U'。') return true;
    // Reports typed with half-width signs: a point behind a word ends a sentence, one behind a
    // digit may number a list.
    return at > 0 && text::is_han(text()[at - 1]);
}

bool Passage::ends_clause(std::size_t at) const {
    const char32_t sign = text()[at];
    if (sign == U';' || sign == U':' || sign == U'(' || sign == U')') return true;
    if (sign == U',') return folded->printed[folded->source[at]] != U'、';
    return ends_sentence(at);
}

std::size_t Passage::sentence_start(std::size_t at) const {
    while (at > 0 && !ends_sentence(at - 1))
        --at;
    return at;
}

std::size_t Passage::sentence_end(std::size_t at) const {
    while (at < text().size() && !ends_sentence(at))
        ++at;
    return at;
}

std::size_t Passage::clause_start(std::size_t at) const {
    while (at > 0 && !ends_clause(at - 1))
        --at;
    return at;
}

std::size_t Passage::clause_end(std::size_t at) const {
    while (at < text().size() && !ends_clause(at))
        ++at;
    return at;
}

Narrative::Narrative(const forms::Report& report) {
    static const text::Phrases phrases(marks());
    passages_.reserve(report.sections.size());
    for (std::size_t s = 0; s < report.sections.size(); ++s) {
        const forms::Section& section = report.sections[s];
        if (section.text.empty()) continue;
        Passage passage;
        passage.section = int(s);
        passage.number = section.number;
        passage.folded = section.folded();
        passage.hits = phrases.find(passage.text());
        place(passage, report.statements);
        passages_.push_back(std::move(passage));
    }
}

bool Narrative::says(Mark mark) const {
    return std::ranges::any_of(passages_, [&](const Passage& it) {
        return std::ranges::find(it.hits, int(mark), &text::Phrases::Hit::id) != it.hits.end();
    });
}

Quote Narrative::quote(const Passage& passage, std::size_t from, std::size_t to) const {
    if (from >= to) return {passage.section, 0, 0, {}};
    const auto first = passage.folded->source[from], last = passage.folded->source[to - 1];
    const auto printed =
        std::u32string_view(passage.folded->printed).substr(first, last + 1 - first);
    return {passage.section, int(first), int(last) + 1, text::utf8(printed)};
}

Quote Narrative::quote(const forms::Statement& it) const {
    const auto passage = std::ranges::find(passages_, it.section, &Passage::section);
    if (passage == passages_.end()) return {it.section, it.from, it.to, {}};
    const int size = int(passage->folded->printed.size());
    const int from = std::clamp(it.from, 0, size), to = std::clamp(it.to, from, size);
    const auto printed = std::u32string_view(passage->folded->printed)
                             .substr(std::size_t(from), std::size_t(to - from));
    return {it.section, it.from, it.to, text::utf8(printed)};
}

bool speaks_of_another_year(const forms::Report& report, const Passage& passage, std::size_t at) {
    if (!report.year) return false;
    const auto before = passage.words(passage.sentence_start(at), at);
    const auto year = before.rfind(U'年');
    if (year == before.npos || year < 4) return false;
    int named = 0;
    for (std::size_t i = year - 4; i < year; ++i) {
        if (before[i] < U'0' || before[i] > U'9') return false;
        named = named * 10 + int(before[i] - U'0');
    }
    return named != *report.year;
}

std::string words_before(const forms::Statement& statement) {
    constexpr std::size_t most = 40;
    std::string_view words = statement.subject;
    // A heading without a stop stands on the line before.
    if (const auto line = words.rfind('\n'); line != words.npos) words.remove_prefix(line + 1);
    const std::size_t length = text::length(words);
    if (length > most) return "…" + std::string(text::slice(words, length - most, length));
    return std::string(text::trim(words));
}

bool contains(std::u32string_view text, std::u32string_view words) {
    return text.find(words) != text.npos;
}

bool contains_any(std::u32string_view text, std::span<const std::u32string_view> words) {
    return std::ranges::any_of(words, [&](auto it) { return contains(text, it); });
}

}  // namespace gongkai::checks
