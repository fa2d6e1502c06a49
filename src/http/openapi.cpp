#include "http/openapi.h"

#include <algorithm>

#include "http/api_description.h"

namespace gongkai::http {

namespace {

json::Object text_schema() { return {{"type", "string"}}; }

json::Array parameters(const Route& route) {
    json::Array all;
    for (auto open = route.path.find('{'); open != route.path.npos;
         open = route.path.find('{', open + 1)) {
        const auto name = route.path.substr(open + 1, route.path.find('}', open) - open - 1);
        all.push_back(json::Object{
            {"name", name}, {"in", "path"}, {"required", true}, {"schema", text_schema()}});
    }
    for (const auto& [name, explains] : route.parameters)
        all.push_back(json::Object{
            {"name", name}, {"in", "query"}, {"description", explains}, {"schema", text_schema()}});
    return all;
}

json::Object file_body() {
    const json::Object bytes{{"type", "string"}, {"contentMediaType", "application/octet-stream"}};
    const json::Object form{{"type", "object"}, {"properties", json::Object{{"file", bytes}}}};
    return {{"required", true},
            {"content", json::Object{{"application/octet-stream", json::Object{{"schema", bytes}}},
                                     {"multipart/form-data", json::Object{{"schema", form}}}}}};
}

json::Object json_body(const json::Value& schema) {
    return {{"required", true},
            {"content", json::Object{{"application/json", json::Object{{"schema", schema}}}}}};
}

json::Object security_schemes() {
    return {
        {"session", json::Object{{"type", "apiKey"}, {"in", "cookie"}, {"name", "__Host-gongkai"}}},
        {"csrf", json::Object{{"type", "apiKey"}, {"in", "header"}, {"name", "X-CSRF-Token"}}}};
}

json::Object info(std::string_view version) {
    return {{"title", "公开：政府信息公开工作年度报告"},
            {"version", version},
            {"license", json::Object{{"name", "Apache-2.0"}, {"identifier", "Apache-2.0"}}}};
}

json::Array servers(std::string_view base) {
    return {json::Object{{"url", base.empty() ? "/" : base}}};
}

json::Array tags() {
    json::Array all;
    for (const auto& [name, title] : subjects())
        all.push_back(json::Object{{"name", name}, {"description", title}});
    return all;
}

// What is known of a route, or an empty object of that name.
json::Value described(const json::Object& routes, const Route& route, std::string_view part) {
    const auto* it = routes.find(std::string(route.method) + " " + std::string(route.path));
    const auto* schema = it ? it->as<json::Object>().find(part) : nullptr;
    return schema ? *schema : json::Value(json::Object{{"type", "object"}});
}

json::Object answer_content(const json::Object& routes, const Route& route) {
    json::Object of_type;
    if (route.answers == "application/json")
        of_type.set("schema", described(routes, route, "answer"));
    return {{route.answers, std::move(of_type)}};
}

json::Object fault(std::string_view meaning) {
    const json::Object schema{{"$ref", "#/components/schemas/Error"}};
    return {{"description", meaning},
            {"content", json::Object{{"application/json", json::Object{{"schema", schema}}}}}};
}

json::Object responses(const Route& route, const json::Object& routes) {
    json::Object all{{"200", json::Object{{"description", route.title},
                                          {"content", answer_content(routes, route)}}}};
    for (const auto& [status, meaning] : refusals(route))
        all.set(std::to_string(status), fault(meaning));
    all.set("default", fault("其他出错时的说明"));
    return all;
}

// What a caller must show: nothing, the session, or for changes its token as well.
json::Array security(const Route& route) {
    if (route.right == Right::Public) return {};
    json::Object wanted{{"session", json::Array{}}};
    if (route.method != "GET") wanted.set("csrf", json::Array{});
    return {std::move(wanted)};
}

json::Object operation(const Route& route, const json::Object& routes) {
    json::Object result{{"operationId", operation_id(route)},
                        {"summary", route.title},
                        {"tags", json::Array{subject_of(route)}},
                        {"security", security(route)},
                        {"responses", responses(route, routes)}};
    if (auto all = parameters(route); !all.empty()) result.set("parameters", std::move(all));
    if (route.work == Work::Upload)
        result.set("requestBody", file_body());
    else if (route.method != "GET" && route.method != "DELETE")
        result.set("requestBody", json_body(described(routes, route, "body")));
    if (route.right != Right::Public) result.set("x-right", name(route.right));
    return result;
}

json::Object error_schema() {
    const json::Object field{
        {"type", "object"},
        {"required", json::Array{"name", "message"}},
        {"properties", json::Object{{"name", text_schema()}, {"message", text_schema()}}}};
    // Of a form all that is wrong, each with its field.
    const json::Object fields{{"type", "array"}, {"items", field}};
    const json::Object inner{
        {"type", "object"},
        {"required", json::Array{"code", "message"}},
        {"properties",
         json::Object{{"code", text_schema()}, {"message", text_schema()}, {"fields", fields}}}};
    return {{"type", "object"},
            {"required", json::Array{"error"}},
            {"properties", json::Object{{"error", inner}}}};
}

std::string lower(std::string_view method) {
    std::string result(method);
    std::ranges::transform(result, result.begin(), [](char c) { return char(c | 0x20); });
    return result;
}

}  // namespace

json::Object openapi(const std::vector<Route>& routes, std::string_view version,
                     const json::Object& known, std::string_view base) {
    const auto& described_routes = known.at("routes").as<json::Object>();
    auto named = known.at("schemas").as<json::Object>();
    named.set("Error", error_schema());
    json::Object paths;
    for (const Route& route : routes) {
        if (!route.path.starts_with("/api/")) continue;
        if (!paths.find(route.path)) paths.set(route.path, json::Object{});
        paths.at(route.path)
            .get_if<json::Object>()
            ->set(lower(route.method), operation(route, described_routes));
    }
    return {{"openapi", "3.1.0"},
            {"info", info(version)},
            {"servers", servers(base)},
            {"tags", tags()},
            {"paths", paths},
            {"components",
             json::Object{{"schemas", std::move(named)}, {"securitySchemes", security_schemes()}}}};
}

}  // namespace gongkai::http
