#include "reader/pdf/wrapped_figures.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <span>

namespace gongkai::reader {
namespace {

// Shares of the height of a word's box.
constexpr float touching = 0.35F;  // how far the lines of one cell may lie apart
constexpr float beside = 0.3F;     // how far the second may reach beyond the first
constexpr float half_way = 0.2F;   // how far from the middle the other figure may stand

constexpr std::size_t most_figures = 5000;  // a page of a report has a few hundred

float height(const PdfWord& word) { return std::max(word.bottom - word.top, 1.0F); }

bool is_digits(std::string_view text) {
    return text.find_first_not_of("0123456789") == text.npos && !text.empty();
}

bool may_go_on(const PdfWord& first) {
    return first.text.size() > 1 &&
           first.text.find_first_not_of("0123456789,.") == std::string::npos;
}

bool goes_on(const PdfWord& first, const PdfWord& second) {
    const float size = height(first);
    return is_digits(second.text) && std::abs(second.top - first.bottom) < touching * size &&
           second.left > first.left - beside * size && second.right < first.right + beside * size;
}

struct Figure {
    PdfWord* word;
    float middle;  // as it was found, before any was joined
};

// Those of a page whose middles lie in a range; `all` is in the order of the middles.
std::span<const Figure> between(const std::vector<Figure>& all, float from, float to) {
    const auto first = std::ranges::lower_bound(all, from, {}, &Figure::middle);
    const auto last = std::ranges::upper_bound(first, all.end(), to, {}, &Figure::middle);
    return {first, last};
}

void join_if_wrapped(PdfWord& first, float at, const std::vector<Figure>& all) {
    const float size = height(first);
    for (const Figure& it : between(all, at + size / 2, at + 2 * size)) {
        PdfWord& second = *it.word;
        if (!goes_on(first, second)) continue;
        const float centre = (at + it.middle) / 2;
        if (between(all, centre - half_way * size, centre + half_way * size).empty()) continue;
        first.text += second.text;
        first.left = std::min(first.left, second.left);
        first.right = std::max(first.right, second.right);
        first.bottom = second.bottom;
        second.text.clear();
        return;
    }
}

}  // namespace

bool is_figure(std::string_view text) {
    return text.find_first_of("0123456789") != text.npos &&
           text.find_first_not_of("0123456789.,-+/%") == text.npos;
}

std::vector<PdfWord> with_wrapped_figures_joined(std::vector<PdfWord> words) {
    std::vector<Figure> figures;
    for (PdfWord& word : words)
        if (is_figure(word.text)) figures.push_back({&word, (word.top + word.bottom) / 2});
    if (figures.size() > most_figures) return words;
    std::ranges::stable_sort(figures, {}, &Figure::middle);
    for (const Figure& it : figures)
        if (may_go_on(*it.word)) join_if_wrapped(*it.word, it.middle, figures);
    std::erase_if(words, [](const PdfWord& it) { return it.text.empty(); });
    return words;
}

}  // namespace gongkai::reader
