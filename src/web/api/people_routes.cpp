#include "web/api/fields.h"
#include "web/api/office_routes.h"
#include "web/guard.h"

namespace gongkai::web::api {

using http::Request;
using http::Response;
using http::Route;
using organs::Right;

namespace {

json::Object organ_json(const organs::Organ& it) {
    json::Array former;
    for (const auto& name : it.former_names)
        former.push_back(json::Object{{"name", name.name}, {"until", iso(name.until)}});
    return {{"id", organ_in_path(it.key)},
            {"name", it.name},
            {"kind", name(it.kind)},
            {"level", name(it.level)},
            {"division_code", it.division_code},
            {"credit_code", it.credit_code},
            {"parent",
             it.parent ? json::Value(organ_in_path({it.key.region, *it.parent})) : json::Value()},
            {"contact", contact_json(it.contact)},
            {"remedies", json::Object{{"review_organ", it.remedies.review_organ},
                                      {"court", it.remedies.court},
                                      {"online_review", it.remedies.online_review}}},
            {"valid_from", iso(it.valid_from)},
            {"valid_until", it.valid_until ? json::Value(iso(*it.valid_until)) : json::Value()},
            {"former_names", std::move(former)}};
}

// A body of the caller's region, by its number.
Status take_organ(const Fields& fields, std::string_view name, std::string_view label,
                  std::int64_t region, std::optional<std::int64_t>& into) {
    std::string printed;
    GK_CHECK(fields.take(name, label, printed));
    if (printed.empty()) return Done{};
    const auto key = organ_of_path(printed);
    if (!key || key->region != region)
        return Error{ErrorKind::Invalid, "fields.kind",
                     "“" + std::string(label) + "”应是本地区机关的编号，如 " +
                         organ_in_path({region, 3}) + "，现为" + in_quotes(printed) + "。"};
    into = key->organ;
    return Done{};
}

Result<organs::Contact> contact_of(const Fields& fields) {
    organs::Contact it;
    GK_TRY(given, fields.object("contact", "联系方式"));
    GK_CHECK(given.take("unit", "工作机构", it.unit));
    GK_CHECK(given.take("address", "办公地址", it.address));
    GK_CHECK(given.take("hours", "办公时间", it.hours));
    GK_CHECK(given.take("phone", "联系电话", it.phone));
    GK_CHECK(given.take("fax", "传真", it.fax));
    GK_CHECK(given.take("web", "网址", it.web));
    return it;
}

Status take_remedies(const Fields& fields, organs::Remedies& into) {
    GK_TRY(given, fields.object("remedies", "救济渠道"));
    GK_CHECK(given.take("review_organ", "复议机关", into.review_organ));
    GK_CHECK(given.take("court", "管辖法院", into.court));
    GK_CHECK(given.take("online_review", "网上复议渠道", into.online_review));
    return Done{};
}

Result<organs::Organ> organ_of(const Fields& fields, std::int64_t region) {
    organs::Organ it;
    it.key.region = region;
    GK_TRY(name, fields.text("name", "机关名称"));
    GK_TRY(kind, word(fields, "kind", "机关类别", organs::organ_kind));
    GK_TRY(level, word(fields, "level", "级别", organs::level));
    GK_TRY(valid_from, fields.day("valid_from", "成立日期"));
    it.name = name;
    it.kind = kind;
    it.level = level;
    it.valid_from = valid_from;
    GK_CHECK(fields.take("valid_until", "终止日期", it.valid_until));
    GK_CHECK(fields.take("division_code", "区划代码", it.division_code));
    GK_CHECK(fields.take("credit_code", "统一社会信用代码", it.credit_code));
    GK_CHECK(take_organ(fields, "parent", "上级机关", region, it.parent));
    GK_TRY(contact, contact_of(fields));
    it.contact = std::move(contact);
    GK_CHECK(take_remedies(fields, it.remedies));
    return it;
}

Response save_organ(const Services& services, const Request& request, const Caller& caller,
                    bool anew) {
    const auto fields = Fields::of(request);
    if (!fields.ok()) return refused(fields.error());
    auto wanted = organ_of(fields.value(), caller.account.region);
    if (!wanted.ok()) return refused(wanted.error());
    if (!anew) wanted.value().key = caller.organ;
    const auto saved = anew
                           ? desk::create_organ(*services.office, caller.signature, wanted.value())
                           : desk::change_organ(*services.office, caller.signature, wanted.value());
    if (!saved.ok()) return refused(saved.error());
    return answer(anew ? 201 : 200, organ_json(saved.value()));
}

Response create_organ(const Services& services, const Request& request, const Caller& caller) {
    return save_organ(services, request, caller, true);
}

Response change_organ(const Services& services, const Request& request, const Caller& caller) {
    return save_organ(services, request, caller, false);
}

Response list_organs(const Services& services, const Request&, const Caller& caller) {
    json::Array all;
    services.office->ledger.look([&](const journal::View& view) {
        for (const auto& it : services.office->organs.all(view, caller.account.region))
            all.push_back(organ_json(it));
    });
    return answer(200, {{"organs", std::move(all)}});
}

json::Object account_json(const organs::Account& it) {
    json::Array roles;
    for (const auto role : it.roles)
        roles.push_back(json::Value(name(role)));
    return {{"id", it.id},
            {"login", it.login},
            {"organ", organ_in_path({it.region, it.organ})},
            {"roles", std::move(roles)},
            {"active", it.active},
            {"must_change_password", it.must_change_password}};
}

// A password that somebody else has to change when he comes in with it.
Response reset_password(const Services& services, const Request& request, const Caller& caller) {
    const auto fields = Fields::of(request);
    if (!fields.ok()) return refused(fields.error());
    const auto password = fields.value().text("password", "密码");
    if (!password.ok()) return refused(password.error());
    const auto changed = desk::change_password(
        *services.office, caller.signature, caller.account.region,
        "account/" + std::string(request.parameter("account")), password.value());
    if (!changed.ok()) return refused(changed.error());
    return answer(200, {});
}

Response list_accounts(const Services& services, const Request&, const Caller& caller) {
    json::Array all;
    services.office->ledger.look([&](const journal::View& view) {
        for (const auto& it : services.office->accounts.all(view, caller.account.region)) {
            auto account = account_json(it);
            account["name"] = desk::person_of(view, it).name;
            all.push_back(std::move(account));
        }
    });
    return answer(200, {{"accounts", std::move(all)}});
}

// So that whoever reads a record sees which colleague made it; names alone.
Response list_people(const Services& services, const Request&, const Caller& caller) {
    json::Array all;
    services.office->ledger.look([&](const journal::View& view) {
        for (const auto& it : services.office->accounts.all(view, caller.account.region))
            all.push_back(json::Object{{"id", it.id},
                                       {"name", desk::person_of(view, it).name},
                                       {"organ", organ_in_path({it.region, it.organ})}});
    });
    return answer(200, {{"people", std::move(all)}});
}

Result<std::set<organs::Role>> roles_of(const Fields& fields) {
    std::set<organs::Role> roles;
    std::vector<std::string> names;
    GK_CHECK(fields.take("roles", "角色", names));
    for (const auto& name : names) {
        const auto role = organs::role(name);
        if (!role)
            return Error{ErrorKind::Invalid, "fields.kind",
                         "没有" + in_quotes(name) + "这种角色。"};
        roles.insert(*role);
    }
    return roles;
}

Result<desk::NewAccount> account_of(const Fields& fields, std::int64_t region) {
    desk::NewAccount it;
    std::optional<std::int64_t> organ;
    GK_TRY(roles, roles_of(fields));
    it.roles = std::move(roles);
    GK_CHECK(fields.text("organ", "所在机关"));
    GK_CHECK(take_organ(fields, "organ", "所在机关", region, organ));
    it.organ = *organ;
    GK_CHECK(fields.take("login", "登录名", it.login));
    GK_CHECK(fields.take("password", "密码", it.password));
    GK_CHECK(fields.take("name", "姓名", it.person.name));
    GK_CHECK(fields.take("phone", "电话", it.person.phone));
    return it;
}

Response create_account(const Services& services, const Request& request, const Caller& caller) {
    const auto fields = Fields::of(request);
    if (!fields.ok()) return refused(fields.error());
    const auto wanted = account_of(fields.value(), caller.account.region);
    if (!wanted.ok()) return refused(wanted.error());
    const auto made = desk::create_account(*services.office, caller.signature,
                                           caller.account.region, wanted.value());
    if (!made.ok()) return refused(made.error());
    return answer(201, account_json(made.value()));
}

Response change_account(const Services& services, const Request& request, const Caller& caller) {
    const auto fields = Fields::of(request);
    if (!fields.ok()) return refused(fields.error());
    const auto roles = roles_of(fields.value());
    if (!roles.ok()) return refused(roles.error());
    bool active = true;
    const auto taken = fields.value().has("active")
                           ? fields.value().take("active", "启用", active)
                           : Status(Error{ErrorKind::Invalid, "fields.missing", "请填写“启用”。"});
    if (!taken.ok()) return refused(taken.error());
    const auto saved = desk::change_account(
        *services.office, caller.signature, caller.account.region,
        "account/" + std::string(request.parameter("account")), roles.value(), active);
    if (!saved.ok()) return refused(saved.error());
    return answer(200, account_json(saved.value()));
}

}  // namespace

json::Object contact_json(const organs::Contact& it) {
    return {{"unit", it.unit},   {"address", it.address}, {"hours", it.hours},
            {"phone", it.phone}, {"fax", it.fax},         {"web", it.web}};
}

std::vector<Route> people_routes(const Services& services) {
    const auto route = [&](auto... parts) { return work_route(services, parts...); };
    return {
        route("GET", "/api/organs", "本地区的机关", Right::SignedIn, list_organs),
        route("POST", "/api/organs", "登记机关", Right::ManagePeople, create_organ),
        route("PUT", "/api/organs/{organ}", "修改机关", Right::ManagePeople, change_organ),
        route("GET", "/api/people", "本地区的工作人员", Right::SignedIn, list_people),
        route("GET", "/api/accounts", "账号", Right::ManagePeople, list_accounts),
        route("POST", "/api/accounts", "开设账号", Right::ManagePeople, create_account),
        route("PUT", "/api/accounts/{account}", "修改账号", Right::ManagePeople, change_account),
        route("POST", "/api/accounts/{account}/password", "重设账号的密码", Right::ManagePeople,
              reset_password),
    };
}

}  // namespace gongkai::web::api
