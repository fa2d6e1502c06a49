#include <boost/json.hpp>

#include "web/api/fields.h"
#include "web/api/office_routes.h"
#include "web/guard.h"

namespace gongkai::web::api {

namespace json = boost::json;
using http::Request;
using http::Response;
using http::Route;
using organs::Right;

namespace {

json::object organ_json(const organs::Organ& it) {
    json::array former;
    for (const auto& name : it.former_names)
        former.push_back(json::object{{"name", name.name}, {"until", iso(name.until)}});
    return {{"id", organ_in_path(it.key)},
            {"name", it.name},
            {"kind", name(it.kind)},
            {"level", name(it.level)},
            {"division_code", it.division_code},
            {"credit_code", it.credit_code},
            {"parent",
             it.parent ? json::value(organ_in_path({it.key.region, *it.parent})) : json::value()},
            {"contact", contact_json(it.contact)},
            {"remedies",
             {{"review_organ", it.remedies.review_organ},
              {"court", it.remedies.court},
              {"online_review", it.remedies.online_review}}},
            {"valid_from", iso(it.valid_from)},
            {"valid_until", it.valid_until ? json::value(iso(*it.valid_until)) : json::value()},
            {"former_names", std::move(former)}};
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
    it.valid_until = fields.day_if_any("valid_until");
    it.division_code = fields.text_or_empty("division_code");
    it.credit_code = fields.text_or_empty("credit_code");
    if (const auto parent = organ_of_path(fields.text_or_empty("parent")))
        it.parent = parent->organ;
    if (const auto contact = fields.object("contact"))
        it.contact = {contact->text_or_empty("unit"),  contact->text_or_empty("address"),
                      contact->text_or_empty("hours"), contact->text_or_empty("phone"),
                      contact->text_or_empty("fax"),   contact->text_or_empty("web")};
    if (const auto remedies = fields.object("remedies"))
        it.remedies = {remedies->text_or_empty("review_organ"), remedies->text_or_empty("court"),
                       remedies->text_or_empty("online_review")};
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
    json::array all;
    services.office->ledger.look([&](const journal::View& view) {
        for (const auto& it : services.office->organs.all(view, caller.account.region))
            all.push_back(organ_json(it));
    });
    return answer(200, {{"organs", std::move(all)}});
}

json::object account_json(const organs::Account& it) {
    json::array roles;
    for (const auto role : it.roles)
        roles.push_back(json::value(name(role)));
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
    json::array all;
    services.office->ledger.look([&](const journal::View& view) {
        for (const auto& it : services.office->accounts.all(view, caller.account.region)) {
            auto account = account_json(it);
            account["name"] = desk::person_of(view, it).name;
            all.push_back(std::move(account));
        }
    });
    return answer(200, {{"accounts", std::move(all)}});
}

Result<std::set<organs::Role>> roles_of(const Fields& fields) {
    std::set<organs::Role> roles;
    for (const auto& name : fields.texts("roles")) {
        const auto role = organs::role(name);
        if (!role) return Error{ErrorKind::Invalid, "fields.kind", "没有“" + name + "”这种角色。"};
        roles.insert(*role);
    }
    return roles;
}

Response create_account(const Services& services, const Request& request, const Caller& caller) {
    const auto fields = Fields::of(request);
    if (!fields.ok()) return refused(fields.error());
    const auto roles = roles_of(fields.value());
    if (!roles.ok()) return refused(roles.error());
    const auto organ = organ_of_path(fields.value().text_or_empty("organ"));
    const desk::NewAccount wanted{
        fields.value().text_or_empty("login"),
        fields.value().text_or_empty("password"),
        organ ? organ->organ : -1,
        roles.value(),
        {fields.value().text_or_empty("name"), fields.value().text_or_empty("phone")}};
    const auto made =
        desk::create_account(*services.office, caller.signature, caller.account.region, wanted);
    if (!made.ok()) return refused(made.error());
    return answer(201, account_json(made.value()));
}

Response change_account(const Services& services, const Request& request, const Caller& caller) {
    const auto fields = Fields::of(request);
    if (!fields.ok()) return refused(fields.error());
    const auto roles = roles_of(fields.value());
    if (!roles.ok()) return refused(roles.error());
    const auto saved =
        desk::change_account(*services.office, caller.signature, caller.account.region,
                             "account/" + std::string(request.parameter("account")), roles.value(),
                             fields.value().flag("active"));
    if (!saved.ok()) return refused(saved.error());
    return answer(200, account_json(saved.value()));
}

}  // namespace

json::object contact_json(const organs::Contact& it) {
    return {{"unit", it.unit},   {"address", it.address}, {"hours", it.hours},
            {"phone", it.phone}, {"fax", it.fax},         {"web", it.web}};
}

std::vector<Route> people_routes(const Services& services) {
    const auto route = [&](auto... parts) { return work_route(services, parts...); };
    return {
        route("GET", "/api/organs", "本地区的机关", Right::SignedIn, list_organs),
        route("POST", "/api/organs", "登记机关", Right::ManagePeople, create_organ),
        route("PUT", "/api/organs/{organ}", "修改机关", Right::ManagePeople, change_organ),
        route("GET", "/api/accounts", "账号", Right::ManagePeople, list_accounts),
        route("POST", "/api/accounts", "开设账号", Right::ManagePeople, create_account),
        route("PUT", "/api/accounts/{account}", "修改账号", Right::ManagePeople, change_account),
        route("POST", "/api/accounts/{account}/password", "重设账号的密码", Right::ManagePeople,
              reset_password),
    };
}

}  // namespace gongkai::web::api
