#pragma once

#include <string_view>

#include "base/result.h"

namespace gongkai::disclosure {

// Whether a file that is handed in may be kept under this name: one that every system can save, and
// that shows what it is. Refusals document.attachment.name (no name, more than 200 signs, a path,
// control signs, or signs that turn the direction of writing, by which "gpj.exe" reads "exe.jpg")
// and document.attachment.empty.
Status check_file(std::string_view name, std::size_t bytes);

// What a visitor may expect of a file by its name: documents, tables, pictures, texts and archives
// in usual formats ("PDF", "Word 文档"). Empty for all others, which are given out with a warning.
std::string_view kind_of_file(std::string_view name);

}  // namespace gongkai::disclosure
