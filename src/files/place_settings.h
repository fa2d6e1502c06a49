#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "base/result.h"

namespace gongkai::files {

// A file of settings as text, and what an error calls it.
struct SettingsFile {
    std::string name, bytes;
};

// The file settings/`name` of a data folder; where the folder has none or is not named, the one
// that the program carries. Refusal settings.unreadable where there is a file that cannot be
// opened.
Result<SettingsFile> settings_of_place(const std::filesystem::path& data, std::string_view name);

// A fault of a setting, with the file that has it.
Error in_file(const SettingsFile& file, const Error& fault);

}  // namespace gongkai::files
