#pragma once

#include <filesystem>
#include <string_view>

#include "base/result.h"
#include "forms/form.h"

namespace gongkai::files {

// A form from the JSON of data/forms. Refusal forms.malformed names the file's fault.
Result<forms::Form> parse_form(std::string_view json);

// The forms that the program carries, oldest first, with those of `extra` (a folder of .json
// files; empty for none), which replace carried ones of the same id.
Result<forms::Forms> load_forms(const std::filesystem::path& extra = {});

}  // namespace gongkai::files
