// Every address that is given out: as it is written, and that it leads to a page.
#include "site/addresses.h"

#include "http/under_path.h"
#include "journal/log_name.h"
#include "site_for_tests.h"

using namespace gongkai;
using namespace gongkai::testing;

namespace address = address;

namespace {

// Drafted, reviewed and published by the town; what the desk answered last.
boost_json::object published(TestSite& it) {
    const auto clerk = it.sign_in("clerk"), reviewer = it.sign_in("reviewer");
    const boost_json::object notice{{"title", "关于公布村级财务收支情况的通知"},
                                    {"abstract", "各村2024年第四季度财务收支情况。"},
                                    {"kind", "information"},
                                    {"formed_on", "2025-01-13"},
                                    {"body", "收支如下。"},
                                    {"channels", boost_json::array{"website"}}};
    auto shown = read(it.call("POST", it.path("/documents", it.town), notice, clerk));
    const auto path = it.path("/documents/" + std::string(shown.at("number").as_string()), it.town);
    const auto act = [&](boost_json::object fields, const TestSite::User& user) {
        fields["seen"] = shown.at("seen");
        shown = read(it.call("POST", path + "/acts", fields, user));
    };
    act({{"kind", "submit"}}, clerk);
    act({{"kind", "review"}, {"verdict", "public"}, {"secrecy_checked", true}}, reviewer);
    act({{"kind", "publish"}}, clerk);
    return shown;
}

}  // namespace

TEST_CASE("each kind of address is written in one way") {
    const journal::LogKey town{900121, 3};
    const std::pair<std::string, std::string_view> table[] = {
        {address::reports_list({330101, 2024, "柳河 镇"}, "after=0.a"),
         "/reports?q=%E6%9F%B3%E6%B2%B3%20%E9%95%87&year=2024&region=330101&after=0.a"},
        {address::checking_rule("sum"), "/rules#sum"},
        {address::view_of(true, false, "/reports?q=a&page=2"),
         "/view?large=1&contrast=0&back=%2Freports%3Fq%3Da%26page%3D2"},
        {address::static_file("portal.css", "0a1b"), "/static/portal.css?v=0a1b"},
        {address::report(12), "/reports/12"},
        {address::report_data(12), "/api/reports/12"},
        {address::report_csv(12), "/api/reports/12.csv"},
        {address::platform(town), "/organs/900121-3"},
        {address::guide(town), "/organs/900121-3/guide"},
        {address::rules(town), "/organs/900121-3/rules"},
        {address::documents(town), "/organs/900121-3/documents"},
        {address::documents_of_class(town, 7), "/organs/900121-3/documents?class=7"},
        {address::yearly_reports(town), "/organs/900121-3/reports"},
        {address::yearly_report(town, 2025), "/organs/900121-3/reports/2025"},
        {address::yearly_docx(town, 2025), "/organs/900121-3/reports/2025.docx"},
        {address::yearly_csv(town, 2025), "/organs/900121-3/reports/2025.csv"},
        {address::roll_up(town, 2025), "/organs/900121-3/reports/2025/all"},
        {address::apply(town), "/organs/900121-3/apply"},
        {address::track(town), "/organs/900121-3/track"},
        {address::in_data("", "/organs/900121-3"), "/organs/900121-3"},
        {address::in_data("/zwgk", "/organs/900121-3"), "/zwgk/organs/900121-3"},
    };
    for (const auto& [made, wanted] : table)
        CHECK(made == wanted);
}

TEST_CASE("the address of a document in the interface and at the desk is its public page") {
    on_each_site([](TestSite& it) {
        const auto shown = published(it);
        const auto listed = read(it.call(
            "GET", "/api/public/organs/" + journal::log_name(it.town) + "/documents", {}, {}));
        const std::string wanted =
            "/organs/" + journal::log_name(it.town) + "/documents/2025-00001";
        for (const auto& given : {shown.at("public_url"), shown.at("published").at("url"),
                                  listed.at("documents").at(0).at("url")})
            CHECK(given.as_string() == wanted);
        const auto page = it.call("GET", wanted, {}, {});
        CHECK(page.status == 200);
        CHECK(page.body.find("关于公布村级财务收支情况的通知") != std::string::npos);
    });
}

TEST_CASE("under a path the addresses in data lead back under it") {
    on_each_site([](TestSite& it) {
        it.open_site("/zwgk");
        const http::UnderPath site(*it.site, "/zwgk");
        const auto given = std::string(published(it).at("public_url").as_string());
        CHECK(given == "/zwgk/organs/" + journal::log_name(it.town) + "/documents/2025-00001");
        http::Request request;
        request.method = "GET";
        request.path = given;
        CHECK(site.answer(request).status == 200);
        request.path = "/zwgk/api/openapi.json";
        const auto described = read(site.answer(request));
        CHECK(described.at("servers").at(0).at("url").as_string() == "/zwgk");
    });
}
