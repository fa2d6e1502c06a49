#include <algorithm>
#include <initializer_list>

#include "api/fields.h"
#include "api/given_act.h"
#include "api/listing.h"
#include "api/office_routes.h"
#include "journal/log_name.h"
#include "organs/head_title.h"
#include "site/guard.h"

namespace gongkai::api {

using http::Request;
using http::Response;
using http::Route;
using organs::Right;

namespace {

json::Object organ_json(const organs::Organ& organ) {
    const organs::OrganRecord& record = organ;
    auto out = records::write_record(records::fields_of<organs::OrganRecord>, &record,
                                     records::nothing_opened());
    out.prepend({"id", journal::log_name(organ.key)});
    out.set("parent", organ.parent
                          ? json::Value(journal::log_name({organ.key.region, *organ.parent}))
                          : json::Value());
    if (!organ.valid_until) out.set("valid_until", json::Value());
    out.set("head_title", organs::head_title(organ));
    out.set("successor", organ.successor
                             ? json::Value(journal::log_name({organ.key.region, *organ.successor}))
                             : json::Value());
    json::Array further;
    for (const auto number : organ.further_successors)
        further.emplace_back(journal::log_name({organ.key.region, number}));
    out.set("further_successors", std::move(further));
    out.set("seen", organ.acts);
    return out;
}

Result<std::int64_t> number_of_organ(const std::string& printed, std::string_view label,
                                     std::int64_t region) {
    const auto key = journal::log_named(printed);
    if (!key || key->region != region)
        return Error{ErrorKind::Invalid, "fields.kind",
                     "“" + std::string(label) + "”应是本地区机关的编号，如 " +
                         journal::log_name({region, 3}) + "，现为" + in_quotes(printed) + "。"};
    return key->organ;
}

// A body of the caller's region, by its number.
Status take_organ(const Fields& fields, std::string_view name, std::string_view label,
                  std::int64_t region, std::optional<std::int64_t>& into) {
    std::string printed;
    GK_CHECK(fields.take(name, label, printed));
    if (printed.empty()) return Done{};
    GK_TRY(number, number_of_organ(printed, label, region));
    into = number;
    return Done{};
}

Status take_organs(const Fields& fields, std::string_view name, std::string_view label,
                   std::int64_t region, std::vector<std::int64_t>& into) {
    std::vector<std::string> all;
    GK_CHECK(fields.take(name, label, all));
    for (const auto& printed : all) {
        GK_TRY(number, number_of_organ(printed, label, region));
        into.push_back(number);
    }
    return Done{};
}

Result<organs::Organ> organ_of(const Fields& fields, std::int64_t region) {
    organs::Organ organ;
    organ.key.region = region;
    GK_CHECK(take_organ(fields, "parent", "上级机关", region, organ.parent));
    auto given = fields.all();
    GK_CHECK(take_organ(fields, "successor", "承继机关", region, organ.successor));
    GK_CHECK(take_organs(fields, "further_successors", "其他承继机关", region,
                         organ.further_successors));
    for (const std::string_view own : {"parent", "successor", "further_successors", "seen"})
        given.erase(own);
    organs::OrganRecord& record = organ;
    GK_CHECK(records::read_record(given, records::fields_of<organs::OrganRecord>, &record, "机关"));
    return organ;
}

Response save_organ(const site::Services& services, const Request& request,
                    const site::Caller& caller, bool anew) {
    const auto fields = Fields::of(request);
    if (!fields.ok()) return refused(fields.error());
    auto wanted = organ_of(fields.value(), caller.account.region);
    if (!wanted.ok()) return refused(wanted.error());
    if (anew) {
        const auto made = services.desks->organs.create(caller.actor, wanted.value());
        return made.ok() ? answer(201, organ_json(made.value())) : refused(made.error());
    }
    const auto seen = seen_of(fields.value());
    if (!seen.ok()) return refused(seen.error());
    wanted.value().key = caller.organ;
    const auto saved = services.desks->organs.change(caller.actor, wanted.value(), seen.value());
    if (!saved.ok()) return refused(saved.error());
    return answer(200, organ_json(saved.value()));
}

Response create_organ(const site::Services& services, const Request& request,
                      const site::Caller& caller) {
    return save_organ(services, request, caller, true);
}

Response change_organ(const site::Services& services, const Request& request,
                      const site::Caller& caller) {
    return save_organ(services, request, caller, false);
}

// Outside a body is named by region and number, in lists by its number: what the filters of these
// names say as numbers. One of another region is no body of the list.
void number_organs(records::Ask& ask, std::int64_t region,
                   std::initializer_list<std::string_view> names) {
    for (auto& filter : ask.filters) {
        if (std::ranges::find(names, filter.name) == names.end()) continue;
        std::string numbers;
        for (std::size_t from = 0; from <= filter.value.size();) {
            const auto comma = std::min(filter.value.find(',', from), filter.value.size());
            const auto key = journal::log_named(filter.value.substr(from, comma - from));
            const bool here = key && key->region == region;
            (numbers += numbers.empty() ? "" : ",") += here ? std::to_string(key->organ) : "-1";
            from = comma + 1;
        }
        filter.value = std::move(numbers);
    }
}

Response list_organs(const site::Services& services, const Request& request,
                     const site::Caller& caller) {
    auto ask = ask_of(request);
    if (!ask.ok()) return refused(ask.error());
    number_organs(ask.value(), caller.account.region, {"id", "parent"});
    const auto page = services.desks->organs.page(caller.account.region, ask.value());
    if (!page.ok()) return refused(page.error());
    return answer(200, page_json("organs", page.value().shown(organ_json)));
}

json::Object account_json(const organs::Account& account) {
    const organs::AccountRecord& record = account;
    auto out = records::write_record(records::fields_of<organs::AccountRecord>, &record,
                                     records::nothing_opened());
    out.prepend({"id", account.id});
    out.set("organ", journal::log_name({account.region, account.organ}));
    out.set("second_factor", account.has_second_factor());
    out.set("seen", account.acts);
    return out;
}

std::string account_named(const Request& request) {
    return "account/" + std::string(request.parameter("account"));
}

// The telephone is lost: he comes in with his password alone, and is told so.
Response reset_factor(const site::Services& services, const Request& request,
                      const site::Caller& caller) {
    const auto reset = services.desks->second_factor.reset(caller.actor, caller.account.region,
                                                           account_named(request));
    return reset.ok() ? answer(200, {}) : refused(reset.error());
}

// A password that somebody else has to change when he comes in with it.
Response reset_password(const site::Services& services, const Request& request,
                        const site::Caller& caller) {
    const auto fields = Fields::of(request);
    if (!fields.ok()) return refused(fields.error());
    const auto password = fields.value().text("password", "密码");
    if (!password.ok()) return refused(password.error());
    const auto id = account_named(request);
    if (id == caller.account.id)
        return refused({ErrorKind::Forbidden, "account.own-password",
                        "自己的密码请到“修改密码”更换，要填写原密码。"});
    const auto changed = services.desks->accounts.change_password(
        caller.actor, caller.account.region, id, password.value());
    if (!changed.ok()) return refused(changed.error());
    services.desks->door.forgive(changed.value().login);
    return answer(200, {});
}

json::Object known_json(const desk::KnownAccount& it) {
    auto account = account_json(it.account);
    account.set("name", it.person.name);
    return account;
}

// So that whoever reads a record sees which colleague made it; names alone.
json::Object colleague_json(const desk::KnownAccount& it) {
    return {{"id", it.account.id},
            {"name", it.person.name},
            {"organ", journal::log_name({it.account.region, it.account.organ})}};
}

Response known_page(const site::Services& services, const Request& request,
                    const site::Caller& caller, std::string_view plural,
                    json::Object (*shown)(const desk::KnownAccount&)) {
    auto ask = ask_of(request);
    if (!ask.ok()) return refused(ask.error());
    number_organs(ask.value(), caller.account.region, {"organ"});
    const auto page = services.desks->accounts.page(caller.account.region, ask.value());
    if (!page.ok()) return refused(page.error());
    return answer(200, page_json(plural, page.value().shown(shown)));
}

Response list_accounts(const site::Services& services, const Request& request,
                       const site::Caller& caller) {
    return known_page(services, request, caller, "accounts", known_json);
}

Response list_people(const site::Services& services, const Request& request,
                     const site::Caller& caller) {
    return known_page(services, request, caller, "people", colleague_json);
}

std::vector<http::Parameter> account_parameters() {
    return list_parameters({{"id", "账号，如 account/12，可写几个，用逗号分开"},
                            {"organ", "所在机关的编号"},
                            {"active", "1 启用，0 停用"}},
                           "organ（不写即此）或 login");
}

Result<desk::NewAccount> account_of(const Fields& fields, std::int64_t region) {
    desk::NewAccount account;
    std::optional<std::int64_t> organ;
    GK_CHECK(fields.text("organ", "所在机关"));
    GK_CHECK(take_organ(fields, "organ", "所在机关", region, organ));
    account.organ = *organ;
    auto given = fields.all();
    given.erase("organ");
    GK_CHECK(records::read_record(given, records::fields_of<desk::NewAccount>, &account, "账号"));
    return account;
}

Response create_account(const site::Services& services, const Request& request,
                        const site::Caller& caller) {
    const auto fields = Fields::of(request);
    if (!fields.ok()) return refused(fields.error());
    const auto wanted = account_of(fields.value(), caller.account.region);
    if (!wanted.ok()) return refused(wanted.error());
    const auto made =
        services.desks->accounts.create(caller.actor, caller.account.region, wanted.value());
    if (!made.ok()) return refused(made.error());
    return answer(201, account_json(made.value()));
}

Response change_account(const site::Services& services, const Request& request,
                        const site::Caller& caller) {
    const auto fields = Fields::of(request);
    if (!fields.ok()) return refused(fields.error());
    desk::AccountChange wanted;
    auto given = fields.value().all();
    given.erase("seen");
    const auto taken =
        records::read_record(given, records::fields_of<desk::AccountChange>, &wanted, "账号");
    if (!taken.ok()) return refused(taken.error());
    const auto seen = seen_of(fields.value());
    if (!seen.ok()) return refused(seen.error());
    const auto saved = services.desks->accounts.change(
        caller.actor, caller.account.region, account_named(request), wanted, seen.value());
    if (!saved.ok()) return refused(saved.error());
    return answer(200, account_json(saved.value()));
}

// 调动. A row's region never changes, and neither does an account's.
Result<desk::AccountMove> move_of(const Fields& fields, std::int64_t region) {
    desk::AccountMove wanted;
    GK_TRY(printed, fields.text("organ", "调入机关"));
    if (const auto key = journal::log_named(printed); key && key->region != region) {
        const std::string message =
            "账号不能调到别的地区：他在本地区办理的记录留在本地区。请由那个地区的系统管理员另开"
            "账号，再停用这个账号。";
        return Error{ErrorKind::NotAllowed, "account.other-region", message, {{"organ", message}}};
    }
    GK_TRY(organ, number_of_organ(printed, "调入机关", region));
    wanted.organ = organ;
    auto given = fields.all();
    for (const std::string_view own : {"organ", "seen"})
        given.erase(own);
    GK_CHECK(records::read_record(given, records::fields_of<desk::AccountMove>, &wanted, "调动"));
    return wanted;
}

Response move_account(const site::Services& services, const Request& request,
                      const site::Caller& caller) {
    const auto fields = Fields::of(request);
    if (!fields.ok()) return refused(fields.error());
    const auto wanted = move_of(fields.value(), caller.account.region);
    if (!wanted.ok()) return refused(wanted.error());
    const auto seen = seen_of(fields.value());
    if (!seen.ok()) return refused(seen.error());
    const auto moved = services.desks->accounts.move(
        caller.actor, caller.account.region, account_named(request), wanted.value(), seen.value());
    if (!moved.ok()) return refused(moved.error());
    return answer(200, account_json(moved.value()));
}

}  // namespace

json::Object contact_json(const organs::Contact& contact) {
    return records::write_record(records::fields_of<organs::Contact>, &contact,
                                 records::nothing_opened());
}

std::vector<Route> people_routes(const site::Services& services) {
    const auto route = [&](auto... parts) { return work_route(services, parts...); };
    return {
        route("GET", "/api/organs", "本地区的机关", Right::SignedIn, list_organs)
            .asking(list_parameters({{"id", "编号，可写几个，用逗号分开"},
                                     {"parent", "上级机关的编号"},
                                     {"level", "级别"},
                                     {"kind", "类别"}},
                                    "id（不写即此）、name 或 place（主管部门在前）"))
            .refusing({422}),
        route("POST", "/api/organs", "登记机关",
              records::row_for<organs::bodies::Subject, organs::bodies::Create>().right,
              create_organ),
        route("PUT", "/api/organs/{organ}", "修改机关",
              records::row_for<organs::bodies::Subject, organs::bodies::Change>().right,
              change_organ),
        route("GET", "/api/people", "本地区的工作人员", Right::SignedIn, list_people)
            .asking(account_parameters())
            .refusing({422}),
        route("GET", "/api/accounts", "账号", Right::ManagePeople, list_accounts)
            .asking(account_parameters())
            .refusing({422}),
        route("POST", "/api/accounts", "开设账号",
              records::row_for<organs::accounts::Subject, organs::accounts::Create>().right,
              create_account)
            .hashing(),
        route("PUT", "/api/accounts/{account}", "修改账号",
              records::row_for<organs::accounts::Subject, organs::accounts::Change>().right,
              change_account),
        route("POST", "/api/accounts/{account}/move", "把账号调到另一个机关",
              records::row_for<organs::accounts::Subject, organs::accounts::Move>().right,
              move_account),
        route("POST", "/api/accounts/{account}/password", "重设账号的密码", Right::ManagePeople,
              reset_password)
            .hashing(),
        route("POST", "/api/accounts/{account}/second-factor/reset", "取消账号的动态验证码",
              records::row_for<organs::accounts::Subject, organs::accounts::ResetFactor>().right,
              reset_factor),
    };
}

}  // namespace gongkai::api
