#include "portal/platform_pages.h"

#include "portal/platform.h"
#include "site/addresses.h"

namespace gongkai::portal {

using http::Request;
using http::Response;
using http::Route;

std::vector<Route> platform_routes(const site::Services& services, PlatformState& state) {
    namespace pattern = address::pattern;
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
        return [&state, work](const site::Services& all, const organs::Organ& organ,
                              const Request& it) { return work(all, state, organ, it); };
    };
    const auto shared = [&](std::string_view path, std::string_view title, auto work) {
        auto it = get(path, title, page, work);
        it.audience = http::Audience::Everybody;
        return it;
    };
    auto documents = shared(pattern::documents, "法定主动公开内容", with_state(documents_page));
    documents.parameters = {{"kind", "文件类别，如 normative_document"},
                            {"class", "《条例》第二十条的第几项；0 为第二十一条"},
                            {"year", "公开的年份"},
                            {"q", "标题、文号、关键词、概述含这些字"},
                            {"page", "第几页"}};
    return {
        shared(pattern::platform, "政府信息公开专栏", with_state(platform_home)),
        shared(pattern::guide, "政府信息公开指南", guide_page),
        shared(pattern::rules, "政府信息公开制度", with_state(rules_column)),
        std::move(documents),
        shared(pattern::document, "一份公开的文件", with_state(document_page)),
        get(pattern::attachment, "公开文件的附件", "application/octet-stream",
            with_state(document_file)),
        shared(pattern::yearly_reports, "政府信息公开年报", yearly_reports),
        get(pattern::yearly_docx, "一年的年报，Word 文档",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            yearly_report_file),
        get(pattern::yearly_csv, "一年的年报，数据", "text/csv", yearly_report_csv),
        shared(pattern::yearly_report, "一年的年报", yearly_report),
        shared(pattern::roll_up, "所属机关已公布的年报的合计", yearly_roll_up),
    };
}

}  // namespace gongkai::portal
