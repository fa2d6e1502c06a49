#pragma once

#include <string_view>

#include "base/result.h"
#include "reader/document.h"

// Plain text and Markdown, in whatever way they show their tables (the headers beside this one
// describe each), HTML tables inside Markdown included.
namespace gongkai::reader {

Result<Document> read_text(std::string_view utf8);

}  // namespace gongkai::reader
