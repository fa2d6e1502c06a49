#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace gongkai::files {

struct CsvRow {
    int line = 0;  // on which it begins, from 1
    std::vector<std::string> fields;
};

// The rows of comma-separated text in UTF-8 (RFC 4180), empty lines left out. Lines end with CR LF
// or LF; a quoted field may hold both, commas and doubled quotes. Refusals, each naming the line:
// csv.quote (a quote that is not closed, or stands where none may), csv.columns (more or fewer
// fields than the first row), csv.line-end (a CR alone), csv.empty.
Result<std::vector<CsvRow>> parse_csv(std::string_view utf8);

}  // namespace gongkai::files
