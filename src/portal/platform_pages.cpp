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

std::vector<Route> platform_routes(const site::Services& services) {
    namespace pattern = address::pattern;
    const auto get = [&services](std::string_view path, std::string_view title, auto work) {
        return body_route(services, "GET", path, title,
                          [&services, work](const organs::Organ& organ, const Request& request) {
                              return work(services, organ, request);
                          });
    };
    const auto of_body = [&services](const Request& it) { return services.grounds->of_body(it); };
    const auto shared = [&](std::string_view path, std::string_view title, auto work) {
        return get(path, title, work).shared(of_body);
    };
    // What was collected from elsewhere stands beside the body's own reports.
    const auto of_body_and_reports = [&services](const Request& it) {
        return services.grounds->of_body_and_reports(it);
    };
    return {
        shared(pattern::platform, "政府信息公开专栏", platform_home),
        shared(pattern::guide, "政府信息公开指南", guide_page),
        shared(pattern::rules, "政府信息公开制度", rules_column),
        shared(pattern::documents, "法定主动公开内容", documents_page)
            .asking(parameters_of_documents()),
        shared(pattern::document, "一份公开的文件", document_page),
        get(pattern::attachment, "公开文件的附件", document_file)
            .answering("application/octet-stream"),
        shared(pattern::proposals, "建议提案办理答复", proposals_page)
            .asking({{"form", "类别：suggestion、cppcc"},
                     {"session", "届次"},
                     {"class", "答复类别，如 A"},
                     {"q", "标题、内容、答复含这些字"},
                     {"after", "从哪里接着看，由上一页给出"}}),
        shared(pattern::proposal, "一件公开的建议提案答复", proposal_page),
        get(pattern::yearly_reports, "政府信息公开年报", yearly_reports)
            .shared(of_body_and_reports),
        get(pattern::yearly_docx, "一年的年报，Word 文档", yearly_report_file)
            .answering("application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        get(pattern::yearly_csv, "一年的年报，数据", yearly_report_csv).answering("text/csv"),
        shared(pattern::yearly_report, "一年的年报", yearly_report),
        // The sum reads the logs of all bodies below.
        get(pattern::roll_up, "所属机关已公布的年报的合计", yearly_roll_up).shared(),
    };
}

}  // namespace gongkai::portal
