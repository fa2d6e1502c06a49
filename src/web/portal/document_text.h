#pragma once

#include <string_view>

#include "writer/html.h"

namespace gongkai::web::portal {

// The text of a document as paragraphs: a line is a paragraph, a short line that begins with a
// number of the first level (一、) or a chapter (第一章) is a heading. All of it is text.
void document_text(writer::Html& out, std::string_view body);

// 1.5 MB
std::string size_in_words(std::int64_t bytes);

}  // namespace gongkai::web::portal
