#include "web/http/openapi.h"

#include <algorithm>
#include <boost/json.hpp>

#include "web/http/api_description.h"

namespace gongkai::web::http {

namespace json = boost::json;

namespace {

json::object text_schema() { return {{"type", "string"}}; }

json::array parameters(const Route& route) {
    json::array all;
    for (auto open = route.path.find('{'); open != route.path.npos;
         open = route.path.find('{', open + 1)) {
        const auto name = route.path.substr(open + 1, route.path.find('}', open) - open - 1);
        all.push_back(json::object{
            {"name", name}, {"in", "path"}, {"required", true}, {"schema", text_schema()}});
    }
    for (const auto& [name, explains] : route.parameters)
        all.push_back(json::object{
            {"name", name}, {"in", "query"}, {"description", explains}, {"schema", text_schema()}});
    return all;
}

json::object file_body() {
    const json::object bytes{{"type", "string"}, {"contentMediaType", "application/octet-stream"}};
    const json::object form{{"type", "object"}, {"properties", json::object{{"file", bytes}}}};
    return {{"required", true},
            {"content", json::object{{"application/octet-stream", json::object{{"schema", bytes}}},
                                     {"multipart/form-data", json::object{{"schema", form}}}}}};
}

json::object json_body(const json::value& schema) {
    return {{"required", true},
            {"content", json::object{{"application/json", json::object{{"schema", schema}}}}}};
}

json::object security_schemes() {
    return {
        {"session", json::object{{"type", "apiKey"}, {"in", "cookie"}, {"name", "__Host-gongkai"}}},
        {"csrf", json::object{{"type", "apiKey"}, {"in", "header"}, {"name", "X-CSRF-Token"}}}};
}

json::object info(std::string_view version) {
    return {{"title", "公开：政府信息公开工作年度报告"},
            {"version", version},
            {"license", json::object{{"name", "Apache-2.0"}, {"identifier", "Apache-2.0"}}}};
}

json::array servers(std::string_view base) {
    return {json::object{{"url", base.empty() ? "/" : base}}};
}

json::array tags() {
    json::array all;
    for (const auto& [name, title] : subjects())
        all.push_back(json::object{{"name", name}, {"description", title}});
    return all;
}

// What data/web/api_schemas.json says of a route, or an empty object of that name.
json::value described(const json::object& routes, const Route& route, std::string_view part) {
    const auto* it = routes.if_contains(std::string(route.method) + " " + std::string(route.path));
    const auto* schema = it ? it->as_object().if_contains(part) : nullptr;
    return schema ? *schema : json::value(json::object{{"type", "object"}});
}

json::object answer_content(const json::object& routes, const Route& route) {
    json::object of_type;
    if (route.answers == "application/json") of_type["schema"] = described(routes, route, "answer");
    return {{route.answers, std::move(of_type)}};
}

json::object fault(std::string_view meaning) {
    const json::object schema{{"$ref", "#/components/schemas/Error"}};
    return {{"description", meaning},
            {"content", json::object{{"application/json", json::object{{"schema", schema}}}}}};
}

json::object responses(const Route& route, const json::object& routes) {
    json::object all{{"200", json::object{{"description", route.title},
                                          {"content", answer_content(routes, route)}}}};
    for (const auto& [status, meaning] : refusals(route))
        all[std::to_string(status)] = fault(meaning);
    all["default"] = fault("其他出错时的说明");
    return all;
}

// What a caller must show: nothing, the session, or for changes its token as well.
json::array security(const Route& route) {
    if (route.right == Right::Public) return {};
    json::object wanted{{"session", json::array{}}};
    if (route.method != "GET") wanted["csrf"] = json::array{};
    return {std::move(wanted)};
}

json::object operation(const Route& route, const json::object& routes) {
    json::object result{{"operationId", operation_id(route)},
                        {"summary", route.title},
                        {"tags", json::array{subject_of(route)}},
                        {"security", security(route)},
                        {"responses", responses(route, routes)}};
    if (auto all = parameters(route); !all.empty()) result["parameters"] = std::move(all);
    if (route.body_limit == upload_body)
        result["requestBody"] = file_body();
    else if (route.method != "GET" && route.method != "DELETE")
        result["requestBody"] = json_body(described(routes, route, "body"));
    if (route.right != Right::Public) result["x-right"] = name(route.right);
    return result;
}

json::object error_schema() {
    const json::object inner{
        {"type", "object"},
        {"required", json::array{"code", "message"}},
        {"properties", json::object{{"code", text_schema()}, {"message", text_schema()}}}};
    return {{"type", "object"},
            {"required", json::array{"error"}},
            {"properties", json::object{{"error", inner}}}};
}

std::string lower(std::string_view method) {
    std::string result(method);
    std::ranges::transform(result, result.begin(), [](char c) { return char(c | 0x20); });
    return result;
}

}  // namespace

std::string openapi(const std::vector<Route>& routes, std::string_view version,
                    std::string_view schemas, std::string_view base) {
    const auto known = json::parse(schemas).as_object();
    const auto& described_routes = known.at("routes").as_object();
    auto named = known.at("schemas").as_object();
    named["Error"] = error_schema();
    json::object paths;
    for (const Route& route : routes) {
        if (!route.path.starts_with("/api/")) continue;
        auto& path = paths[route.path];
        if (!path.is_object()) path = json::object{};
        path.as_object()[lower(route.method)] = operation(route, described_routes);
    }
    const json::object all{{"openapi", "3.1.0"},
                           {"info", info(version)},
                           {"servers", servers(base)},
                           {"tags", tags()},
                           {"paths", paths},
                           {"components", json::object{{"schemas", std::move(named)},
                                                       {"securitySchemes", security_schemes()}}}};
    return json::serialize(all);
}

}  // namespace gongkai::web::http
