#include "recognizer/statements.h"

#include "recognizer/statements_about.h"
#include "recognizer/statements_numbers.h"

namespace gongkai::recognizer {

namespace {

bool ends_clause(char32_t sign) {
    return sign == U',' || sign == U'.' || sign == U';' || sign == U':' || sign == U'!' ||
           sign == U'?' || sign == U'(' || sign == U')';
}

// The words before a number in its clause, as they are printed.
std::string subject(const text::Folded& folded, std::size_t floor, std::size_t at) {
    std::size_t from = at;
    while (from > floor && !ends_clause(folded.text[from - 1]))
        --from;
    if (from == at) return {};
    const auto first = folded.source[from];
    const auto printed =
        std::u32string_view(folded.printed).substr(first, folded.source[at] - first);
    return std::string(text::trim(text::utf8(printed)));
}

}  // namespace

std::vector<forms::Statement> statements(forms::Report& report) {
    std::vector<forms::Statement> all;
    for (std::size_t s = 0; s < report.sections.size(); ++s) {
        forms::Section& section = report.sections[s];
        if (section.text.empty()) continue;
        section.kept = section.folded();
        const text::Folded& folded = *section.kept;
        const Numbers found = numbers(folded);
        const std::size_t first = all.size();
        std::size_t floor = 0;
        for (const Number& number : found.counted) {
            forms::Statement it;
            it.section = int(s);
            it.from = int(folded.source[number.from]);
            it.to = int(folded.source[number.to - 1]) + 1;
            it.value = number.value;
            it.unit = text::utf8(number.unit);
            it.approximate = number.approximate;
            it.subject = subject(folded, floor, number.from);
            floor = number.to;
            all.push_back(std::move(it));
        }
        if (report.form)
            say_what_they_are_about(report, folded, found, std::span(all).subspan(first));
    }
    return all;
}

}  // namespace gongkai::recognizer
