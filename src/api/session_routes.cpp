#include <algorithm>

#include "api/fields.h"
#include "api/json_parts.h"
#include "api/office_routes.h"
#include "http/dispatch.h"
#include "journal/log_name.h"
#include "site/guard.h"
#include "site/refusal.h"
#include "site/visitor_limits.h"

namespace gongkai::api {

using http::Request;
using http::Response;
using http::Route;
using organs::Right;

namespace {

json::Object account_json(const site::Services& services, const organs::Account& account,
                          const organs::Session& session) {
    const auto person = services.desks->accounts.person(account);
    json::Array roles, rights;
    for (const auto role : account.roles)
        roles.push_back(json::Object{{"id", name(role)}, {"name", chinese(role)}});
    for (std::size_t i = 0; i < count_of<Right>; ++i)
        if (std::ranges::any_of(account.roles,
                                [&](organs::Role role) { return grants(role, Right(i)); }))
            rights.push_back(json::Value(name(Right(i))));
    return {{"id", account.id},
            {"login", account.login},
            {"name", person.name},
            {"today", iso(china_day(services.now()))},
            {"must_change_password", account.must_change_password},
            {"second_factor", account.has_second_factor()},
            {"must_enrol", services.desks->second_factor.is_missing(account)},
            {"untold", events_json(services.desks->account_log.untold(account))},
            {"organ", journal::log_name({account.region, account.organ})},
            {"roles", std::move(roles)},
            {"rights", std::move(rights)},
            {"csrf", session.csrf}};
}

desk::Whence whence(const Request& request) {
    return {request.client, std::string(request.cookie(site::device_cookie)),
            std::string(request.header("User-Agent"))};
}

// For this site's own pages alone, over TLS alone, and for no script.
constexpr std::string_view kept_safe = "; Path=/; Secure; HttpOnly; SameSite=Strict";

std::string cookie(const std::string& value, bool gone) {
    return std::string(site::session_cookie) + "=" + value + std::string(kept_safe) +
           (gone ? "; Max-Age=0" : "");
}

// The answer to whoever has just come in.
Response let_in(const site::Services& services, const Result<desk::Door::Opened>& opened) {
    if (!opened.ok()) return refused(opened.error());
    const auto& it = opened.value();
    auto response = answer(200, account_json(services, it.account, it.session));
    response.set("Set-Cookie", cookie(it.cookie, false));
    // The browser is known again for a year, also where others guess at the password.
    response.headers.push_back({"Set-Cookie", std::string(site::device_cookie) + "=" + it.device +
                                                  std::string(kept_safe) + "; Max-Age=31536000"});
    response.set("Cache-Control", "no-store");
    return response;
}

Response sign_in(const site::Services& services, const Request& request) {
    const auto fields = Fields::of(request);
    if (!fields.ok()) return refused(fields.error());
    const auto login = fields.value().text("login", "登录名");
    const auto password = fields.value().text("password", "密码");
    if (!login.ok()) return refused(login.error());
    if (!password.ok()) return refused(password.error());
    std::string code;
    if (const auto taken = fields.value().take("code", "验证码", code); !taken.ok())
        return refused(taken.error());
    return let_in(services, services.desks->door.sign_in(services.now(), login.value(),
                                                         password.value(), whence(request), code));
}

// One that somebody else has set must not stay under another name.
Error same_password() {
    const std::string message = "新密码不能与原密码相同，请另换一个。";
    return {ErrorKind::Invalid, "account.password", message, {{"new", message}}};
}

// The old password is asked for at the door, which stays shut after wrong ones. All sessions end,
// and a new one begins.
Response change_password(const site::Services& services, const Request& request,
                         const site::Caller& caller) {
    const auto fields = Fields::of(request);
    if (!fields.ok()) return refused(fields.error());
    const auto old = fields.value().text("old", "原密码");
    const auto wanted = fields.value().text("new", "新密码");
    if (!old.ok()) return refused(old.error());
    if (!wanted.ok()) return refused(wanted.error());
    if (wanted.value() == old.value()) return refused(same_password());
    const auto known =
        services.desks->door.confirm(services.now(), caller.account, old.value(), whence(request));
    if (!known.ok()) return refused(known.error());
    const auto changed = services.desks->accounts.change_password(
        caller.actor, caller.account.region, caller.account.id, wanted.value());
    if (!changed.ok()) return refused(changed.error());
    return let_in(services,
                  services.desks->door.let_in(services.now(), changed.value(), whence(request)));
}

Response show_session(const site::Services& services, const Request&, const site::Caller& caller) {
    return answer(200, account_json(services, caller.account, caller.session));
}

Response list_sessions(const site::Services& services, const Request&, const site::Caller& caller) {
    json::Array all;
    for (const auto& session : services.desks->sessions.open(caller.session, services.now()))
        all.push_back(json::Object{{"id", session.id},
                                   {"device", session.device},
                                   {"address", session.address},
                                   {"begun", moment(session.begun)},
                                   {"used", moment(session.used)},
                                   {"current", session.id == caller.session.id}});
    return answer(200, {{"sessions", std::move(all)},
                        {"idle_minutes", services.desks->sessions.idle_minutes()}});
}

Response end_session(const site::Services& services, const Request& request,
                     const site::Caller& caller) {
    const auto ended =
        services.desks->sessions.end(caller.session, std::string(request.parameter("session")));
    return ended.ok() ? answer(200, {}) : refused(ended.error());
}

Response end_other_sessions(const site::Services& services, const Request&,
                            const site::Caller& caller) {
    services.desks->sessions.end_others(caller.session);
    return answer(200, {});
}

Response sign_out(const site::Services& services, const Request& request, const site::Caller&) {
    services.desks->door.sign_out(std::string(request.cookie(site::session_cookie)));
    auto response = http::json_answer(200, json::Object{});
    response.set("Set-Cookie", cookie("", true));
    return response;
}

}  // namespace

Route work_route(const site::Services& services, std::string_view method, std::string_view path,
                 std::string_view title, Right right,
                 Response (*handler)(const site::Services&, const Request&, const site::Caller&)) {
    return work_route(services, method, path, title, right,
                      [&services, handler](const Request& it, const site::Caller& caller) {
                          return handler(services, it, caller);
                      });
}

Route work_route(const site::Services& services, std::string_view method, std::string_view path,
                 std::string_view title, Right right, site::Work work) {
    return Route::open(method, path, title, json_type,
                       site::guarded(services, right, std::move(work)))
        .needing(right);
}

Route door_route(const site::Services& services, std::string_view method, std::string_view path,
                 std::string_view title,
                 Response (*handler)(const site::Services&, const Request&, const site::Caller&)) {
    const auto work = [&services, handler](const Request& it, const site::Caller& caller) {
        return handler(services, it, caller);
    };
    return Route::open(method, path, title, json_type, site::guarded_at_door(services, work))
        .needing(Right::SignedIn);
}

Route public_route(const site::Services& services, std::string_view method, std::string_view path,
                   std::string_view title,
                   Response (*handler)(const site::Services&, const Request&)) {
    return Route::open(method, path, title, json_type,
                       [&services, handler](const Request& it) { return handler(services, it); });
}

Response answer(int status, const json::Object& it) { return http::json_answer(status, it); }

Response download(std::string_view media_type, std::string_view file_name, std::string bytes) {
    Response response{200, {}, std::move(bytes)};
    response.set("Content-Type", media_type);
    return response.set("Content-Disposition", http::as_download(file_name));
}

Response download(std::string_view media_type, std::string_view file_name,
                  const disclosure::KeptFile& file) {
    auto response = http::streamed_answer(file.bytes, http::strong_tag_of(file.digest));
    response.set("Content-Type", media_type);
    return response.set("Content-Disposition", http::as_download(file_name));
}

Response refused(const Error& error) { return site::refusal(http::status_of(error.kind), error); }

Response too_often(const site::Services& services, const Request& request, const Error& error) {
    auto response = site::refusal(site::VisitorLimits::too_often, error);
    services.limits->tell_when(response, request, error, services.now());
    return response;
}

std::vector<Route> session_routes(const site::Services& services) {
    return {
        public_route(services, "POST", "/api/session", "登录", sign_in).hashing().refusing({403}),
        door_route(services, "GET", "/api/session", "当前账号", show_session),
        door_route(services, "POST", "/api/session/password", "更换自己的密码", change_password)
            .hashing(),
        door_route(services, "DELETE", "/api/session", "退出", sign_out),
        work_route(services, "GET", "/api/sessions", "自己的登录", Right::SignedIn, list_sessions),
        work_route(services, "DELETE", "/api/sessions", "退出其他各处的登录", Right::SignedIn,
                   end_other_sessions),
        work_route(services, "DELETE", "/api/sessions/{session}", "退出一处登录", Right::SignedIn,
                   end_session),
    };
}

}  // namespace gongkai::api
