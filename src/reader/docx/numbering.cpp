#include "reader/docx/numbering.h"

#include <algorithm>

#include "reader/list_number.h"
#include "reader/xml_part.h"

namespace gongkai::reader {
namespace {

constexpr int highest_start = 100000;

int start_number(std::string_view digits) {
    return std::clamp(to_number(digits, 1), 0, highest_start);
}

}  // namespace

Numbering::Level Numbering::read_level(const pugi::xml_node& node) {
    Level level;
    for (auto child = node.first_child(); child; child = child.next_sibling()) {
        const auto name = local_name(child);
        const auto value = local_attribute(child, "val");
        if (name == "start") level.start = start_number(value);
        if (name == "numFmt") level.format = value;
        if (name == "lvlText") level.pattern = value;
        if (name == "pStyle") level.style = value;
        if (name == "suff") level.space_behind = value == "space";
    }
    return level;
}

void Numbering::load(const pugi::xml_node& root) {
    for (auto node = root.first_child(); node; node = node.next_sibling()) {
        if (local_name(node) == "abstractNum") {
            auto& scheme = schemes_[to_number(local_attribute(node, "abstractNumId"), -1)];
            for (auto child = node.first_child(); child; child = child.next_sibling()) {
                const int at = to_number(local_attribute(child, "ilvl"), -1);
                if (local_name(child) != "lvl" || at < 0 || at >= list_levels) continue;
                scheme.levels[static_cast<std::size_t>(at)] = read_level(child);
            }
        } else if (local_name(node) == "num") {
            auto& list = lists_[to_number(local_attribute(node, "numId"), -1)];
            list.scheme = to_number(local_attribute(local_child(node, "abstractNumId"), "val"), -1);
            for (auto child = node.first_child(); child; child = child.next_sibling()) {
                const auto start = local_child(child, "startOverride");
                if (local_name(child) != "lvlOverride" || !start) continue;
                list.restarts[to_number(local_attribute(child, "ilvl"), 0)] =
                    start_number(local_attribute(start, "val"));
            }
        }
    }
}

Numbering::Scheme* Numbering::scheme_of(int list) {
    const auto found = lists_.find(list);
    if (found == lists_.end()) return nullptr;
    const auto scheme = schemes_.find(found->second.scheme);
    return scheme == schemes_.end() ? nullptr : &scheme->second;
}

int Numbering::level_of_style(int list, std::string_view style) const {
    const auto found = lists_.find(list);
    if (found == lists_.end()) return -1;
    const auto scheme = schemes_.find(found->second.scheme);
    if (scheme == schemes_.end()) return -1;
    for (int at = 0; at < list_levels; ++at) {
        if (scheme->second.levels[static_cast<std::size_t>(at)].style == style) return at;
    }
    return -1;
}

// Advances the level, and starts all deeper ones anew.
void Numbering::count(Scheme& scheme, List& list, int level) {
    const auto at = static_cast<std::size_t>(level);
    if (const auto restart = list.restarts.find(level); restart != list.restarts.end()) {
        scheme.counts[at] = restart->second;
        list.restarts.erase(restart);
    } else if (!scheme.counted[at]) {
        scheme.counts[at] = scheme.levels[at].start;
    } else {
        ++scheme.counts[at];
    }
    scheme.counted[at] = true;
    for (auto deeper = at + 1; deeper < scheme.counted.size(); ++deeper) {
        scheme.counted[deeper] = false;
    }
}

std::string Numbering::next(int list, int level) {
    Scheme* const scheme = scheme_of(list);
    if (scheme == nullptr || level < 0 || level >= list_levels) return {};
    count(*scheme, lists_[list], level);
    const auto& shape = scheme->levels[static_cast<std::size_t>(level)];
    if (shape.format == "bullet" || shape.format == "none") return {};

    std::string printed;
    for (std::size_t at = 0; at < shape.pattern.size(); ++at) {
        const char sign = shape.pattern[at];
        const char digit = at + 1 < shape.pattern.size() ? shape.pattern[at + 1] : '\0';
        if (sign != '%' || digit < '1' || digit > '9') {
            printed += sign;
            continue;
        }
        const auto which = static_cast<std::size_t>(digit - '1');
        const auto& counted = scheme->levels[which];
        const int number = scheme->counted[which] ? scheme->counts[which] : counted.start;
        printed += list_number(counted.format, number);
        ++at;
    }
    if (shape.space_behind && !printed.empty()) printed += ' ';
    return printed;
}

}  // namespace gongkai::reader
