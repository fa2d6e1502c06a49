#include "store/incidents.h"

#include <doctest/doctest.h>

#include "engines.h"
#include "store/migrations.h"

using namespace gongkai;
using namespace gongkai::testing;

namespace {

constexpr std::int64_t region = 900121, noon = 1'767'225'600'000;

// Each test with the tables of the program.
void on_each_store(const std::function<void(store::Database&)>& body) {
    on_each_database([&](store::Database& database) {
        store::migrate(database);
        body(database);
    });
}

std::vector<std::string> places(const std::vector<organs::Incident>& all) {
    std::vector<std::string> places;
    for (const auto& it : all)
        places.push_back(it.place);
    return places;
}

}  // namespace

TEST_CASE("an incident is one line however often it happens, the last first") {
    on_each_store([](store::Database& database) {
        store::Incidents incidents(database);
        incidents.note({region, "http.damaged", "/a", "编号 1"}, noon);
        incidents.note({region, "http.damaged", "/b", "编号 2"}, noon + 1000);
        incidents.note({region, "http.damaged", "/a", "编号 3"}, noon + 2000);
        incidents.note({0, "store.disk-full", "", ""}, noon + 500);
        incidents.note({region + 1, "http.damaged", "/elsewhere", ""}, noon);
        CHECK(incidents.told_to(region).empty());  // not kept yet
        incidents.keep();
        incidents.note({region, "http.damaged", "/a", "编号 4"}, noon + 3000);
        incidents.keep();
        incidents.keep();

        const auto all = incidents.told_to(region);
        CHECK(places(all) == std::vector<std::string>{"/a", "/b", ""});
        CHECK(all[0].times == 3);
        CHECK(all[0].first_at == noon);
        CHECK(all[0].last_at == noon + 3000);
        CHECK(all[0].said == "编号 4");
        CHECK(all[2].region == 0);
        CHECK(incidents.open_for(region) == 3);
        CHECK(places(incidents.told_to(region + 1)) == std::vector<std::string>{"", "/elsewhere"});
    });
}

TEST_CASE("what was acknowledged is open again once it happens again, and for its region alone") {
    on_each_store([](store::Database& database) {
        store::Incidents incidents(database);
        incidents.note({region, "http.damaged", "/a", ""}, noon);
        incidents.keep();
        const auto id = incidents.told_to(region).at(0).id;
        CHECK_FALSE(incidents.acknowledge(region + 1, id, noon, "account/9"));
        CHECK_FALSE(incidents.acknowledge(region, "0123456789abcdef", noon, "account/1"));
        CHECK(incidents.open_for(region) == 1);
        CHECK(incidents.acknowledge(region, id, noon, "account/1"));
        CHECK(incidents.open_for(region) == 0);
        CHECK(incidents.told_to(region).at(0).seen_by == "account/1");
        incidents.note({region, "http.damaged", "/a", ""}, noon + 1);
        incidents.keep();
        CHECK(incidents.open_for(region) == 1);
        // Somebody acknowledges what he saw, not what came meanwhile.
        CHECK(incidents.acknowledge(region, id, noon, "account/1"));
        CHECK(incidents.open_for(region) == 1);
    });
}

TEST_CASE("texts are cut, and of incidents without end the newest thousand are kept") {
    on_each_store([](store::Database& database) {
        store::Incidents incidents(database);
        std::string endless;
        for (int i = 0; i < 1000; ++i)
            endless += "长";
        incidents.note({region, "http.damaged", endless + '\0', endless}, noon);
        incidents.keep();
        CHECK(incidents.told_to(region).at(0).place.size() == std::size_t{200} * 3);
        CHECK(incidents.told_to(region).at(0).said.size() == std::size_t{500} * 3);
        for (int i = 1; i <= 1100; ++i) {
            incidents.note({region, "http.damaged", std::to_string(i), ""}, noon + i);
            if (i % 100 == 0) incidents.keep();
        }
        CHECK(incidents.told_to(region).size() == 200);
        CHECK(incidents.told_to(region).at(0).place == "1100");
        CHECK(incidents.open_for(region) == 1000);
        for (int i = 0; i < 300; ++i)
            incidents.note({region, "http.incident", std::to_string(i), ""}, noon + 2000);
        incidents.keep();
        CHECK(places(incidents.told_to(region)).size() == 200);
        CHECK(incidents.open_for(region) == 1000);
    });
}

TEST_CASE("what cannot be written now is written later") {
    const Place place(store::Database::Engine::Sqlite);
    const auto database = place.open();
    store::migrate(*database);
    store::Incidents incidents(*database);
    incidents.note({region, "http.damaged", "/a", ""}, noon);
    database->transaction([](store::Connection& connection) {
        connection.run("ALTER TABLE incident RENAME TO gone", {});
    });
    CHECK_THROWS_AS(incidents.keep(), store::StoreError);
    incidents.note({region, "http.damaged", "/a", ""}, noon + 1);
    database->transaction([](store::Connection& connection) {
        connection.run("ALTER TABLE gone RENAME TO incident", {});
    });
    { const store::IncidentKeeper keeper(incidents); }  // its end keeps what is left
    REQUIRE(incidents.told_to(region).size() == 1);
    CHECK(incidents.told_to(region)[0].times == 2);
}
