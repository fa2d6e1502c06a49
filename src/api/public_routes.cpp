#include <algorithm>

#include "api/document_json.h"
#include "api/media_type.h"
#include "api/office_routes.h"
#include "disclosure/public_view.h"

namespace gongkai::api {

using disclosure::PublicView;
using http::Request;
using http::Response;
using http::Route;
using organs::Right;

namespace {

constexpr int page_size = 20;

json::Object organ_json(const organs::Organ& it) {
    return {{"organ", site::organ_in_path(it.key)},
            {"name", it.name},
            {"kind_name", chinese(it.kind)},
            {"level_name", chinese(it.level)},
            {"contact", contact_json(it.contact)}};
}

Response list_organs(const site::Services& services, const Request&) {
    const Date today = china_day(services.now());
    json::Array all;
    for (const auto& it : services.desks->organs.everywhere())
        if (exists_on(it, today)) all.push_back(organ_json(it));
    return answer(200, {{"organs", std::move(all)}});
}

Result<disclosure::Choice> choice_of(const Request& request) {
    disclosure::Choice choice;
    const auto kind = request.query_value("kind"), item = request.query_value("class"),
               year = request.query_value("year");
    const auto wrong = [](std::string_view name) {
        return Error{ErrorKind::Invalid, "fields.kind",
                     "网址里的 " + std::string(name) + " 不对，请参照接口说明。"};
    };
    if (!kind.empty() && !(choice.kind = named<disclosure::Kind>(kind))) return wrong("kind");
    if (!item.empty()) {
        const auto number = site::plain_number(item);
        if (!number || *number > disclosure::subject_items) return wrong("class");
        choice.subject_class = int(*number);
    }
    if (!year.empty() && !(choice.year = site::year_of_path(year))) return wrong("year");
    return choice;
}

Response catalogue(const site::Services& services, const Request& request) {
    const auto choice = choice_of(request);
    if (!choice.ok()) return refused(choice.error());
    const auto page = std::clamp<std::int64_t>(
        site::plain_number(request.query_value("page")).value_or(1), 1, 100'000);
    // One more than is shown tells whether there are further ones.
    auto views = services.desks->publishing.catalogue(site::organ_named(request), choice.value(),
                                                      {int(page - 1) * page_size, page_size + 1},
                                                      china_day(services.now()));
    const bool has_more = views.size() > std::size_t(page_size);
    if (has_more) views.erase(views.begin() + page_size, views.end());
    json::Array all;
    for (const auto& it : views)
        all.push_back(public_json(it, services.base));
    return answer(200, {{"documents", std::move(all)}, {"page", page}, {"has_more", has_more}});
}

Result<PublicView> view_of(const site::Services& services, const Request& request) {
    const auto index =
        std::string(request.parameter("code")) + "/" + std::string(request.parameter("serial"));
    return services.desks->documents.shown(site::organ_named(request), index,
                                           china_day(services.now()));
}

Response document(const site::Services& services, const Request& request) {
    const auto found = view_of(services, request);
    if (!found.ok()) return refused(found.error());
    return answer(200, public_json(found.value(), services.base,
                                   services.desks->documents.body(found.value())));
}

Response attachment(const site::Services& services, const Request& request) {
    const auto found = view_of(services, request);
    if (!found.ok()) return refused(found.error());
    const auto name = request.parameter("file_name");
    auto bytes = services.desks->documents.file(found.value(), name);
    if (!bytes.ok()) return refused(bytes.error());
    return download(media_type_of(name), name, std::move(bytes.value()));
}

}  // namespace

std::vector<Route> public_routes(const site::Services& services) {
    const auto route = [&](std::string_view path, std::string_view title, auto handler,
                           Parameters parameters = {}, std::string_view answers = json_type) {
        return Route{"GET",
                     path,
                     title,
                     http::usual_body,
                     Right::Public,
                     answers,
                     std::move(parameters),
                     [&services, handler](const Request& it) { return handler(services, it); }};
    };
    return {
        route("/api/public/organs", "公开信息的机关", list_organs),
        http::refusing(
            route("/api/public/organs/{organ}/documents", "主动公开的文件目录", catalogue,
                  {{"kind", "文件类别，如 normative_document"},
                   {"class", "主题分类：《条例》第二十条的项，0 为第二十一条"},
                   {"year", "公开的年份"},
                   {"page", "第几页，从 1 数起"}}),
            {422}),
        // An index number has a slash in it.
        route("/api/public/organs/{organ}/documents/{code}/{serial}", "一份公开的文件", document),
        route("/api/public/organs/{organ}/documents/{code}/{serial}/attachments/{file_name}",
              "下载公开的附件", attachment, {}, bytes_type),
    };
}

}  // namespace gongkai::api
