#include "disclosure/public_list.h"

#include <algorithm>
#include <set>

#include "base/text.h"

namespace gongkai::disclosure {

namespace {

// PostgreSQL takes no more than some 2,700 bytes into an index; a subject has a few dozen.
constexpr std::size_t longest_subject = 100;

// There is no kind of its own for rules on disclosure: what is named or marked so belongs there.
bool is_about_disclosure(const PublicView& it) {
    constexpr std::string_view mark = "政府信息公开制度", subject = "政府信息公开";
    if (it.kind() == Kind::Interpretation) return false;
    return std::ranges::find(it.keywords(), mark) != it.keywords().end() ||
           it.title().find(subject) != std::string::npos;
}

std::u32string names(const PublicView& it) {
    auto folded = text::folded_points(it.title());
    text::append_folded(folded, it.document_number());
    for (const auto& word : it.keywords())
        text::append_folded(folded, word);
    return folded;
}

std::string utf8(std::u32string_view points) {
    std::string text;
    for (const char32_t point : points)
        text::append(text, point);
    return text;
}

}  // namespace

PublicRow public_row(const PublicView& view) {
    PublicRow row;
    row.key = view.key();
    row.index_number = view.index_number();
    row.short_index = row.index_number.substr(row.index_number.rfind('/') + 1);
    row.title = view.title();
    row.document_number = view.document_number();
    row.kind = view.kind();
    row.subject_class = view.subject_class();
    row.formed_on = view.formed_on();
    row.published_on = view.published_on();
    row.first_published_on = view.first_published_on();
    row.ending = view.ending();
    row.attachments = int(view.attachments().size());
    if (view.interprets().size() <= longest_subject) row.interprets = view.interprets();
    row.about_disclosure = is_about_disclosure(view);
    return row;
}

std::string validity(const PublicRow& row, Date today) {
    return validity(row.kind, row.ending, today);
}

std::string folded_names(const PublicView& view) { return utf8(names(view)); }

std::string folded_text(const PublicView& view) {
    auto folded = names(view);
    text::append_folded(folded, view.abstract());
    return utf8(folded);
}

std::vector<std::string> sign_pairs(std::string_view folded) {
    std::set<std::string> pairs;
    std::size_t at = 0, before = 0;
    char32_t last = 0;
    while (at < folded.size()) {
        const std::size_t from = at;
        const char32_t sign = text::next(folded, at);
        if (last) pairs.emplace(folded.substr(before, at - before));
        last = sign;
        before = from;
    }
    return {pairs.begin(), pairs.end()};
}

}  // namespace gongkai::disclosure
