#include <boost/json.hpp>

#include "web/api/fields.h"
#include "web/api/office_routes.h"
#include "web/api/routes.h"
#include "web/guard.h"
#include "web/http/dispatch.h"

namespace gongkai::web::api {

namespace json = boost::json;
using http::Request;
using http::Response;
using http::Route;
using organs::Right;

namespace {

json::object account_json(const organs::Account& account, const organs::Session& session) {
    json::array roles, rights;
    for (const auto role : account.roles)
        roles.push_back(json::object{{"id", name(role)}, {"name", chinese(role)}});
    for (int i = 0; i < organs::rights; ++i)
        for (const auto role : account.roles)
            if (grants(role, Right(i))) {
                rights.push_back(json::value(name(Right(i))));
                break;
            }
    return {{"id", account.id},
            {"login", account.login},
            {"organ", organ_in_path({account.region, account.organ})},
            {"roles", std::move(roles)},
            {"rights", std::move(rights)},
            {"csrf", session.csrf}};
}

std::string cookie(const std::string& value, bool gone) {
    return std::string(session_cookie) + "=" + value +
           "; Path=/; Secure; HttpOnly; SameSite=Strict" + (gone ? "; Max-Age=0" : "");
}

Response sign_in(const Services& services, const Request& request) {
    const auto fields = Fields::of(request);
    if (!fields.ok()) return refused(fields.error());
    const auto login = fields.value().text("login", "登录名");
    const auto password = fields.value().text("password", "密码");
    if (!login.ok()) return refused(login.error());
    if (!password.ok()) return refused(password.error());
    const auto opened =
        services.door->sign_in(*services.office, services.now(), login.value(), password.value());
    if (!opened.ok()) return refused(opened.error());
    auto response = http::json_answer(
        200, json::serialize(account_json(opened.value().account, opened.value().session)) + "\n");
    response.set("Set-Cookie", cookie(opened.value().cookie, false));
    response.set("Cache-Control", "no-store");
    return response;
}

}  // namespace

Route work_route(const Services& services, std::string_view method, std::string_view path,
                 std::string_view title, Right right, Handler handler, std::size_t body_limit,
                 Parameters parameters, std::string_view answers) {
    return {method,
            path,
            title,
            body_limit,
            right,
            answers,
            std::move(parameters),
            guarded(services, right, [&services, handler](const Request& it, const Caller& caller) {
                return handler(services, it, caller);
            })};
}

Response answer(int status, const json::object& it) {
    return http::json_answer(status, json::serialize(it) + "\n");
}

Response download(std::string_view media_type, std::string_view file_name, std::string bytes) {
    Response response{200, {}, std::move(bytes)};
    response.set("Content-Type", media_type);
    response.set("Content-Disposition", "attachment; filename*=UTF-8''" + http::encoded(file_name));
    return response;
}

Response no_right(Right right) {
    return refused(
        {ErrorKind::Forbidden, "door.right",
         "您的账号没有“" + std::string(chinese(right)) + "”的权限，请由有权限的人办理。"});
}

Response refused(const Error& error) { return refusal(http::status_of(error.kind), error); }

std::vector<Route> session_routes(const Services& services) {
    return {
        {"POST",
         "/api/session",
         "登录",
         http::usual_body,
         Right::Public,
         json_type,
         {},
         [&services](const Request& it) { return sign_in(services, it); }},
        {"GET",
         "/api/session",
         "当前账号",
         http::usual_body,
         Right::SignedIn,
         json_type,
         {},
         guarded(services, Right::SignedIn,
                 [](const Request&, const Caller& caller) {
                     return http::json_answer(
                         200, json::serialize(account_json(caller.account, caller.session)) + "\n");
                 })},
        {"DELETE",
         "/api/session",
         "退出",
         http::usual_body,
         Right::SignedIn,
         json_type,
         {},
         guarded(services, Right::SignedIn,
                 [&services](const Request& request, const Caller&) {
                     services.office->sessions.end(std::string(request.cookie(session_cookie)));
                     auto response = http::json_answer(200, "{}\n");
                     response.set("Set-Cookie", cookie("", true));
                     return response;
                 })},
    };
}

}  // namespace gongkai::web::api
