#include "site/guard.h"

#include "base/secrets.h"
#include "base/whole_number.h"
#include "journal/log_name.h"
#include "site/refusal.h"

namespace gongkai::site {

namespace {

using http::Request;
using http::Response;

bool changes(const Request& request) { return request.method != "GET" && request.method != "HEAD"; }

Response refused(int status, std::string code, std::string message) {
    return refusal(status, {ErrorKind::Forbidden, std::move(code), std::move(message)});
}

// Whoever gave him the password could do in his name what he answers for.
Status may_work(const Services& services, const organs::Account& account) {
    if (account.must_change_password)
        return Error{ErrorKind::Forbidden, "door.password",
                     "这个密码是别人替您设的。请先换成只有您知道的密码，再办理业务。"};
    if (services.desks->second_factor.is_missing(account))
        return Error{ErrorKind::Forbidden, "door.factor",
                     "您的角色登录时要使用动态验证码。请先启用，再办理业务。"};
    return Done{};
}

bool has_token(const Request& request, const organs::Session& session) {
    const auto given = request.header("X-CSRF-Token");
    return !given.empty() && same_secret(given, session.csrf);
}

enum class Place { Door, Inside };
struct Needs {
    organs::Right right{};
    Place place{};
};

// Whether the account may ask for anything that needs this right, whatever its roles.
template <class Who>
Status may_ask(const Services& services, const Who& who, const Request& request, const Needs& needs,
               Date today) {
    if (changes(request) && !has_token(request, who.session))
        return Error{ErrorKind::Forbidden, "door.csrf", "页面已经过期，请刷新后再试。"};
    if (needs.place == Place::Door) return Done{};
    GK_CHECK(may_work(services, who.account));
    const bool works =
        needs.right != organs::Right::SignedIn && needs.right != organs::Right::ManagePeople;
    if (!changes(request) || !works) return Done{};
    return home_goes_on(services, who.account, today);
}

}  // namespace

Status home_goes_on(const Services& services, const organs::Account& account, Date today) {
    const auto home = services.desks->organs.find({account.region, account.organ});
    if (!home.ok() || !home.value().valid_until || today <= *home.value().valid_until)
        return Done{};
    return Error{
        ErrorKind::Forbidden, "organ.ended",
        "“" + home.value().name + "”已经终止，不能再办理业务。请向系统管理员了解由谁承继。"};
}

std::optional<std::int64_t> plain_number(std::string_view text) {
    if (text.starts_with('-')) return {};
    return whole_number(text);
}

std::optional<int> year_of_path(std::string_view text) {
    const auto year = plain_number(text);
    if (!year || *year < 2000 || *year > 2200) return {};
    return int(*year);
}

journal::LogKey organ_named(const Request& request) {
    return journal::log_named(request.parameter("organ")).value_or(journal::LogKey{-1, -1});
}

namespace {

std::function<Response(const Request&)> behind(const Services& services, Needs needs, Work work) {
    return [&services, needs, work = std::move(work)](const Request& request) {
        const auto now = services.now();
        auto who = services.desks->door.who_is(std::string(request.cookie(session_cookie)), now);
        if (!who) return refused(401, "door.sign-in", "请先登录。登录后会回到这里。");
        const auto named = request.parameter("organ");
        const auto organ = named.empty() ? journal::LogKey{who->account.region, who->account.organ}
                                         : organ_named(request);
        if (const auto may = may_ask(services, *who, request, needs, china_day(now)); !may.ok())
            return refusal(403, may.error());
        // Of his own body his roles say all.
        const bool home = organ == journal::LogKey{who->account.region, who->account.organ};
        const auto reach =
            home ? organs::Reach{} : services.desks->organs.reach(who->account, china_day(now));
        const auto allowed = [&](organs::Right other) {
            return organs::may(who->account, other, organ, reach);
        };
        const Caller caller{
            who->account, who->session, organ, {{who->account.id, now}, allowed}, china_day(now)};
        if (const auto may = desk::check_right(caller.actor, needs.right); !may.ok())
            return refusal(403, may.error());
        Response response = work(request, caller);
        response.set("Cache-Control", "no-store");
        return response;
    };
}

}  // namespace

std::function<Response(const Request&)> guarded(const Services& services, organs::Right right,
                                                Work work) {
    return behind(services, {right, Place::Inside}, std::move(work));
}

std::function<Response(const Request&)> guarded_at_door(const Services& services, Work work) {
    return behind(services, {organs::Right::SignedIn, Place::Door}, std::move(work));
}

}  // namespace gongkai::site
