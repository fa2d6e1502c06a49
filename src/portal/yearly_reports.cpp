#include <algorithm>
#include <set>
#include <stdexcept>

#include "base/damaged.h"
#include "base/decimal.h"
#include "desk/report_room.h"
#include "desk/report_shelf.h"
#include "files/report_json.h"
#include "http/dispatch.h"
#include "portal/chart.h"
#include "portal/platform.h"
#include "portal/platform_pages.h"
#include "portal/proof.h"
#include "portal/report_view.h"
#include "reader/format.h"
#include "site/addresses.h"

namespace gongkai::portal {

using writer::Html;

namespace {

// The year of the path, or 0.
int year_named(const http::Request& request) {
    const auto number = Decimal::parse(request.parameter("year"));
    if (!number || !number->is_whole() || *number < Decimal(2000) || Decimal(2999) < *number)
        return 0;
    return int(number->whole());
}

http::Response no_report(const http::Request& request) {
    return refused_page({ErrorKind::NotFound, "report.not-found",
                         "本机关没有公布这一年的年度报告。请从“年报”选择年份。"},
                        request);
}

// The published report that the path names.
struct Found {
    desk::PublishedReport published;
    forms::Report report;
};
std::optional<Found> found(const site::Services& services, const organs::Organ& organ,
                           const http::Request& request) {
    const auto it = services.desks->shelf.published({organ.key, year_named(request)});
    if (!it) return {};
    auto report = services.desks->shelf.report(organ.key, it->report);
    // It was published: that its file is gone must not be told as if there had been none.
    if (!report) throw Damaged("年度报告的内容不见了：" + it->report);
    return Found{*it, std::move(*report)};
}

// What the body has published up to a year.
YearlyRequests years_of(const site::Services& services, const organs::Organ& organ, int last) {
    YearlyRequests years;
    for (const auto& it : services.desks->shelf.published(organ.key, today(services))) {
        if (it.year > last || it.year <= last - years_charted) continue;
        if (const auto report = services.desks->shelf.report(organ.key, it.report))
            years[it.year] = newly_received(*report);
    }
    return years;
}

// Reports that were collected from elsewhere under a name that the body bears or bore. An import
// knows no region yet.
std::vector<reports::Kept> collected(const site::Services& services, const organs::Organ& organ) {
    std::set<std::string> names{organ.name};
    for (const auto& former : organ.former_names)
        names.insert(former.name);
    std::vector<reports::Kept> all;
    for (const std::string& name : names)
        for (const std::int32_t region : {std::int32_t(0), std::int32_t(organ.key.region)})
            for (auto& line : services.library.of_body({name, region}, {}))
                all.push_back(std::move(line.kept));
    return all;
}

void roll_up_years(Html& out, const site::Services& services, const organs::Organ& organ) {
    if (services.desks->organs.below(organ.key).empty()) return;
    const int now = year_of(today(services));
    constexpr int shown = 5;
    out.raw("<h2>所属机关汇总</h2><p>本机关和所属各机关已经公布的年报的合计：</p>")
        .raw("<ul class=\"years\">");
    for (int year = now - 1; year >= now - shown; --year) {
        out.raw("<li><a href=\"").text(address::roll_up(organ.key, year));
        out.raw("\">").number(year).raw("年汇总</a></li>");
    }
    out.raw("</ul>");
}

// A file that Word opens; another that was sent up is not offered under that name.
bool is_word(ByteSource& file) {
    constexpr std::size_t beginning = 4096;
    return reader::sniff(file.read(0, beginning)).format == reader::Format::Zip;
}

void downloads(Html& out, const site::Services& services, const journal::LogKey& organ,
               const Found& it) {
    const auto year = it.published.year;
    out.raw("<p class=\"actions\">");
    const auto file = services.desks->shelf.file(organ, it.published.file);
    if (file && is_word(*file))
        out.raw("<a class=\"button\" href=\"")
            .text(address::yearly_docx(organ, year))
            .raw("\" download>下载 Word 文档</a>");
    out.raw("<a class=\"button quiet\" href=\"").text(address::yearly_csv(organ, year));
    out.raw("\" download>下载数据（CSV）</a><button class=\"button quiet\" type=\"button\" ")
        .raw("data-print hidden>打印本页</button></p>");
}

void body_list(Html& out, const std::vector<organs::Organ>& bodies, int year, bool published) {
    out.raw("<ul class=\"years\">");
    for (const auto& it : bodies) {
        out.raw("<li><a href=\"")
            .text(published ? address::yearly_report(it.key, year)
                            : address::yearly_reports(it.key));
        out.raw("\">").text(it.name).raw("</a></li>");
    }
    out.raw("</ul>");
}

}  // namespace

http::Response yearly_reports(const site::Services& services, const organs::Organ& organ,
                              const http::Request& request) {
    auto it = platform_page(services, organ, Column::Reports, "政府信息公开年报",
                            address::yearly_reports(organ.key));
    auto& out = it.content;
    const auto published = services.desks->shelf.published(organ.key, today(services));
    const auto others = collected(services, organ);
    out.raw("<h1>政府信息公开年报</h1>");
    if (published.empty() && others.empty())
        out.raw("<div class=\"empty\"><p>本机关还没有在这里公布年度报告。县级以上政府部门每年")
            .raw("1月31日前公布上一年度的报告（《条例》第四十九条）。</p></div>");
    if (!published.empty()) {
        out.raw("<ul class=\"documents\">");
        for (const auto& each : published) {
            out.raw("<li><p class=\"title\"><a href=\"")
                .text(address::yearly_report(organ.key, each.year));
            out.raw("\">").text(organ.name).number(each.year);
            out.raw("年政府信息公开工作年度报告</a></p><p class=\"about\"><time datetime=\"");
            out.text(iso(each.published_on)).raw("\">").text(chinese(each.published_on));
            out.raw("公布</time></p></li>");
        }
        out.raw("</ul>");
    }
    if (!others.empty()) {
        out.raw("<h2>收录的报告</h2><p>从本机关公布的文件收录，附有检查结果。</p>")
            .raw("<ul class=\"documents\">");
        for (const auto& each : others) {
            out.raw("<li><p class=\"title\"><a href=\"")
                .text(address::report(std::int64_t(each.id)));
            out.raw("\">").text(each.title.empty() ? each.organ : each.title).raw("</a></p></li>");
        }
        out.raw("</ul>");
    }
    roll_up_years(out, services, organ);
    return answer(200, it, request);
}

http::Response yearly_report(const site::Services& services, const organs::Organ& organ,
                             const http::Request& request) {
    const auto found_report = found(services, organ, request);
    if (!found_report) return no_report(request);
    const auto& [published, report] = *found_report;
    auto it = platform_page(services, organ, Column::Reports, report_title(report),
                            address::yearly_report(organ.key, published.year));
    it.article = Article{iso(published.published_on), organ.name};
    auto& out = it.content;
    out.raw("<p class=\"crumbs\"><a href=\"").text(address::yearly_reports(organ.key));
    out.raw("\">政府信息公开年报</a> › ").number(published.year).raw("年</p><h1>");
    out.text(it.title).raw("</h1><p class=\"quiet\">").text(chinese(published.published_on));
    out.raw("公布</p>");
    downloads(out, services, organ.key, *found_report);
    out.raw("<article class=\"paper alone\">");
    report_paper(out, report, Marks(report, {}));
    out.raw("</article>");
    report_charts(out, report, years_of(services, organ, published.year));
    proof_of_report(out, organ.key, published.year);
    return answer(200, it, request);
}

http::Response yearly_report_file(const site::Services& services, const organs::Organ& organ,
                                  const http::Request& request) {
    const auto it = services.desks->shelf.published({organ.key, year_named(request)});
    if (!it) return no_report(request);
    const auto file = services.desks->shelf.file(organ.key, it->file);
    if (!file) throw Damaged("年度报告的文件不见了：" + it->file);
    if (!is_word(*file)) return no_report(request);
    auto response = http::streamed_answer(file, http::strong_tag_of(it->file));
    response.set("Content-Type",
                 "application/vnd.openxmlformats-officedocument.wordprocessingml.document");
    response.set("Content-Disposition",
                 "attachment; filename=\"report-" + std::to_string(it->year) + ".docx\"");
    return response;
}

http::Response yearly_report_csv(const site::Services& services, const organs::Organ& organ,
                                 const http::Request& request) {
    const auto it = found(services, organ, request);
    if (!it) return no_report(request);
    http::Response response{
        200, {}, "\xEF\xBB\xBF" + files::report_csv_header() + files::report_csv(it->report)};
    response.set("Content-Type", "text/csv; charset=utf-8");
    response.set("Content-Disposition",
                 "attachment; filename=\"report-" + std::to_string(it->published.year) + ".csv\"");
    return response;
}

http::Response yearly_roll_up(const site::Services& services, const organs::Organ& organ,
                              const http::Request& request) {
    const int year = year_named(request);
    const auto rolled = services.desks->roll_ups.published({organ.key, year});
    if (!rolled.ok()) return refused_page(rolled.error(), request);
    const auto& [sum, included, missing] = rolled.value();
    auto it =
        platform_page(services, organ, Column::Reports, std::to_string(year) + "年所属机关年报汇总",
                      address::roll_up(organ.key, year));
    auto& out = it.content;
    out.raw("<p class=\"crumbs\"><a href=\"").text(address::yearly_reports(organ.key));
    out.raw("\">政府信息公开年报</a> › ").number(year).raw("年汇总</p><h1>");
    out.text(it.title).raw("</h1><p class=\"summary\">应有 ");
    out.number(std::int64_t(included.size() + missing.size())).raw(" 个机关，已公布 ");
    out.number(std::int64_t(included.size())).raw(" 个，没有公布 ");
    out.number(std::int64_t(missing.size())).raw(" 个</p>");
    if (!missing.empty()) {
        out.raw("<h2>没有公布的</h2><p>没有公布的不在合计之内，也不当作零。</p>");
        body_list(out, missing, year, false);
    }
    if (!included.empty()) {
        out.raw("<h2>合计在内的</h2>");
        body_list(out, included, year, true);
        out.raw("<article class=\"paper alone\">");
        report_paper(out, sum.report, Marks(sum.report, {}));
        out.raw("</article>");
        report_charts(out, sum.report, {});
    }
    return answer(200, it, request);
}

}  // namespace gongkai::portal
