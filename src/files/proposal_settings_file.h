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

// The same from a place's own file; the carried ones where there is none (an empty path). Refusals
// proposal-settings.no-file and proposal-settings.malformed, which name the file.
Result<interaction::proposals::Settings> load_proposal_settings(
    const std::filesystem::path& file = {});

}  // namespace gongkai::files
