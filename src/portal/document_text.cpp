#include "portal/document_text.h"

#include <algorithm>
#include <utility>

#include "base/decimal.h"
#include "base/text.h"

namespace gongkai::portal {

namespace {

constexpr std::size_t longest_heading = 40;  // signs

bool is_numeral(std::string_view sign) {
    constexpr std::string_view numerals[] = {"一", "二", "三", "四", "五",
                                             "六", "七", "八", "九", "十"};
    return std::ranges::find(numerals, sign) != std::end(numerals);
}

bool is_heading(std::string_view line) {
    if (text::length(line) > longest_heading || line.ends_with("。")) return false;
    std::size_t at = line.starts_with("第") ? 1 : 0;
    const std::size_t first = at;
    const auto sign = [&] { return text::slice(line, at, at + 1); };
    while (is_numeral(sign()))
        ++at;
    return at > first && sign() == (first == 0 ? "、" : "章");
}

}  // namespace

void document_text(writer::Html& out, std::string_view body, std::string_view title) {
    bool first = true;
    while (!body.empty()) {
        const auto end = std::min(body.find('\n'), body.size());
        const auto line = text::trim(body.substr(0, end));
        body.remove_prefix(std::min(end + 1, body.size()));
        if (line.empty() || (std::exchange(first, false) && line == title)) continue;
        if (is_heading(line))
            out.raw("<h2>").text(line).raw("</h2>");
        else
            out.raw("<p>").text(line).raw("</p>");
    }
}

std::string size_in_words(std::int64_t bytes) {
    constexpr std::int64_t kilo = 1024, mega = kilo * kilo;
    if (bytes < mega) return std::to_string(std::max<std::int64_t>(1, bytes / kilo)) + " KB";
    return std::to_string(bytes / mega) + "." + std::to_string(bytes % mega * 10 / mega) + " MB";
}

}  // namespace gongkai::portal
