#pragma once

#include <pugixml.hpp>
#include <string>
#include <string_view>

#include "base/result.h"

namespace gongkai::reader {

// One XML part of a package, parsed in place: the nodes point into `bytes`.
struct XmlPart {
    std::string bytes;
    pugi::xml_document document;
};

// Parses into `part`, whose `bytes` are set. Refuses with reader.damaged, and with reader.bomb
// where the part holds so many elements that their tree would not fit the memory of one file.
// pugixml knows no entities but the five of XML, so there is nothing in it to explode.
Status parse_part(XmlPart& part, std::string_view name);

// The name without its namespace prefix, which files choose as they like.
std::string_view local_name(const pugi::xml_node& node);

// The attribute of that local name, or an empty string.
std::string_view local_attribute(const pugi::xml_node& node, std::string_view name);

// The first child of that local name.
pugi::xml_node local_child(const pugi::xml_node& node, std::string_view name);

// An attribute as a number, or `otherwise`.
int to_number(std::string_view digits, int otherwise);

}  // namespace gongkai::reader
