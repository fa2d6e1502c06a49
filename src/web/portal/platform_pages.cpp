#include "web/portal/platform_pages.h"

#include "web/portal/platform.h"

namespace gongkai::web::portal {

using http::Request;
using http::Response;
using http::Route;

std::vector<Route> platform_routes(const Services& services, PlatformState& state) {
    constexpr std::string_view page = "text/html";
    const auto get = [&services](std::string_view path, std::string_view title,
                                 std::string_view answers, auto work) {
        return Route{"GET",
                     path,
                     title,
                     http::usual_body,
                     http::Right::Public,
                     answers,
                     {},
                     [&services, work](const Request& request) -> Response {
                         const auto organ = organ_named(services, request);
                         if (!organ.ok()) return refused_page(organ.error(), request);
                         return work(services, organ.value(), request);
                     }};
    };
    const auto with_state = [&state](auto work) {
        return [&state, work](const Services& all, const organs::Organ& organ, const Request& it) {
            return work(all, state, organ, it);
        };
    };
    const auto shared = [&](std::string_view path, std::string_view title, auto work) {
        auto it = get(path, title, page, work);
        it.audience = http::Audience::Everybody;
        return it;
    };
    auto documents =
        shared("/organs/{organ}/documents", "法定主动公开内容", with_state(documents_page));
    documents.parameters = {{"kind", "文件类别，如 normative_document"},
                            {"class", "《条例》第二十条的第几项；0 为第二十一条"},
                            {"year", "公开的年份"},
                            {"q", "标题、文号、关键词、概述含这些字"},
                            {"page", "第几页"}};
    return {
        shared("/organs/{organ}", "政府信息公开专栏", with_state(platform_home)),
        shared("/organs/{organ}/guide", "政府信息公开指南", guide_page),
        shared("/organs/{organ}/rules", "政府信息公开制度", with_state(rules_column)),
        std::move(documents),
        shared("/organs/{organ}/documents/{index}", "一份公开的文件", with_state(document_page)),
        get("/organs/{organ}/documents/{index}/files/{file}", "公开文件的附件",
            "application/octet-stream", with_state(document_file)),
        shared("/organs/{organ}/reports", "政府信息公开年报", yearly_reports),
        get("/organs/{organ}/reports/{year}.docx", "一年的年报，Word 文档",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            yearly_report_file),
        get("/organs/{organ}/reports/{year}.csv", "一年的年报，数据", "text/csv",
            yearly_report_csv),
        shared("/organs/{organ}/reports/{year}", "一年的年报", yearly_report),
        shared("/organs/{organ}/reports/{year}/all", "所属机关已公布的年报的合计", yearly_roll_up),
    };
}

}  // namespace gongkai::web::portal
