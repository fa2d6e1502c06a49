#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "forms/form.h"

namespace gongkai::cli {

enum class Format { Text, Json, Csv, Html };

// gongkai report read: prints each report as it was read. Returns the exit status.
int report_read(const std::vector<std::string>& arguments, Format format,
                const forms::Forms& forms);

// gongkai report check: prints what the rules find. `last_year` may be empty.
int report_check(const std::vector<std::string>& arguments, Format format,
                 const std::filesystem::path& last_year, const forms::Forms& forms);

}  // namespace gongkai::cli
