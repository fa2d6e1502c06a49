#include "web/http/openapi.h"

#include <algorithm>
#include <boost/json.hpp>

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

json::object json_body() {
    const json::object schema{{"type", "object"}};
    return {{"required", true},
            {"content", json::object{{"application/json", json::object{{"schema", schema}}}}}};
}

json::object session_scheme() {
    return {{"type", "apiKey"}, {"in", "cookie"}, {"name", "__Host-gongkai"}};
}

json::object operation(const Route& route) {
    const json::object fault{
        {"description", "出错时的说明"},
        {"content", json::object{{"application/json",
                                  json::object{{"schema", json::object{{"$ref",
                                                                        "#/components/schemas/"
                                                                        "Error"}}}}}}}};
    json::object result{
        {"summary", route.title},
        {"responses",
         json::object{
             {"200", json::object{{"description", route.title},
                                  {"content", json::object{{route.answers, json::object{}}}}}},
             {"default", fault}}}};
    if (auto all = parameters(route); !all.empty()) result["parameters"] = std::move(all);
    if (route.body_limit == upload_body)
        result["requestBody"] = file_body();
    else if (route.method != "GET" && route.method != "DELETE")
        result["requestBody"] = json_body();
    if (route.right != Right::Public) {
        result["security"] = json::array{json::object{{"session", json::array{}}}};
        result["x-right"] = name(route.right);
    }
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

std::string openapi(const std::vector<Route>& routes, std::string_view version) {
    json::object paths;
    for (const Route& route : routes) {
        if (!route.path.starts_with("/api/")) continue;
        auto& path = paths[route.path];
        if (!path.is_object()) path = json::object{};
        path.as_object()[lower(route.method)] = operation(route);
    }
    const json::object all{
        {"openapi", "3.1.0"},
        {"info", json::object{{"title", "公开：政府信息公开工作年度报告"}, {"version", version}}},
        {"paths", paths},
        {"components",
         json::object{{"schemas", json::object{{"Error", error_schema()}}},
                      {"securitySchemes", json::object{{"session", session_scheme()}}}}}};
    return json::serialize(all);
}

}  // namespace gongkai::web::http
