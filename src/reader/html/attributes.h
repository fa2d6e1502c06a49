#pragma once

#include <gumbo.h>

#include <string>
#include <string_view>

namespace gongkai::reader {

// The value of an attribute, or nullptr.
inline const char* attribute(const GumboNode* node, const char* name) {
    const auto* found = gumbo_get_attribute(&node->v.element.attributes, name);
    return found == nullptr ? nullptr : found->value;
}

// A style in lower case and without spaces, as "display:none;color:red".
inline std::string packed(std::string_view style) {
    std::string packed;
    for (const char sign : style)
        if (sign != ' ') packed += sign >= 'A' && sign <= 'Z' ? static_cast<char>(sign + 32) : sign;
    return packed;
}

}  // namespace gongkai::reader
