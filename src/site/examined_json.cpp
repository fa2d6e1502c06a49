#include "site/examined_json.h"

#include "files/report_json.h"

namespace gongkai::site {

void write_examined(files::JsonText& out, const forms::Report& report,
                    std::span<const checks::Finding> findings, std::string_view file_name) {
    files::write_report(out.key("report"), report, file_name);
    files::write_findings(out.key("findings"), report, findings);
}

std::string examined_json(const forms::Report& report, std::span<const checks::Finding> findings,
                          std::string_view file_name) {
    files::JsonText out;
    write_examined(out.open_object(), report, findings, file_name);
    return out.close_object().take();
}

}  // namespace gongkai::site
