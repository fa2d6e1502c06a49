#pragma once

#include <iosfwd>
#include <string>

namespace gongkai::cli {

// gongkai records: what is recorded of every subject, as the declarations say it. "markdown" is
// docs/records.md, "schemas" data/web/record_schemas.json. Returns the exit status.
int records(const std::string& format, std::ostream& out, std::ostream& err);

}  // namespace gongkai::cli
