#include "portal/platform.h"

#include "http/dispatch.h"
#include "journal/log_name.h"
#include "law/account.h"
#include "portal/ended_body.h"
#include "site/addresses.h"
#include "site/guard.h"
#include "site/visitor_limits.h"

namespace gongkai::portal {

namespace {

// Whoever looks for a body is led to all of them.
http::Response no_organ(const Error& error, const http::Request& request) {
    const int status = http::status_of(error.kind);
    Page it;
    it.title = "没有找到";
    it.address = address::front;
    it.content.raw("<h1>没有找到</h1><p class=\"lead\">").text(error.message);
    it.content.raw("</p><p class=\"actions\"><a class=\"button\" href=\"").text(address::front);
    it.content.raw("\">全部机关</a> <a class=\"button quiet\" href=\"").text(address::sitemap);
    it.content.raw("\">网站地图</a></p>");
    return answer(status, it, request);
}

}  // namespace

Result<organs::Organ> organ_named(const site::Services& services, const http::Request& request) {
    const auto key = journal::log_named(request.parameter("organ"));
    // One body has one address: "0900121-03" is none.
    if (key && journal::log_name(*key) == request.parameter("organ"))
        if (auto found = services.desks->organs.find(*key); found.ok()) return found;
    return Error{ErrorKind::NotFound, "organ.not-found",
                 "没有这个机关。请核对网址，或从首页选择机关。"};
}

http::Route body_route(const site::Services& services, std::string_view method,
                       std::string_view path, std::string_view title, BodyWork work) {
    return http::Route::open(method, path, title, "text/html",
                             [&services, work = std::move(work)](const http::Request& request) {
                                 const auto organ = organ_named(services, request);
                                 return organ.ok() ? work(organ.value(), request)
                                                   : no_organ(organ.error(), request);
                             });
}

Page platform_page(const site::Services& services, const organs::Organ& organ, Column column,
                   std::string title, std::string address) {
    Page it;
    it.title = std::move(title);
    it.platform = Platform{organ, column, ended(services, organ)};
    it.address = std::move(address);
    return it;
}

http::Response answer(int status, const Page& it, const http::Request& request) {
    return http::html_answer(status, page(it, site::preferences(request)));
}

http::Response private_answer(int status, const Page& it, const http::Request& request,
                              const std::optional<site::Preferences>& view) {
    auto response = http::html_answer(status, page(it, view.value_or(site::preferences(request))));
    response.set("Cache-Control", "no-store");
    if (view) keep(response, *view);
    return response;
}

http::Response refused_page(const Error& error, const http::Request& request) {
    return refused_page(http::status_of(error.kind), error, request);
}

http::Response refused_page(int status, const Error& error, const http::Request& request) {
    return http::html_answer(status, error_page(status, error.message, site::preferences(request)));
}

http::Response missing_page(const site::Services& services, const organs::Organ& organ,
                            const Error& error, std::string_view list_name, const std::string& list,
                            const http::Request& request) {
    auto it =
        platform_page(services, organ, Column::Home, "没有找到", address::platform(organ.key));
    it.content.raw("<h1>没有找到</h1><p class=\"lead\">").text(error.message);
    it.content.raw("</p><p class=\"actions\"><a class=\"button\" href=\"").text(list).raw("\">");
    it.content.text(list_name).raw("</a> <a class=\"button quiet\" href=\"");
    it.content.text(address::platform(organ.key)).raw("\">本单位专栏</a></p>");
    return answer(http::status_of(error.kind), it, request);
}

http::Response too_often_page(const site::Services& services, const Error& error,
                              const http::Request& request) {
    auto response = refused_page(site::VisitorLimits::too_often, error, request);
    services.limits->tell_when(response, request, error, services.now());
    return response;
}

Date today(const site::Services& services) { return china_day(services.now()); }

std::string day_and_weekday(Date day) {
    return chinese(day) + "（" + law::chinese_weekday(day) + "）";
}

}  // namespace gongkai::portal
