#include "reader/docx/styles.h"

#include "reader/xml_part.h"

namespace gongkai::reader {
namespace {

constexpr int longest_ancestry = 16;  // files may tie styles in a circle

// Style ids are free, but the names of built-in styles are not: "heading 1" in every language.
int heading_of_name(std::string_view name) {
    constexpr std::string_view word = "eading ";
    const auto at = name.find(word);
    if (at != 1 || name.size() != at + word.size() + 1) return 0;
    const char digit = name.back();
    return digit >= '1' && digit <= '9' ? digit - '0' : 0;
}

void read_properties(const pugi::xml_node& properties, ParagraphStyle& style) {
    const auto outline = local_child(properties, "outlineLvl");
    if (outline && style.heading == 0) {
        const int level = to_number(local_attribute(outline, "val"), 9);
        if (level >= 0 && level < 9) style.heading = level + 1;
    }
    if (const auto number = local_child(properties, "numPr")) {
        style.list = to_number(local_attribute(local_child(number, "numId"), "val"), 0);
        style.level = to_number(local_attribute(local_child(number, "ilvl"), "val"), -1);
    }
}

}  // namespace

void Styles::load(const pugi::xml_node& root) {
    for (auto node = root.first_child(); node; node = node.next_sibling()) {
        if (local_name(node) != "style" || local_attribute(node, "type") != "paragraph") continue;
        Entry entry;
        entry.style.heading = heading_of_name(local_attribute(local_child(node, "name"), "val"));
        entry.base = local_attribute(local_child(node, "basedOn"), "val");
        read_properties(local_child(node, "pPr"), entry.style);
        entries_.emplace(local_attribute(node, "styleId"), std::move(entry));
    }
}

ParagraphStyle Styles::find(std::string_view id) const {
    ParagraphStyle style;
    for (int step = 0; step < longest_ancestry; ++step) {
        const auto found = entries_.find(id);
        if (found == entries_.end()) break;
        const auto& own = found->second.style;
        if (style.heading == 0) style.heading = own.heading;
        if (style.list == 0 && own.list != 0) {
            style.list = own.list;
            style.level = own.level;
        }
        id = found->second.base;
    }
    return style;
}

}  // namespace gongkai::reader
