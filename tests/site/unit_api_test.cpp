#include "site_for_tests.h"

#include "journal/log_name.h"

using namespace gongkai;
using namespace gongkai::testing;

namespace {

boost_json::object unit(std::string_view name) { return {{"name", name}, {"unit_kind", "office"}}; }

boost_json::array units_of(TestSite& site, const TestSite::User& user) {
    return read(site.call("GET", site.path("/units", site.town), {}, user)).at("units").as_array();
}

}  // namespace

TEST_CASE("an administrator keeps the units of a body, and everybody inside reads them") {
    on_each_site([](TestSite& site) {
        const auto admin = site.sign_in("administrator");
        const auto clerk = site.sign_in("clerk");
        const auto all = site.path("/units", site.town);
        CHECK(code(site.call("POST", all, unit("党政办公室"), clerk)) == "door.right");
        const auto made = read(site.call("POST", all, unit("党政办公室"), admin));
        CHECK(made.at("number").as_string() == "1");
        CHECK(made.at("unit_kind_name").as_string() == "科室");
        CHECK(made.at("ended_on").is_null());
        CHECK(made.at("seen").as_int64() == 1);
        (void)read(site.call("POST", all, unit("柳河村"), admin));
        CHECK(code(site.call("POST", all, unit("柳河村"), admin)) == "unit.name-taken");
        const auto acts = all + "/1/acts";
        const auto me =
            std::string(read(site.call("GET", "/api/session", {}, clerk)).at("id").as_string());
        const auto admitted =
            read(site.call("POST", acts, {{"kind", "admit"}, {"person", me}, {"seen", 1}}, admin));
        CHECK(admitted.at("people") == boost_json::array{boost_json::string(me)});
        const auto ended =
            site.call("POST", acts, {{"kind", "end"}, {"on", site.today}, {"seen", 2}}, admin);
        CHECK(code(ended) == "unit.in-use");
        CHECK(ended.status == 409);
        CHECK(boost_json::parse(ended.body).at("error").at("fields").as_array()[0].at("name") ==
              "successor");
        CHECK(read(site.call("POST", acts,
                             {{"kind", "end"}, {"on", site.today}, {"successor", "2"}, {"seen", 2}},
                             admin))
                  .at("ended_on")
                  .as_string() == site.today);
        const auto told = units_of(site, clerk);
        REQUIRE(told.size() == 2);
        CHECK(told[0].at("people").as_array().empty());
        CHECK(told[1].at("people") == boost_json::array{boost_json::string(me)});
        CHECK(code(site.call("GET", "/api/organs/900199-1/units", {}, clerk)) == "organ.not-found");
    });
}

TEST_CASE("requests are assigned by the interface, and found by unit and by person") {
    on_each_site([](TestSite& site) {
        const auto admin = site.sign_in("administrator");
        const auto clerk = site.sign_in("clerk");
        (void)read(site.call("POST", site.path("/units", site.town), unit("党政办公室"), admin));
        const auto cases = site.path("/requests", site.town);
        (void)read(site.call("POST", cases, question(), clerk));
        (void)read(site.call("POST", cases, question(), clerk));
        const auto me =
            std::string(read(site.call("GET", "/api/session", {}, clerk)).at("id").as_string());
        const auto path = cases + "/2025-0001/assignment";
        const auto order = [&](std::int64_t seen) {
            return boost_json::object{
                {"unit", "1"}, {"person", me}, {"until", "2025-01-20"}, {"seen", seen}};
        };
        CHECK(code(site.call("POST", path, order(0), site.sign_in("reviewer"))) == "door.right");
        auto never = order(0);
        for (const char* until : {"9999-12-31", "2201-01-01", "1899-12-31", "0202-03-02"}) {
            never["until"] = until;
            const auto told = site.call("POST", path, never, clerk);
            CHECK(told.status == 422);
            CHECK(told.body.find("“内部办理期限”应是1900 年到 2200 年之间的日期") !=
                  std::string::npos);
        }
        const auto unseen = site.call("POST", path, order(-1), clerk);
        CHECK(unseen.status == 422);
        CHECK(unseen.body.find("“已看到的环节数”应是 0 或者正整数，现为 -1") != std::string::npos);
        const auto made = read(site.call("POST", path, order(0), clerk));
        const auto place = journal::log_name(site.town) + "/1";
        CHECK(made.at("place").as_string() == place);
        CHECK(made.at("unit_name").as_string() == "党政办公室");
        CHECK(made.at("seen").as_int64() == 1);
        CHECK(code(site.call("POST", path, order(0), clerk)) == "assignment.changed");
        const auto list = site.path("/assignments", site.town);
        const auto told = read(site.call("GET", list, {}, clerk));
        CHECK(told.at("organ").as_string() == journal::log_name(site.town));
        REQUIRE(told.at("assignments").as_array().size() == 1);
        CHECK(told.at("assignments").as_array()[0] == made);
        const auto numbers = [&](const std::string& query) {
            std::vector<std::string> all;
            const auto page = read(site.call("GET", cases + query, {}, clerk)).at("requests");
            for (const auto& line : page.as_array())
                all.emplace_back(line.at("number").as_string());
            return all;
        };
        using Numbers = std::vector<std::string>;
        CHECK(numbers("?unit=" + place) == Numbers{"2025-0001"});
        CHECK(numbers("?unit=900122-1/1").empty());
        // What can be no unit is no condition that nobody meets, and none that all do.
        for (const char* wrong : {"1", "900121-3", "900121-3/", "900121-3/a", "900121-3/2,1"}) {
            CAPTURE(wrong);
            for (const auto& each : {cases, list})
                CHECK(code(site.call("GET", each + "?unit=" + wrong, {}, clerk)) == "list.filter");
        }
        for (const char* query : {"?unit=%00", "?assignee=%00", "?unit=%zz", "?q=a%0"}) {
            CAPTURE(query);
            const auto unread = site.call("GET", cases + query, {}, clerk);
            CHECK(unread.status == 422);
            CHECK(code(unread) == "http.query");
        }
        CHECK(numbers("?assignee=account/77").empty());
        CHECK(numbers("?assignee=" + me) == Numbers{"2025-0001"});
        // A line says whose it is, and the duties give each his own beside the others.
        const auto duties =
            read(site.call("GET", site.path("/duties?limit=1", site.town), {}, clerk));
        CHECK(duties.at("duties").as_array().size() == 1);
        REQUIRE(duties.at("own").as_array().size() == 1);
        const auto& own = duties.at("own").as_array()[0];
        CHECK(own.at("number").as_string() == "2025-0001");
        CHECK(own.at("assignee").as_string() == me);
        CHECK(own.at("unit").as_string() == place);
        const auto theirs =
            read(site.call("GET", site.path("/duties", site.town), {}, site.sign_in("reviewer")));
        CHECK(theirs.at("own").as_array().empty());
        CHECK(theirs.at("duties").as_array().size() == 2);
        // The applicant is shown nothing of it.
        const auto shown = read(site.call("GET", cases + "/2025-0001", {}, clerk));
        CHECK(shown.at("acts").as_array().size() == 1);
        CHECK(site.call("POST", path + "/take-back", {{"seen", 1}}, clerk).status == 200);
        CHECK(numbers("?assignee=" + me).empty());
    });
}
