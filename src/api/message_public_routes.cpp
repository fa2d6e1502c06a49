#include "api/fields.h"
#include "api/listing.h"
#include "api/message_json.h"
#include "api/office_routes.h"
#include "site/refusal.h"
#include "site/visitor_limits.h"

// What anybody may write to a body, and read of the letters that it has answered.
namespace gongkai::api {

using http::Request;
using http::Response;
using http::Route;
using interaction::MessageKey;
using organs::Right;
using namespace interaction::messages;

namespace {

constexpr std::size_t letter_body = 256u << 10;

Response write(const site::Services& services, const Request& request) {
    const auto organ = site::organ_named(request);
    const auto body = services.desks->organs.find(organ);
    if (!body.ok()) return refused(body.error());
    if (!exists_on(body.value(), china_day(services.now())))
        return refused({ErrorKind::NotAllowed, "organ.ended",
                        "“" + body.value().name + "”已经不再受理来信。"});
    const auto fields = Fields::of(request);
    if (!fields.ok()) return refused(fields.error());
    auto given = fields.value().all();
    if (!given.find("source")) given.set("source", name(Source::Website));
    // What a dispatcher says is none of the writer's.
    for (const std::string_view official : {"ticket", "designated", "until", "urgent"})
        given.erase(official);
    Enter entry;
    const auto read = records::read_record(given, records::fields_of<Enter>, &entry, "来信");
    if (!read.ok()) return refused(read.error());
    if (entry.concern.source == Source::Hotline)
        return refused({ErrorKind::Invalid, "message.source", "网上来信不能记作12345热线。"});
    const auto may = services.limits->take_application(request, services.now());
    if (!may.ok()) return too_often(services, request, may.error());
    const auto receipt =
        services.desks->messages.enter_by_web(services.now(), organ, entry.concern);
    if (!receipt.ok()) return refused(receipt.error());
    auto response = answer(201, json_of(receipt.value(), services.calendar));
    response.set("Cache-Control", "no-store");
    return response;
}

Response track(const site::Services& services, const Request& request) {
    const auto fields = Fields::of(request);
    if (!fields.ok()) return refused(fields.error());
    MessageKey key{site::organ_named(request), {}};
    std::string code;
    for (const Status& taken : {fields.value().take("number", "来信编号", key.number),
                                fields.value().take("query_code", "查询码", code)})
        if (!taken.ok()) return refused(taken.error());
    const auto may = services.limits->may_guess(request, services.now());
    if (!may.ok()) return too_often(services, request, may.error());
    const auto found = services.desks->messages.track(key, code);
    if (!found.ok()) {
        services.limits->note_wrong_guess(request, services.now());
        return refused(found.error());
    }
    const auto body = services.desks->organs.find(key.log);
    if (!body.ok()) return refused(body.error());
    auto response = answer(200, with_mailbox(tracking_json(found.value(), services.calendar,
                                                           china_day(services.now())),
                                             body.value()));
    response.set("Cache-Control", "no-store");
    return response;
}

Response letters(const site::Services& services, const Request& request) {
    const auto ask = ask_of(request);
    if (!ask.ok()) return refused(ask.error());
    const auto page =
        services.desks->messages.letters().page(site::organ_named(request), ask.value());
    if (!page.ok()) return refused(page.error());
    const auto body = services.desks->organs.find(site::organ_named(request));
    if (!body.ok()) return refused(body.error());
    return answer(200, page_json("letters", page.value().shown([&](const ListedLetter& letter) {
                      return with_mailbox(json_of(letter), body.value());
                  })));
}

Response letter(const site::Services& services, const Request& request) {
    const MessageKey key{site::organ_named(request), std::string(request.parameter("number"))};
    const auto found = services.desks->messages.letters().one(key, china_day(services.now()));
    if (!found.ok()) return refused(found.error());
    const auto body = services.desks->organs.find(key.log);
    if (!body.ok()) return refused(body.error());
    return answer(200, with_mailbox(json_of(found.value()), body.value()));
}

Response figures(const site::Services& services, const Request& request) {
    const auto year = site::year_of_path(request.parameter("year"));
    if (!year) return no_year();
    return answer(200, figures_json(*year, services.desks->messages.letters().months(
                                               site::organ_named(request), *year,
                                               china_day(services.now()))));
}

}  // namespace

std::vector<Route> message_public_routes(const site::Services& services) {
    return {
        public_route(services, "POST", "/api/public/organs/{organ}/messages", "网上写信", write)
            .taking(letter_body)
            .refusing({409, site::VisitorLimits::too_often}),
        // Number and code travel in the body: addresses end up in logs.
        public_route(services, "POST", "/api/public/organs/{organ}/message-tracking",
                     "查询来信的办理情况", track)
            .refusing({site::VisitorLimits::too_often}),
        public_route(services, "GET", "/api/public/organs/{organ}/letters", "已公开的来信答复",
                     letters)
            .asking(list_parameters(
                {{"source", "来源"}, {"matter", "类别"}, {"year", "公开的年度"}}, "published")),
        public_route(services, "GET", "/api/public/organs/{organ}/letters/{number}",
                     "一件已公开的来信答复", letter),
        public_route(services, "GET", "/api/public/organs/{organ}/message-figures/{year}",
                     "一年中各月的来信统计", figures),
    };
}

}  // namespace gongkai::api
