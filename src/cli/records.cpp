#include "cli/records.h"

#include <ostream>

#include "cli/exit_status.h"
#include "desk/record_schemas.h"

namespace gongkai::cli {

int records(const std::string& format, std::ostream& out, std::ostream& err) {
    if (format == "markdown") {
        out << desk::records_page();
    } else if (format == "schemas") {
        out << desk::record_schemas_file();
    } else {
        err << "--format 只能是 markdown 或 schemas，现为“" << format << "”。\n";
        return wrong_usage;
    }
    return clean;
}

}  // namespace gongkai::cli
