#include "portal/platform_pages.h"

#include "portal/platform.h"
#include "site/addresses.h"
#include "site/grounds.h"

namespace gongkai::portal {

using http::Request;
using http::Response;
using http::Route;

namespace {

std::vector<http::Parameter> parameters_of_documents() {
    return {{"kind", "文件类别，如 normative_document"},
            {"class", "《条例》第二十条的第几项；0 为第二十一条"},
            {"year", "公开的年份"},
            {"q", "标题、文号、关键词、概述含这些字"},
            {"after", "从这个位置以后，上一页给出"},
            {"before", "到这个位置以前，下一页给出"}};
}

}  // namespace

std::vector<Route> platform_routes(const site::Services& services, PlatformState&) {
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
    const auto shared = [&](std::string_view path, std::string_view title, auto work) {
        auto it = get(path, title, page, work);
        it.audience = http::Audience::Everybody;
        it.ground = [&services](const Request& request) {
            return services.grounds->of_body(request);
        };
        return it;
    };
    // What was collected from elsewhere stands beside the body's own reports.
    auto yearly = shared(pattern::yearly_reports, "政府信息公开年报", yearly_reports);
    yearly.ground = [&services](const Request& request) {
        return services.grounds->of_body_and_reports(request);
    };
    // The sum reads the logs of all bodies below.
    auto rolled_up = shared(pattern::roll_up, "所属机关已公布的年报的合计", yearly_roll_up);
    rolled_up.ground = {};
    auto documents = shared(pattern::documents, "法定主动公开内容", documents_page);
    documents.parameters = parameters_of_documents();
    auto proposals = shared(pattern::proposals, "建议提案办理答复", proposals_page);
    proposals.parameters = {{"form", "类别：suggestion、cppcc"},
                            {"session", "届次"},
                            {"class", "答复类别，如 A"},
                            {"q", "标题、内容、答复含这些字"},
                            {"after", "从哪里接着看，由上一页给出"}};
    return {
        shared(pattern::platform, "政府信息公开专栏", platform_home),
        shared(pattern::guide, "政府信息公开指南", guide_page),
        shared(pattern::rules, "政府信息公开制度", rules_column),
        std::move(documents),
        shared(pattern::document, "一份公开的文件", document_page),
        get(pattern::attachment, "公开文件的附件", "application/octet-stream", document_file),
        std::move(proposals),
        shared(pattern::proposal, "一件公开的建议提案答复", proposal_page),
        std::move(yearly),
        get(pattern::yearly_docx, "一年的年报，Word 文档",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            yearly_report_file),
        get(pattern::yearly_csv, "一年的年报，数据", "text/csv", yearly_report_csv),
        shared(pattern::yearly_report, "一年的年报", yearly_report),
        std::move(rolled_up),
    };
}

}  // namespace gongkai::portal
