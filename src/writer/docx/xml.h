#pragma once

#include <pugixml.hpp>

#include <string>
#include <string_view>

namespace gongkai::writer::docx {

// What XML 1.0 and Word can hold of a text: no control signs but tab and line feed.
std::string clean(std::string_view text);

// A new child with an optional w:val.
pugi::xml_node child(pugi::xml_node parent, const char* name);
pugi::xml_node child(pugi::xml_node parent, const char* name, const char* value);
pugi::xml_node child(pugi::xml_node parent, const char* name, int value);

// One run with the text; tabs and line feeds become what Word has for them.
void add_run(pugi::xml_node paragraph, std::string_view text, bool bold = false);

std::string serialized(const pugi::xml_document& document);

}  // namespace gongkai::writer::docx
