#include "reader/xml_part.h"

#include <algorithm>
#include <charconv>

#include "reader/refusal.h"

namespace gongkai::reader {
namespace {

constexpr std::ptrdiff_t most_tags = 3'000'000;
constexpr std::size_t small_part = 1 << 20;  // cannot hold that many

std::string_view behind_colon(std::string_view name) {
    const auto colon = name.find(':');
    return colon == name.npos ? name : name.substr(colon + 1);
}

}  // namespace

Status parse_part(XmlPart& part, std::string_view name) {
    if (part.bytes.size() > small_part &&
        std::count(part.bytes.begin(), part.bytes.end(), '<') > most_tags) {
        return refuse_bomb("部件 " + std::string(name));
    }
    constexpr unsigned flags = pugi::parse_escapes | pugi::parse_ws_pcdata_single |
                               pugi::parse_wconv_attribute | pugi::parse_cdata;
    const auto parsed =
        part.document.load_buffer_inplace(part.bytes.data(), part.bytes.size(), flags);
    if (!parsed) return refuse_damaged("部件 " + std::string(name) + " 的 XML 不完整");
    return Done{};
}

std::string_view local_name(const pugi::xml_node& node) { return behind_colon(node.name()); }

std::string_view local_attribute(const pugi::xml_node& node, std::string_view name) {
    for (const auto& attribute : node.attributes()) {
        if (behind_colon(attribute.name()) == name) return attribute.value();
    }
    return {};
}

pugi::xml_node local_child(const pugi::xml_node& node, std::string_view name) {
    for (auto child = node.first_child(); child; child = child.next_sibling()) {
        if (local_name(child) == name) return child;
    }
    return {};
}

int to_number(std::string_view digits, int otherwise) {
    int number = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    return error == std::errc{} && end != digits.data() ? number : otherwise;
}

}  // namespace gongkai::reader
