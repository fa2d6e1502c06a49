#include "api/import_json.h"

#include "api/office_routes.h"

namespace gongkai::api {

namespace {

json::Object json_of(const desk::Import& done) {
    json::Array rows;
    for (const desk::ImportRow& it : done.rows)
        rows.push_back(json::Object{{"line", it.line},
                                    {"name", it.name},
                                    {"action", name(it.action)},
                                    {"action_name", chinese(it.action)},
                                    {"messages", json::array_of(it.messages)}});
    return {{"rows", std::move(rows)},
            {"created", done.created},
            {"changed", done.changed},
            {"refused", done.refused},
            {"written", done.written}};
}

}  // namespace

Result<bool> is_dry_run(const http::Request& request) {
    const auto asked = request.query_value("dry_run");
    if (!asked.empty() && asked != "1" && asked != "0")
        return Error{ErrorKind::Invalid, "fields.kind", "网址里的 dry_run 只能是 1 或 0。"};
    return asked == "1";
}

http::Response import_answer(const desk::Import& done, bool dry_run) {
    auto out = json_of(done);
    if (dry_run || done.written) return answer(200, out);
    out.set("error", json::Object{{"code", "import.refused"},
                                  {"message", "有 " + std::to_string(done.refused) +
                                                  " 行不能导入，全部没有写入。请改好后再导入。"}});
    return answer(422, out);
}

}  // namespace gongkai::api
