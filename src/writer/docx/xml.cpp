#include "writer/docx/xml.h"

#include <algorithm>
#include <sstream>

#include "base/text.h"

namespace gongkai::writer::docx {

std::string clean(std::string_view text) {
    std::string kept;
    kept.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const char32_t point = text::next(text, at);
        const bool control =
            (point < 0x20 && point != U'\t' && point != U'\n') || (point >= 0x7F && point < 0xA0);
        const bool no_sign = (point & 0xFFFE) == 0xFFFE || (point >= 0xFDD0 && point <= 0xFDEF);
        if (!control && !no_sign) text::append(kept, point);
    }
    return kept;
}

pugi::xml_node child(pugi::xml_node parent, const char* name) { return parent.append_child(name); }

pugi::xml_node child(pugi::xml_node parent, const char* name, const char* value) {
    auto node = parent.append_child(name);
    node.append_attribute("w:val") = value;
    return node;
}

pugi::xml_node child(pugi::xml_node parent, const char* name, int value) {
    auto node = parent.append_child(name);
    node.append_attribute("w:val") = value;
    return node;
}

void add_run(pugi::xml_node paragraph, std::string_view text, bool bold) {
    const std::string kept = clean(text);
    if (kept.empty()) return;
    auto run = child(paragraph, "w:r");
    if (bold) child(child(run, "w:rPr"), "w:b");
    for (std::size_t from = 0; from <= kept.size();) {
        const std::size_t to = std::min(kept.find_first_of("\t\n", from), kept.size());
        if (to > from) {
            auto node = child(run, "w:t");
            node.append_attribute("xml:space") = "preserve";
            node.text().set(kept.substr(from, to - from).c_str());
        }
        if (to < kept.size()) child(run, kept[to] == '\t' ? "w:tab" : "w:br");
        from = to + 1;
    }
}

std::string serialized(const pugi::xml_document& document) {
    std::ostringstream out;
    document.save(out, "", pugi::format_raw, pugi::encoding_utf8);
    return out.str();
}

}  // namespace gongkai::writer::docx
