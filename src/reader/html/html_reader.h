#pragma once

#include <string_view>

#include "base/result.h"
#include "reader/document.h"

// Web pages. Tables that hold no other table are data and keep their spans; tables around them
// are layout, and what stands in their cells is read as blocks in order. What a browser does not
// show is left out.
namespace gongkai::reader {

Result<Document> read_html(std::string_view utf8);

// The page inside a web archive (MHTML), decoded to UTF-8; `bytes` are those of the file.
Result<Document> read_mhtml(std::string_view bytes);

}  // namespace gongkai::reader
