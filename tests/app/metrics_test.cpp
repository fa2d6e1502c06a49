// What an operator's monitor sees: every request is counted under its route, and nothing of what
// anybody asked or wrote is in the figures.
#include "app/metrics.h"

#include <fstream>

#include "../site/site_for_tests.h"
#include "app/health.h"
#include "app/metrics_server.h"
#include "http/metrics_text.h"

using namespace gongkai;
using namespace gongkai::testing;

namespace {

bool has(const std::string& text, const std::string& part) { return text.find(part) != text.npos; }

struct WatchedSite {
    explicit WatchedSite(TestSite& of) : it(of), database(of.it.database) {}

    std::string figures(std::int64_t now = 0) {
        return app::metrics(
            {*it.site,
             [] {
                 return std::array<http::LaneLoad, http::lane_count>{http::LaneLoad{2, 7}};
             },
             commits, database, admission, folder.path, folder.path / "checkpoint",
             folder.path / "backup", "1.2.3"},
            now);
    }

    TestSite& it;
    store::Database& database;
    store::CommitTimes commits;
    store::Admission admission;
    Folder folder;
};

http::Request asked(const std::string& path) {
    http::Request request;
    request.method = "GET";
    request.path = path;
    request.query = {{"q", "金丝雀"}};
    request.headers = {{"Host", "localhost"}};
    request.client = "192.0.2.77";
    return request;
}

}  // namespace

TEST_CASE("requests are counted by the pattern of their route, lane and status") {
    on_each_site([](TestSite& site) {
        WatchedSite it(site);
        for (int i = 0; i < 3; ++i)
            (void)site.site->answer(asked(filled("/organs/{organ}", site.town)));
        (void)site.site->answer(asked("/reports/金丝雀"));
        (void)site.site->answer(asked("/金丝雀"));
        const auto text = it.figures();
        CHECK(has(text,
                  "gongkai_requests_total{route=\"/organs/{organ}\",method=\"GET\",lane=\"pages\","
                  "status=\"2xx\"} 3\n"));
        CHECK(
            has(text, "route=\"/reports/{id}\",method=\"GET\",lane=\"pages\",status=\"4xx\"} 1\n"));
        CHECK(has(text, "route=\"(none)\",method=\"\",lane=\"pages\",status=\"4xx\"} 1\n"));
        CHECK_FALSE(has(text, "route=\"/api/session\""));  // which nobody asked for
        CHECK_FALSE(has(text, "金丝雀"));
        CHECK_FALSE(has(text, "%E9"));
        CHECK_FALSE(has(text, "192.0.2.77"));
    });
}

TEST_CASE("figures say how lanes, logs and commits stand") {
    on_each_site([](TestSite& site) {
        WatchedSite it(site);
        using std::chrono::microseconds;
        for (const auto took :
             {microseconds(900), microseconds(1000), microseconds(1001), microseconds(6'000'000)})
            it.commits.note(took);
        const auto text = it.figures();
        CHECK(has(text, "gongkai_lane_requests{lane=\"pages\",state=\"working\"} 2\n"));
        CHECK(has(text, "gongkai_lane_requests{lane=\"pages\",state=\"waiting\"} 7\n"));
        CHECK(has(text, "gongkai_commit_seconds_bucket{le=\"0.001\"} 2\n"));
        CHECK(has(text, "gongkai_commit_seconds_bucket{le=\"0.0025\"} 3\n"));
        CHECK(has(text, "gongkai_commit_seconds_bucket{le=\"5\"} 3\n"));
        CHECK(has(text, "gongkai_commit_seconds_bucket{le=\"+Inf\"} 4\n"));
        CHECK(has(text, "gongkai_commit_seconds_sum 6.002901\n"));
        CHECK(has(text, "gongkai_commit_seconds_count 4\n"));
        CHECK(has(text, "gongkai_database_up 1\n"));
        CHECK(has(text, "gongkai_log_entries{organ=\"" +
                            filled("{organ}", {site.town.region, 0}).substr(0, 6)));
        CHECK(has(text, "gongkai_takes_acts 1\n"));
        CHECK(has(text, "gongkai_build_info{version=\"1.2.3\"} 1\n"));
    });
}

TEST_CASE("the age of the newest backup and of the checkpoint is told where there are any") {
    on_each_site([](TestSite& site) {
        WatchedSite it(site);
        CHECK_FALSE(has(it.figures(), "gongkai_backup_age_seconds"));
        CHECK_FALSE(has(it.figures(), "gongkai_checkpoint_age_seconds"));
        for (const auto* state : {"20261129T041500.000Z", "20261130T041500.250Z"}) {
            std::filesystem::create_directories(it.folder.path / "backup/states" / state);
            std::ofstream(it.folder.path / "backup/states" / state / "state.json") << "{}";
        }
        std::ofstream(it.folder.path / "checkpoint") << "x";
        // 2026-11-30 04:16:00 UTC.
        const auto text = it.figures(1'796'012'160'000);
        CHECK(has(text, "gongkai_backup_age_seconds 59.75\n"));
        CHECK(has(text, "gongkai_checkpoint_age_seconds "));
    });
}

TEST_CASE("a commit is timed, what rolled back is not") {
    on_each_engine([](const Place& place) {
        store::CommitTimes times;
        const auto database = store::timed(place.open(), times);
        make_table(*database);
        const auto made = times.counted();
        database->transaction([](store::Connection& connection) { add(connection, 1); });
        database->transaction_ending([](store::Connection& connection) {
            add(connection, 2);
            return store::Ending::RollBack;
        });
        CHECK_THROWS_AS(database->transaction(
                            [](store::Connection&) { throw std::runtime_error("broken off"); }),
                        std::runtime_error);
        CHECK(count(*database) == 1);
        const auto counted = times.counted();
        std::uint64_t more = 0;
        for (std::size_t i = 0; i < counted.in_step.size(); ++i)
            more += counted.in_step[i] - made.in_step[i];
        CHECK(more == 1);
        CHECK(counted.all > made.all);
    });
}

TEST_CASE("labels are escaped as Prometheus reads them") {
    http::MetricsText text;
    text.metric("m", "gauge", "Help.");
    text.sample({{"a", "x\"y\\z\n"}}, 1);
    CHECK(text.text() == "# HELP m Help.\n# TYPE m gauge\nm{a=\"x\\\"y\\\\z\\n\"} 1\n");
}

TEST_CASE("the port of the metrics cannot be had twice, and the refusal says what to do") {
    std::ostringstream log;
    const app::MetricsServer first(
        0, [] { return std::string("x"); }, log);
    try {
        const app::MetricsServer second(
            first.port(), [] { return std::string("x"); }, log);
        FAIL("two servers on one port");
    } catch (const std::runtime_error& fault) {
        CHECK(has(fault.what(), std::to_string(first.port())));
        CHECK(has(fault.what(), "--metrics-port"));
    }
}

TEST_CASE("ready is who can make pages, though acts wait") {
    app::Readiness now;
    const http::Router router(app::health_routes([&] { return now; }));
    const auto ask = [&](const char* path) {
        return router.match("GET", path)->route->handler({});
    };
    CHECK(ask("/healthz").body == "ok\n");
    now = {true, "ready"};
    CHECK(ask("/readyz").status == 200);
    now = {true, "reading-only checkpoint.set-back"};
    CHECK(ask("/readyz").status == 200);
    CHECK(ask("/readyz").body == "reading-only checkpoint.set-back\n");
    now = {false, "store.gone"};
    CHECK(ask("/readyz").status == 503);
    CHECK(ask("/healthz").status == 200);
}
