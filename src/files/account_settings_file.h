#pragma once

#include <filesystem>
#include <string_view>

#include "base/result.h"
#include "organs/account_settings.h"

namespace gongkai::files {

// The settings of accounts from the JSON of settings/accounts.json; what is left out stays as the
// program has it. Refusal account-settings.malformed names the fault, also a name that is none of
// the settings.
Result<organs::AccountSettings> parse_account_settings(std::string_view json);

// Those of settings/accounts.json in a data folder; where it has none, those that the program
// carries. Refusals settings.unreadable and account-settings.malformed, which name the file.
Result<organs::AccountSettings> load_account_settings(const std::filesystem::path& data);

}  // namespace gongkai::files
