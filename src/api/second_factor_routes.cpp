#include "api/fields.h"
#include "api/json_parts.h"
#include "api/office_routes.h"
#include "site/guard.h"

namespace gongkai::api {

using http::Request;
using http::Response;
using http::Route;
using organs::Right;

namespace {

constexpr std::string_view platform = "政府信息公开工作平台";

// What an authenticator program takes, as its makers have agreed on:
// otpauth://totp/ISSUER:LOGIN?secret=…&issuer=ISSUER
std::string address_of(const site::Services& services, const std::string& login,
                       const std::string& secret) {
    const std::string issuer =
        http::encoded(services.site.name.empty() ? platform : std::string_view(services.site.name));
    return "otpauth://totp/" + issuer + ":" + http::encoded(login) + "?secret=" + secret +
           "&issuer=" + issuer;
}

Response new_secret(const site::Services& services, const Request&, const site::Caller& caller) {
    const auto secret = services.desks->second_factor.new_secret(caller.account, caller.session);
    return answer(
        200, {{"secret", secret}, {"address", address_of(services, caller.account.login, secret)}});
}

// The password is asked for again: a session that was left open must not shut out its owner.
Response enrol(const site::Services& services, const Request& request, const site::Caller& caller) {
    const auto fields = Fields::of(request);
    if (!fields.ok()) return refused(fields.error());
    const auto password = fields.value().text("password", "登录密码");
    if (!password.ok()) return refused(password.error());
    const auto code = fields.value().text("code", "验证码");
    if (!code.ok()) return refused(code.error());
    const auto known = services.desks->door.confirm(
        services.now(), caller.account, password.value(),
        {request.client, std::string(request.cookie(site::device_cookie)), {}});
    if (!known.ok()) return refused(known.error());
    const auto codes = services.desks->second_factor.enrol(caller.actor, caller.account,
                                                           caller.session, code.value());
    if (!codes.ok()) return refused(codes.error());
    return answer(200, {{"recovery_codes", json::array_of(codes.value())}});
}

Response own_log(const site::Services& services, const Request&, const site::Caller& caller) {
    const auto& desks = *services.desks;
    return answer(
        200, {{"events", events_json(desks.account_log.of_account(caller.account))},
              {"recovery_codes_left", desks.second_factor.recovery_codes_left(caller.account)}});
}

Response told(const site::Services& services, const Request&, const site::Caller& caller) {
    const auto done = services.desks->account_log.told(caller.actor, caller.account);
    return done.ok() ? answer(200, {}) : refused(done.error());
}

}  // namespace

std::vector<Route> second_factor_routes(const site::Services& services) {
    const auto route = [&](auto... parts) { return work_route(services, parts...); };
    return {
        door_route(services, "POST", "/api/session/second-factor/secret", "动态验证码的新密钥",
                   new_secret),
        door_route(services, "POST", "/api/session/second-factor", "启用动态验证码", enrol)
            .hashing(),
        route("GET", "/api/session/log", "自己账号的变动，新的在前", Right::SignedIn, own_log),
        route("POST", "/api/session/told", "知悉账号的变动", Right::SignedIn, told),
    };
}

}  // namespace gongkai::api
