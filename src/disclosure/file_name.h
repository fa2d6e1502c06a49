#pragma once

#include <string_view>

#include "base/result.h"

namespace gongkai::disclosure {

// Whether a file that is handed in may be kept under this name: one that every system can save, and
// that shows what it is. Refusals document.attachment.name (no name, more than 200 signs, a path,
// control signs, or signs that turn the direction of writing, by which "gpj.exe" reads "exe.jpg")
// and document.attachment.empty.
Status check_file(std::string_view name, std::size_t bytes);

}  // namespace gongkai::disclosure
