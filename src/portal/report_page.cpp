#include "portal/chart.h"
#include "portal/layout.h"
#include "portal/pages.h"
#include "portal/report_view.h"
#include "site/addresses.h"
#include "site/report_id.h"

namespace gongkai::portal {

namespace {

void downloads(writer::Html& out, std::int64_t id) {
    out.raw("<p class=\"actions\"><a class=\"button quiet\" href=\"")
        .text(address::report_data(id));
    out.raw("\" download=\"report-").number(id).raw(".json\">下载数据（JSON）</a> ");
    out.raw("<a class=\"button quiet\" href=\"").text(address::report_csv(id));
    out.raw("\" download=\"report-").number(id).raw(".csv\">下载表格（CSV）</a> ");
    out.raw(
        "<button class=\"button quiet\" type=\"button\" data-print hidden>打印本页</button></p>");
}

// The same body's reports of the years before, as far as they are kept; the latest of each year.
YearlyRequests years_of(const site::Services& services, const reports::KeptReport& shown) {
    YearlyRequests years;
    if (shown.kept.year == 0 || shown.kept.organ.empty()) return years;
    for (const auto& line : services.library.of_body({shown.kept.organ, shown.kept.region}, {})) {
        const auto& it = line.kept;
        if (it.year >= shown.kept.year || it.year <= shown.kept.year - years_charted) continue;
        if (const auto found = services.library.find_in(it.region, it.id); found.ok())
            years[it.year] = newly_received(found.value().report);
    }
    years[shown.kept.year] = newly_received(shown.report);
    return years;
}

}  // namespace

http::Response report_page(const site::Services& services, const http::Request& request) {
    const auto found = find_report(services, request);
    if (!found.ok())
        return http::html_answer(
            404, error_page(404, found.error().message, site::preferences(request)));
    const auto& [kept, report] = found.value();
    const auto checked = site::check_kept(services, found.value());

    Page it;
    it.title = report_title(report);
    it.part = Part::Reports;
    it.address = address::report(std::int64_t(kept.id));
    it.wide = true;
    auto& out = it.content;
    out.raw("<p class=\"crumbs\"><a href=\"")
        .text(address::reports)
        .raw("\">年度报告</a> › ")
        .text(kept.organ)
        .raw("</p><h1>");
    out.text(it.title).raw("</h1><p class=\"summary\">");
    out.text(sentence(report, tally(checked.findings))).raw("</p>");
    report_facts(out, report, {kept.format, kept.source, checked.compared_with});
    downloads(out, std::int64_t(kept.id));
    report_columns(out, report, checked.findings);
    report_charts(out, report, years_of(services, found.value()));
    return http::html_answer(200, page(it, site::preferences(request)));
}

}  // namespace gongkai::portal
