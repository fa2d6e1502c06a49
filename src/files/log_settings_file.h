#pragma once

#include <filesystem>
#include <string_view>

#include "base/result.h"
#include "tlog/settings.h"

namespace gongkai::files {

// The settings of the public logs from the JSON of settings/public_log.json; what is left out is
// not set. Refusal log-settings.malformed names the fault, also a name that is none of the
// settings.
Result<tlog::Settings> parse_log_settings(std::string_view json);

// Those of settings/public_log.json in a data folder; where it has none, those that the program
// carries. Refusals settings.unreadable and log-settings.malformed, which name the file.
Result<tlog::Settings> load_log_settings(const std::filesystem::path& data);

}  // namespace gongkai::files
