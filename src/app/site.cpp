#include "app/site.h"

#include "api/assignment_routes.h"
#include "api/incident_routes.h"
#include "api/listing.h"
#include "api/log_routes.h"
#include "api/office_routes.h"
#include "api/routes.h"
#include "api/schemas.h"
#include "api/unit_routes.h"
#include "api/upload_routes.h"
#include "api/witness_routes.h"
#include "http/openapi.h"
#include "journal/log_name.h"
#include "portal/console.h"
#include "portal/frame.h"
#include "portal/layout.h"
#include "portal/pages.h"
#include "portal/platform_pages.h"
#include "portal/proof.h"
#include "site/addresses.h"
#include "site/examination.h"
#include "site/grounds.h"
#include "site/guard.h"
#include "site/known_sessions.h"
#include "site/log_addresses.h"
#include "site/preferences.h"
#include "site/refusal.h"
#include "site/shared_answers.h"
#include "site/visitor_limits.h"

namespace gongkai::app {

using http::Request;
using http::Response;
using http::Right;
using http::Route;
using http::usual_body;

namespace {

constexpr std::size_t most_kept_bytes = 64u << 20;

// What the handlers hold on to.
struct Site {
    explicit Site(site::Services it)
        : services(std::move(it)),
          grounds(services),
          answers([this] { return grounds.of_store(); }, most_kept_bytes),
          sessions(
              [this](const std::string& cookie, std::int64_t now) {
                  return services.desks && services.desks->door.who_is(cookie, now).has_value();
              },
              [this] { return services.now ? services.now() : 0; }) {
        services.limits = &limits;
        services.grounds = &grounds;
        portal::set_site_identity(services.site);
    }
    site::Services services;
    site::VisitorLimits limits;
    site::Grounds grounds;
    site::SharedAnswers answers;
    site::KnownSessions sessions;
    portal::PlatformState platforms;
    files::JsonText openapi;
};

constexpr std::string_view page = "text/html", data = "application/json", csv = "text/csv";

std::vector<Route> pages(const std::shared_ptr<Site>& site) {
    const auto get = [](std::string_view path, std::string_view title, auto handler) {
        return Route::open("GET", path, title, page, std::move(handler));
    };
    const auto shared = [&](std::string_view path, std::string_view title, auto handler) {
        return get(path, title, std::move(handler)).shared();
    };
    // With what the pages draw on.
    const auto with = [site](auto work) {
        return [site, work](const Request& it) { return work(site->services, it); };
    };
    const auto of_reports = [site](const Request&) { return site->grounds.of_reports(); };
    return {
        shared(address::front, "首页：各机关的政府信息公开平台", with(portal::front_page))
            .asking({{"q", "机关名称含这些字"}, {"after", "从这个位置以后，上一页给出"}}),
        get(address::reports, "各机关的年度报告", with(portal::reports_page))
            .shared(of_reports)
            .asking({{"q", "机关名称含这些字"},
                     {"year", "年度"},
                     {"region", "六位区划代码"},
                     {"after", "从这个位置以后，上一页给出"},
                     {"before", "到这个位置以前，下一页给出"}}),
        get(address::pattern::report, "一份年度报告", with(portal::report_page)).shared(of_reports),
        shared(address::check, "检查报告：选择文件", with(portal::check_page)),
        Route::open("POST", address::check, "检查报告：结果", page, with(portal::checked_page))
            .uploading(site->services.uploads.anybody),
        shared(address::checking_rules, "检查规则", portal::rules_page),
        get(address::term, "期限计算：若干个工作日的最后一日", with(portal::term_page))
            .asking({{"from", "起算的日子，如 2025-01-15"}, {"days", "多少个工作日"}}),
        shared(address::open_data, "开放数据", portal::open_data_page),
        shared(address::sitemap, "网站地图", with(portal::sitemap_page))
            .asking({{"q", "机关名称含这些字"}, {"after", "从这个位置以后，上一页给出"}}),
        shared(address::help, "使用帮助", portal::help_page),
        get(address::view, "长辈版和高对比", site::set_preferences),
        get(address::pattern::static_file, "样式、脚本和图标", portal::static_file),
    };
}

// The pages of the bodies, where there is an office.
std::vector<Route> platform_pages(const std::shared_ptr<Site>& site) {
    if (!site->services.desks) return {};
    auto all = portal::platform_routes(site->services);
    for (auto& more :
         {portal::apply_routes(site->services, site->platforms),
          portal::tracking_routes(site->services), portal::letter_routes(site->services),
          portal::write_routes(site->services, site->platforms),
          portal::letter_track_routes(site->services)})
        all.insert(all.end(), more.begin(), more.end());
    return all;
}

std::vector<Route> data_routes(const std::shared_ptr<Site>& site) {
    const auto list_parameters = api::list_parameters(
        {{"organ", "同 q：名称含这些字的机关"}, {"year", "年度"}, {"region", "六位区划代码"}},
        "organ：按机关，新的年度在前");
    const auto get = [site](std::string_view path, std::string_view title, std::string_view answers,
                            auto work) {
        return Route::open("GET", path, title, answers,
                           [site, work](const Request& it) { return work(site->services, it); });
    };
    return {
        get(address::reports_data, "报告清单", data, api::list_reports)
            .asking(list_parameters)
            .refusing({422}),
        get(address::pattern::report_csv, "一份报告的数据", csv, api::one_report_csv),
        get(address::pattern::report_data, "一份报告和检查结果", data, api::one_report),
        get(address::all_cells, "全部报告的数据", csv, api::all_cells_csv)
            .asking(list_parameters)
            .refusing({422}),
        Route::open("POST", "/api/check", "检查一份文件，不保存", data,
                    [site](const Request& it) { return api::check(site->services, it); })
            .uploading(site->services.uploads.anybody),
        Route::open("GET", "/api/site", "这是谁的网站", data,
                    [site](const Request&) { return api::show_site(site->services); }),
        Route::open("GET", address::openapi, "接口说明", data,
                    [site](const Request&) { return http::json_answer(200, site->openapi); }),
    };
}

// Where the usual sentence speaks of report files that somebody checks.
std::string_view of_platforms(int status) {
    if (status == 413) return "填写的内容太多，没有收下。请返回上一页缩短，不超过五千字。";
    if (status == 503) return "现在访问的人较多，没有办成。请返回上一页，过一会儿再试。";
    return {};
}

Response explain(int status, std::string_view path, const Error& error) {
    if (path.starts_with("/api/")) return site::refusal(status, error);
    if (path == address::check && status == 413)
        return http::html_answer(
            status,
            portal::error_page(status,
                               error.message + "请确认选的是年度报告本身；如果报告里有大量图片，"
                                               "请另存为不含图片的文件再试。",
                               {}));
    const bool usual = error.code.starts_with("http.");
    const std::string_view said = usual && address::is_of_body(path) ? of_platforms(status) : "";
    if (!said.empty()) return http::html_answer(status, portal::error_page(status, said, {}));
    return http::html_answer(status, portal::error_page(status, error.message, {}));
}

std::vector<Route> routes_beside(const Site& site, const Beside& beside) {
    std::vector<Route> all;
    portal::set_public_log(beside.log);
    if (beside.readiness) all = health_routes(beside.readiness);
    if (!site.services.desks) return all;
    if (beside.incidents)
        for (auto& route : api::incident_routes(site.services, *beside.incidents))
            all.push_back(std::move(route));
    if (beside.uploads)
        for (auto& route : api::upload_routes(site.services, *beside.uploads))
            all.push_back(std::move(route));
    if (beside.units)
        for (auto& route : api::unit_routes(site.services, *beside.units))
            all.push_back(std::move(route));
    if (beside.log)
        all.push_back(Route::open("GET", address::pattern::verify, "存证核验", page,
                                  [&services = site.services, log = beside.log](const Request& it) {
                                      return portal::verify_page(services, *log, it);
                                  })
                          .asking({{"receipt", "回执的核验网址"},
                                   {"log", "机关，如 330302-3"},
                                   {"entry", "记录序号"},
                                   {"leaf", "记录摘要，SHA-256"}})
                          .refusing({404, 409, 422}));
    if (beside.log)
        for (auto& route : api::log_routes(site.services, *beside.log))
            all.push_back(std::move(route));
    if (beside.witness)
        for (auto& route : api::witness_routes(*beside.witness, site.services.now))
            all.push_back(std::move(route));
    if (beside.assignments)
        for (auto& route : api::assignment_routes(site.services, *beside.assignments))
            all.push_back(std::move(route));
    return all;
}

// A damaged thing is told by its address, which is one of ours; a fault of the program by its
// route, since an address may be whatever somebody typed; what the whole store lacks by its code.
void note_incidents(http::Dispatch& site, organs::Incidents& incidents,
                    std::function<std::int64_t()> now) {
    site.on_breakdown([&incidents, now = std::move(now)](const http::Breakdown& it) {
        const auto organ = journal::log_named(it.request.parameter("organ"));
        const bool of_store = !it.code.starts_with("http.");
        organs::NewIncident noted;
        noted.region = organ && !of_store ? organ->region : 0;
        noted.code = it.code;
        if (!of_store) noted.place = it.code == "http.damaged" ? it.request.path : it.pattern;
        noted.said = "最近一次的故障编号 " + it.request_id;
        incidents.note(noted, now());
    });
}

}  // namespace

std::unique_ptr<http::Dispatch> make_site(site::Services services, const Beside& beside,
                                          std::ostream& log) {
    const auto site = std::make_shared<Site>(std::move(services));
    if (beside.uploads && site->services.desks)
        site->services.desks->accounts.use_uploads(*beside.uploads);
    auto routes = pages(site);
    for (auto& route : platform_pages(site))
        routes.push_back(std::move(route));
    for (auto& route : data_routes(site))
        routes.push_back(std::move(route));
    for (auto& route : portal::console_routes())
        routes.push_back(std::move(route));
    if (site->services.desks)
        for (const auto make :
             {api::session_routes, api::second_factor_routes, api::people_routes,
              api::import_routes, api::duty_routes, api::request_routes, api::letter_routes,
              api::document_routes, api::public_routes, api::register_routes, api::report_routes,
              api::journal_routes, api::message_routes, api::message_public_routes,
              api::proposal_routes, api::draft_routes, api::retention_routes})
            for (auto& route : make(site->services))
                routes.push_back(std::move(route));
    for (auto& route : routes_beside(*site, beside))
        routes.push_back(std::move(route));
    if (site->services.state)
        for (auto& route : routes)
            if (route.audience == http::Audience::Everybody) {
                // A notice is on every page.
                route.ground = [site, of = route.ground](const Request& it) {
                    return (of ? of(it) : site->grounds.of_store()) + portal::notice();
                };
                route = site->answers.shared(std::move(route));
            }
    site->openapi.object(
        http::openapi(routes, site->services.version, api::schemas(), site->services.base));
    auto made = std::make_unique<http::Dispatch>(http::Router(std::move(routes)), explain, log,
                                                 &site->sessions);
    if (beside.incidents) note_incidents(*made, *beside.incidents, site->services.now);
    return made;
}

}  // namespace gongkai::app
