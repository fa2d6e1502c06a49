#include "api/import_json.h"
#include "api/office_routes.h"
#include "desk/organ_import.h"

namespace gongkai::api {

using http::Request;
using http::Response;
using http::Route;
using organs::Right;

namespace {

Response import_organs(const site::Services& services, const Request& request,
                       const site::Caller& caller) {
    const auto dry_run = is_dry_run(request);
    if (!dry_run.ok()) return refused(dry_run.error());
    const auto done = services.desks->organs.import_list(caller.actor, caller.account.region,
                                                         request.body, dry_run.value());
    if (!done.ok()) return refused(done.error());
    return import_answer(done.value(), dry_run.value());
}

Response file_template(const site::Services&, const Request&, const site::Caller&) {
    return download("text/csv; charset=utf-8", "机关导入模板.csv", desk::organ_file_template());
}

}  // namespace

std::vector<Route> import_routes(const site::Services& services) {
    return {
        work_route(services, "POST", "/api/organs/import", "由 CSV 或者 XLSX 文件导入机关",
                   Right::ManagePeople, import_organs)
            .uploading(services.uploads.staff)
            .asking({{"dry_run", "1 为只看结果，不写入"}}),
        work_route(services, "GET", "/api/organs/import/template.csv", "机关导入模板",
                   Right::ManagePeople, file_template)
            .answering("text/csv"),
    };
}

}  // namespace gongkai::api
