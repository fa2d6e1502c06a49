#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "writer/html.h"

namespace gongkai::portal {

// The text of a document as paragraphs: a line is a paragraph, a short line that begins with a
// number of the first level (一、) or a chapter (第一章) is a heading. A first line that repeats
// the title is left out. All of it is text and none of it markup.
void document_text(writer::Html& out, std::string_view body, std::string_view title);

// 1.5 MB
std::string size_in_words(std::int64_t bytes);

}  // namespace gongkai::portal
