#pragma once

#include <filesystem>
#include <string_view>

#include "base/result.h"
#include "law/calendar.h"

namespace gongkai::files {

// A year's notice from the JSON of data/holidays. The refusal holidays.malformed says what is
// wrong.
Result<law::Notice> parse_notice(std::string_view json);

// The calendar of the notices that the program carries and those of `extra` (a folder of .json
// files; empty for none), which replace carried ones of the same year. Refusals name the file.
Result<law::Calendar> load_calendar(const std::filesystem::path& extra = {});

}  // namespace gongkai::files
