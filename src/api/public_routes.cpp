#include "api/document_json.h"
#include "api/listing.h"
#include "api/media_type.h"
#include "api/office_routes.h"
#include "disclosure/public_view.h"
#include "journal/log_name.h"

namespace gongkai::api {

using disclosure::PublicView;
using http::Request;
using http::Response;
using http::Route;
using organs::Right;

namespace {

json::Object organ_json(const organs::Organ& it) {
    return {{"organ", journal::log_name(it.key)},
            {"name", it.name},
            {"kind_name", chinese(it.kind)},
            {"level_name", chinese(it.level)},
            {"contact", contact_json(it.contact)}};
}

Response list_organs(const site::Services& services, const Request& request) {
    const auto ask = ask_of(request);
    if (!ask.ok()) return refused(ask.error());
    const auto page = services.desks->organs.everywhere(ask.value(), china_day(services.now()));
    if (!page.ok()) return refused(page.error());
    return answer(200, page_json("organs", page.value().shown(organ_json)));
}

// What a group holds is what the filter of its name gives: kind-rule, class-7, year-2025.
std::vector<records::GroupCount> groups_of(const disclosure::PublicCounts& counts) {
    std::vector<records::GroupCount> groups;
    groups.reserve(counts.kinds.size() + counts.classes.size() + counts.years.size());
    for (const auto& [kind, count] : counts.kinds)
        groups.push_back({"kind-" + std::string(name(kind)), count});
    for (const auto& [item, count] : counts.classes)
        groups.push_back({"class-" + std::to_string(item), count});
    for (const auto& [year, count] : counts.years)
        groups.push_back({"year-" + std::to_string(year), count});
    return groups;
}

Response catalogue(const site::Services& services, const Request& request) {
    const auto ask = ask_of(request);
    if (!ask.ok()) return refused(ask.error());
    const auto found = services.desks->catalogue.whole_page(site::organ_named(request), ask.value(),
                                                            china_day(services.now()));
    if (!found.ok()) return refused(found.error());
    const auto& [documents, page, counts] = found.value();
    records::Page<json::Object> shown{{}, page.after, page.count, groups_of(counts)};
    for (const auto& it : documents)
        shown.rows.push_back(public_json(it, services.base));
    return answer(200, page_json("documents", std::move(shown)));
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
    const auto file = services.desks->documents.file(found.value(), name);
    if (!file.ok()) return refused(file.error());
    return download(media_type_of(name), name, file.value());
}

}  // namespace

std::vector<Route> public_routes(const site::Services& services) {
    return {
        public_route(services, "GET", "/api/public/organs", "公开信息的机关", list_organs)
            .asking(list_parameters({{"level", "级别"}, {"kind", "类别"}},
                                    "id（不写即此）、name 或 place（主管部门在前）"))
            .refusing({422}),
        public_route(services, "GET", "/api/public/organs/{organ}/documents", "主动公开的文件目录",
                     catalogue)
            .asking(list_parameters({{"kind", "文件类别，如 normative_document"},
                                     {"class", "主题分类：《条例》第二十条的项，0 为第二十一条"},
                                     {"year", "公开的年份"}},
                                    "-published_on（不写即此）或 published_on"))
            .refusing({422}),
        // An index number has a slash in it.
        public_route(services, "GET", "/api/public/organs/{organ}/documents/{code}/{serial}",
                     "一份公开的文件", document),
        public_route(services, "GET",
                     "/api/public/organs/{organ}/documents/{code}/{serial}/attachments/{file_name}",
                     "下载公开的附件", attachment)
            .answering(bytes_type),
    };
}

}  // namespace gongkai::api
