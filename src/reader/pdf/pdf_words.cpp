#include "reader/pdf/pdf_words.h"

#include <charconv>
#include <cmath>

#include "base/text.h"

namespace gongkai::reader {
namespace {

constexpr float farthest = 1e6F;  // no page is larger

// The value of name="…" inside a tag.
std::string_view value_of(std::string_view tag, std::string_view name) {
    const auto at = tag.find(name);
    if (at == tag.npos) return {};
    const auto rest = tag.substr(at + name.size());
    if (!rest.starts_with("=\"")) return {};
    const auto end = rest.find('"', 2);
    return end == rest.npos ? std::string_view{} : rest.substr(2, end - 2);
}

float number_of(std::string_view tag, std::string_view name) {
    const auto digits = value_of(tag, name);
    float number = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (error != std::errc{} || !std::isfinite(number)) return 0;
    return number < -farthest ? -farthest : (number > farthest ? farthest : number);
}

std::string unescaped(std::string_view text) {
    std::string plain;
    plain.reserve(text.size());
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] != '&') {
            plain += text[at];
            continue;
        }
        struct Entity {
            std::string_view name;
            char sign;
        };
        constexpr Entity entities[] = {
            {"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&apos;", '\''}};
        char sign = '&';
        for (const auto& entity : entities) {
            if (!text.substr(at).starts_with(entity.name)) continue;
            sign = entity.sign;
            at += entity.name.size() - 1;
            break;
        }
        plain += sign;
    }
    return plain;
}

// What stands between the tag that ends at `from` and `end_tag`; moves behind the latter.
std::string_view content(std::string_view xml, std::size_t& from, std::string_view end_tag) {
    const auto end = xml.find(end_tag, from);
    if (end == xml.npos) {
        from = xml.size();
        return {};
    }
    const auto inside = xml.substr(from, end - from);
    from = end + end_tag.size();
    return inside;
}

}  // namespace

PdfText parse_pdf_words(std::string_view xml) {
    PdfText made;
    for (std::size_t at = 0; (at = xml.find('<', at)) != xml.npos;) {
        const auto rest = xml.substr(at);
        const auto tag_end = rest.find('>');
        if (tag_end == rest.npos) break;
        const auto tag = rest.substr(0, tag_end);
        at += tag_end + 1;
        if (tag.starts_with("<word ")) {
            auto text = unescaped(content(xml, at, "</word>"));
            if (made.pages.empty() || text::is_blank(text)) continue;
            made.pages.back().words.push_back({std::move(text), number_of(tag, "xMin"),
                                               number_of(tag, "yMin"), number_of(tag, "xMax"),
                                               number_of(tag, "yMax")});
        } else if (tag.starts_with("<page ")) {
            made.pages.push_back({number_of(tag, "width"), number_of(tag, "height"), {}});
        } else if (tag == "<title" && made.pages.empty()) {
            made.title = unescaped(content(xml, at, "</title>"));
        }
    }
    return made;
}

}  // namespace gongkai::reader
