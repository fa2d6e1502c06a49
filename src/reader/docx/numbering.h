#pragma once

#include <array>
#include <map>
#include <string>
#include <string_view>

#include <pugixml.hpp>

// Automatic numbers of Word (自动编号). They are printed but stand nowhere in the text: a
// paragraph names a list and a level, and numbering.xml says how each level counts and looks.
namespace gongkai::reader {

constexpr int list_levels = 9;

class Numbering {
public:
    void load(const pugi::xml_node& root);

    // Counts one paragraph of the list and gives what is printed before it, such as （一）.
    std::string next(int list, int level);

    // The level of a list to which a paragraph style is tied, or -1.
    int level_of_style(int list, std::string_view style) const;

private:
    struct Level {
        int start = 1;
        std::string format = "decimal";
        std::string pattern;  // "%1、"
        std::string style;
        bool space_behind = false;
    };
    struct Scheme {
        std::array<Level, list_levels> levels;
        std::array<int, list_levels> counts{};
        std::array<bool, list_levels> counted{};
    };
    struct List {
        int scheme = -1;
        std::map<int, int> restarts;  // level -> number, once
    };

    static Level read_level(const pugi::xml_node& node);
    Scheme* scheme_of(int list);
    static void count(Scheme& scheme, List& list, int level);

    std::map<int, Scheme> schemes_;
    std::map<int, List> lists_;
};

}  // namespace gongkai::reader
