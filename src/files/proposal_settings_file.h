#pragma once

#include <filesystem>
#include <string_view>

#include "base/result.h"
#include "interaction/proposal_settings.h"

namespace gongkai::files {

// The settings of proposals from the JSON of data/settings/proposals.json; what is left out stays
// as the program has it. Refusal proposal-settings.malformed names the fault, also a name that is
// none of the settings.
Result<interaction::proposals::Settings> parse_proposal_settings(std::string_view json);

// Those of settings/proposals.json in a data folder; where it has none, those that the program
// carries. Refusals settings.unreadable and proposal-settings.malformed, which name the file.
Result<interaction::proposals::Settings> load_proposal_settings(const std::filesystem::path& data);

}  // namespace gongkai::files
