// The description of the interface as generators of clients read it.
#include <algorithm>
#include <set>

#include "http/api_description.h"
#include "site_for_tests.h"

using namespace gongkai;
using namespace gongkai::testing;
using http::Route;

namespace {

boost_json::object described(TestSite& it) {
    return read(it.call("GET", "/api/openapi.json", {}, {}));
}

const boost_json::object& operation(const boost_json::object& all, const Route& route) {
    std::string method(route.method);
    std::ranges::transform(method, method.begin(), [](char c) { return char(c | 0x20); });
    return all.at("paths").at(route.path).at(method).as_object();
}

std::set<std::string> refusals(const boost_json::object& operation) {
    std::set<std::string> all;
    for (const auto& [status, meaning] : operation.at("responses").as_object())
        if (status[0] == '4') all.emplace(status);
    return all;
}

std::set<std::string> members(const boost_json::value& object) {
    std::set<std::string> all;
    for (const auto& [key, value] : object.as_object())
        all.emplace(key);
    return all;
}

}  // namespace

TEST_CASE("each call has a name of its own, a subject and an open way in or the session") {
    on_each_site([](TestSite& it) {
        const auto all = described(it);
        std::set<std::string> ids, subjects;
        for (const auto& each : all.at("tags").as_array())
            subjects.emplace(each.at("name").as_string());
        for (const auto& route : it.site->router().routes()) {
            if (!route.path.starts_with("/api/")) continue;
            CAPTURE(route.path);
            CAPTURE(route.method);
            const auto& call = operation(all, route);
            const std::string id(call.at("operationId").as_string());
            CHECK_MESSAGE(ids.insert(id).second, id);
            CHECK(std::ranges::all_of(id, [](char c) { return std::isalnum(c) != 0; }));
            const auto& tags = call.at("tags").as_array();
            REQUIRE(tags.size() == 1);
            CHECK(subjects.contains(std::string(tags[0].as_string())));
            const auto& ways = call.at("security").as_array();
            const bool open = route.right == organs::Right::Public;
            REQUIRE(ways.size() == (open ? 0 : 1));
            if (!open) {
                const bool reads = route.method == "GET";
                CHECK(members(ways[0]) == (reads ? std::set<std::string>{"session"}
                                                 : std::set<std::string>{"csrf", "session"}));
            }
            const auto can = refusals(call);
            CHECK_FALSE(can.empty());
            CHECK(can.contains("401") == !open);
            if (!open) CHECK(can.contains("403"));
            CHECK(can.contains("404") == (route.path.find('{') != route.path.npos));
            CHECK_FALSE(can.contains("405"));
        }
    });
}

TEST_CASE("calls are named by method and path, and say how they may refuse") {
    struct Line {
        std::string_view method, path, id, subject;
        std::set<std::string> refusals;
    };
    const Line table[] = {
        {"GET", "/api/reports/{id}.csv", "getReportsByIdCsv", "collected-reports", {"400", "404"}},
        {"GET", "/api/public/organs", "getPublicOrgans", "organs", {"400", "422"}},
        {"POST", "/api/session", "postSession", "session", {"400", "403", "413", "422"}},
        {"POST",
         "/api/public/organs/{organ}/requests",
         "postPublicOrgansByOrganRequests",
         "requests",
         {"400", "404", "409", "413", "422", "429"}},
        {"POST",
         "/api/public/organs/{organ}/tracking",
         "postPublicOrgansByOrganTracking",
         "requests",
         {"400", "404", "413", "422", "429"}},
        {"POST",
         "/api/organs/{organ}/requests/{number}/acts",
         "postOrgansByOrganRequestsByNumberActs",
         "requests",
         {"400", "401", "403", "404", "409", "413", "422"}},
        {"GET",
         "/api/organs/{organ}/reports/{year}/cells/{cell}",
         "getOrgansByOrganReportsByYearCellsByCell",
         "annual-reports",
         {"400", "401", "403", "404"}},
        {"GET",
         "/api/public/organs/{organ}/tree-head",
         "getPublicOrgansByOrganTreeHead",
         "journal",
         {"400", "404"}},
        {"DELETE",
         "/api/organs/{organ}/documents/{number}/attachments/{file_name}",
         "deleteOrgansByOrganDocumentsByNumberAttachmentsByFileName",
         "documents",
         {"400", "401", "403", "404", "409", "422"}},
    };
    on_each_site([&](TestSite& it) {
        const auto all = described(it);
        for (const auto& [method, path, id, subject, refused] : table) {
            CAPTURE(path);
            const auto& routes = it.site->router().routes();
            const auto route = std::ranges::find_if(routes, [&](const Route& each) {
                return each.method == method && each.path == path;
            });
            REQUIRE(route != routes.end());
            const auto& call = operation(all, *route);
            CHECK(call.at("operationId").as_string() == id);
            CHECK(call.at("tags").at(0).as_string() == subject);
            CHECK(refusals(call) == refused);
        }
        CHECK(all.at("info").at("license").at("identifier").as_string() == "Apache-2.0");
        CHECK(all.at("servers").at(0).at("url").as_string() == "/");
    });
}

TEST_CASE("what the state forbids is 409, what the content lacks 422, a wrong method alone 405") {
    on_each_site([](TestSite& it) {
        const auto clerk = it.sign_in("clerk");
        auto letter = question();
        letter["received_on"] = "2025-01-10";
        letter["submitted_on"] = "2025-01-10";
        const auto made = read(it.call("POST", it.path("/requests", it.town), letter, clerk));
        const auto path =
            it.path("/requests/" + std::string(made.at("number").as_string()), it.town);
        const auto acted = [&](boost_json::object act) {
            act["seen"] = 1;
            return it.call("POST", path + "/acts", act, clerk);
        };
        // Nothing was decided, so nothing can be delivered.
        const auto early = acted({{"kind", "deliver"}, {"on", "2025-01-13"}, {"delivery", "post"}});
        CHECK(early.status == 409);
        CHECK(code(early).starts_with("request."));
        CHECK(acted({{"kind", "extend"}, {"on", "2025-13-13"}}).status != 405);
        CHECK(acted({{"kind", "nothing"}, {"on", "2025-01-13"}}).status == 422);
        const auto deleted = it.call("DELETE", path, {}, clerk);
        CHECK(deleted.status == 405);
        CHECK(deleted.header("Allow") == "GET, HEAD");
    });
}
