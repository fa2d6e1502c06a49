#include "api/fields.h"
#include "api/office_routes.h"
#include "desk/draft_desk.h"
#include "files/json_text.h"
#include "site/guard.h"

namespace gongkai::api {

using http::Request;
using http::Response;
using http::Route;
using organs::Right;

namespace {

// The caller's own, whatever the path says: no other account's draft has an address.
Result<organs::DraftPlace> place_of(const Request& request, const site::Caller& caller) {
    if (caller.organ.region != caller.account.region)
        return Error{ErrorKind::NotFound, "organ.not-found", "本地区没有这个机关。"};
    return organs::DraftPlace{caller.account.region, caller.organ.organ, caller.account.id,
                              std::string(request.parameter("subject"))};
}

Response show_draft(const site::Services& services, const Request& request,
                    const site::Caller& caller) {
    const auto place = place_of(request, caller);
    if (!place.ok()) return refused(place.error());
    const auto found = services.desks->drafts.find(place.value(), services.now());
    if (!found.ok()) return refused(found.error());
    if (!found.value()) return answer(200, {{"draft", json::Value()}});
    const auto& [content, changed] = *found.value();
    return answer(200, {{"draft", json::Object{{"changed", changed},
                                               {"content", files::parse_json(content).value()}}}});
}

Response keep_draft(const site::Services& services, const Request& request,
                    const site::Caller& caller) {
    const auto works = site::home_goes_on(services, caller.account, caller.today);
    if (!works.ok()) return refused(works.error());
    const auto place = place_of(request, caller);
    if (!place.ok()) return refused(place.error());
    const auto fields = Fields::of(request);
    if (!fields.ok()) return refused(fields.error());
    const auto content = fields.value().object("content", "草稿");
    if (!content.ok()) return refused(content.error());
    std::optional<std::int64_t> seen;
    if (fields.value().has("seen")) {
        const auto given = fields.value().whole("seen", "草稿的时间");
        if (!given.ok()) return refused(given.error());
        seen = given.value();
    }
    const auto kept = services.desks->drafts.save(
        place.value(), files::json_text(content.value().all()), seen, services.now());
    if (!kept.ok()) return refused(kept.error());
    return answer(200, {{"changed", kept.value()}});
}

Response drop_draft(const site::Services& services, const Request& request,
                    const site::Caller& caller) {
    const auto place = place_of(request, caller);
    if (!place.ok()) return refused(place.error());
    services.desks->drafts.drop(place.value());
    return answer(200, {});
}

Response list_drafts(const site::Services& services, const Request& request,
                     const site::Caller& caller) {
    const auto place = place_of(request, caller);
    if (!place.ok()) return refused(place.error());
    json::Array all;
    for (const auto& it : services.desks->drafts.begun(place.value(), services.now()))
        all.push_back(json::Object{{"subject", it.subject}, {"changed", it.changed}});
    return answer(200, {{"drafts", std::move(all)}});
}

}  // namespace

std::vector<Route> draft_routes(const site::Services& services) {
    const auto route = [&](auto... parts) { return work_route(services, parts...); };
    constexpr std::string_view one = "/api/organs/{organ}/drafts/{subject}";
    constexpr std::size_t around = 1024;
    return {
        route("GET", "/api/organs/{organ}/drafts", "自己未提交的草稿", Right::SignedIn,
              list_drafts),
        route("GET", one, "自己的一份草稿", Right::SignedIn, show_draft),
        route("PUT", one, "自动保存草稿", Right::SignedIn, keep_draft)
            .taking(desk::DraftDesk::longest + around)
            .refusing({409}),
        route("DELETE", one, "放弃草稿", Right::SignedIn, drop_draft),
    };
}

}  // namespace gongkai::api
