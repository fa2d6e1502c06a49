#pragma once

#include <map>
#include <string>
#include <string_view>

#include <pugixml.hpp>

namespace gongkai::reader {

// What a paragraph style of Word says that a reader must know: whether it is a heading, and
// whether its paragraphs are numbered by themselves.
struct ParagraphStyle {
    int heading = 0;  // 1 to 9
    int list = 0;     // 0: no list
    int level = -1;   // -1: what the list says of this style
};

class Styles {
public:
    void load(const pugi::xml_node& root);
    ParagraphStyle find(std::string_view id) const;

private:
    struct Entry {
        ParagraphStyle style;
        std::string base;
    };
    std::map<std::string, Entry, std::less<>> entries_;
};

}  // namespace gongkai::reader
