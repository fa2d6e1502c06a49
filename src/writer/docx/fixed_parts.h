#pragma once

#include <string_view>
#include <vector>

#include "writer/docx/document.h"
#include "writer/docx/package.h"

namespace gongkai::writer::docx {

// The name under which styles.xml defines a style.
const char* style_id(Style style);
inline constexpr const char* table_style_id = "TableText";

// Twips: 1/20 of a point.
inline constexpr int page_width = 11906, page_height = 16838;  // A4
inline constexpr int text_width = 8845;                        // 156 mm

// Everything but the content: types, relations, styles, settings, footers, properties.
std::vector<Part> fixed_parts(std::string_view title);

}  // namespace gongkai::writer::docx
