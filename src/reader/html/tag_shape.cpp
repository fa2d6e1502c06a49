#include "reader/html/tag_shape.h"

#include <cstddef>
#include <cstdint>

namespace gongkai::reader {

namespace {

constexpr std::uint64_t most_comparisons = 50'000'000;  // a quarter of a second, about
constexpr std::size_t readings = 16;                    // of each byte, on average
constexpr std::size_t always_read = std::size_t{1} << 20;

bool is_space(char sign) {
    return sign == ' ' || sign == '\t' || sign == '\n' || sign == '\r' || sign == '\f';
}

bool is_letter(char sign) { return (sign | 0x20) >= 'a' && (sign | 0x20) <= 'z'; }

// Steps through one tag as the HTML standard's tokenizer does.
struct Tag {
    std::string_view html;
    std::size_t at;
    std::uint64_t attributes = 0;

    bool is_open() const { return at < html.size() && html[at] != '>'; }
    void pass_spaces() {
        while (at < html.size() && is_space(html[at]))
            ++at;
    }
    void pass_name() {
        while (is_open() && !is_space(html[at]) && html[at] != '/' && html[at] != '=')
            ++at;
    }
    void pass_value() {
        pass_spaces();
        if (!is_open()) return;
        if (html[at] == '"' || html[at] == '\'') {
            const auto end = html.find(html[at], at + 1);
            at = end == html.npos ? html.size() : end + 1;
            return;
        }
        while (is_open() && !is_space(html[at]))
            ++at;
    }
    void pass() {
        while (is_open() && !is_space(html[at]) && html[at] != '/')
            ++at;
        for (;;) {
            while (at < html.size() && (is_space(html[at]) || html[at] == '/'))
                ++at;
            if (!is_open()) return;
            ++attributes;
            ++at;  // whatever it is, an equals sign too: it begins the name
            pass_name();
            pass_spaces();
            if (is_open() && html[at] == '=') {
                ++at;
                pass_value();
            }
        }
    }
};

}  // namespace

bool has_monstrous_tags(std::string_view html) {
    std::uint64_t comparisons = 0;
    std::size_t read = 0;
    for (std::size_t at = 0; (at = html.find('<', at)) != html.npos;) {
        ++at;
        const std::size_t name = at + (at < html.size() && html[at] == '/' ? 1 : 0);
        if (name >= html.size() || !is_letter(html[name])) continue;
        Tag tag{html, name};
        tag.pass();
        read += tag.at - name;
        comparisons += tag.attributes * tag.attributes;
        if (comparisons > most_comparisons || read > always_read + readings * html.size())
            return true;
    }
    return false;
}

}  // namespace gongkai::reader
