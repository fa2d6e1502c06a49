#pragma once

#include <filesystem>
#include <string_view>

#include "base/result.h"
#include "records/retention.h"

namespace gongkai::files {

// How long what is sealed of closed cases is kept: what the program carries, or
// settings/retention.json of the data folder. Refusal retention-settings.malformed: names what is
// not understood, and the file.
Result<records::Retention> parse_retention(std::string_view bytes);
Result<records::Retention> load_retention(const std::filesystem::path& data);

}  // namespace gongkai::files
