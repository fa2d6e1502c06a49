#include "api/office_routes.h"
#include "desk/organ_import.h"

namespace gongkai::api {

using http::Request;
using http::Response;
using http::Route;
using organs::Right;

namespace {

json::Object row_json(const desk::ImportRow& it) {
    return {{"line", it.line},
            {"name", it.name},
            {"action", name(it.action)},
            {"action_name", chinese(it.action)},
            {"messages", json::array_of(it.messages)}};
}

Response import_organs(const site::Services& services, const Request& request,
                       const site::Caller& caller) {
    const auto asked = request.query_value("dry_run");
    if (!asked.empty() && asked != "1" && asked != "0")
        return refused({ErrorKind::Invalid, "fields.kind", "网址里的 dry_run 只能是 1 或 0。"});
    const bool dry_run = asked == "1";
    const auto done = services.desks->organs.import_list(caller.actor, caller.account.region,
                                                         request.body, dry_run);
    if (!done.ok()) return refused(done.error());
    const auto& it = done.value();
    json::Array rows;
    for (const auto& row : it.rows)
        rows.push_back(row_json(row));
    json::Object out{{"rows", std::move(rows)},
                     {"created", it.created},
                     {"changed", it.changed},
                     {"refused", it.refused},
                     {"written", it.written}};
    if (dry_run || it.written) return answer(200, out);
    out.set("error", json::Object{{"code", "import.refused"},
                                  {"message", "有 " + std::to_string(it.refused) +
                                                  " 行不能导入，全部没有写入。请改好后再导入。"}});
    return answer(422, out);
}

}  // namespace

std::vector<Route> import_routes(const site::Services& services) {
    return {
        work_route(services, "POST", "/api/organs/import", "由 CSV 文件导入机关",
                   Right::ManagePeople, import_organs, http::upload_body,
                   {{"dry_run", "1 为只看结果，不写入"}}),
    };
}

}  // namespace gongkai::api
