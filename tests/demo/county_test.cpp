#include "demo/county.h"

#include <doctest/doctest.h>

#include <map>
#include <memory>

#include "../desk/office_for_tests.h"
#include "demo/bodies.h"
#include "desk/report_room.h"
#include "disclosure/document.h"

using namespace gongkai;
using namespace gongkai::testing;

namespace {

demo::Plan plan_until(std::string_view last) {
    demo::Plan it;
    it.last = day(last);
    it.years = 2;
    it.requests = 60;
    it.password = "yunxi-yanshi";
    return it;
}

struct Elsewhere {
    Place place{store::Database::Engine::Sqlite};
    std::unique_ptr<store::Database> database = place.open();
    TestOffice office{*database};
};

const auto nobody = [](Date) {};

}  // namespace

TEST_CASE("the county plays through its desks, on each store") {
    on_each_office([](TestOffice& it) {
        Elsewhere other;
        const auto plan = plan_until("2025-11-20");
        REQUIRE(demo::play(it.desks, other.office.desks, plan, nobody).ok());
        CHECK(other.office.faults() == "");
        CHECK(demo::play(it.desks, other.office.desks, plan, nobody).error().code == "demo.played");

        std::vector<organs::Organ> organs;
        std::map<std::string, int> outcomes;
        it.ledger.look([&](const journal::View& view) {
            organs = it.organs.all(view, plan.region);
            for (const auto& organ : organs)
                for (const auto& request : it.requests.all(view, organ.key))
                    if (const auto code =
                            outcome(request.progress(), it.desks.requests.rules().settings))
                        ++outcomes[std::string(name(*code))];
        });
        REQUIRE(organs.size() == 12);
        // Two bodies keep theirs elsewhere; the rare ones may all be there.
        CHECK(outcomes.size() >= 18);
        const auto all = it.desks.roll_ups.accepted({organs.front().key, 2024});
        REQUIRE(all.ok());
        CHECK(all.value().missing.size() == 2);  // never came, and stays returned
    });
}

TEST_CASE("another seed and another day play as well") {
    for (const std::uint64_t seed : {1, 2, 3, 4}) {
        CAPTURE(seed);
        Elsewhere here, other;
        auto plan = plan_until(seed % 2 == 0 ? "2024-02-09" : "2026-01-15");
        plan.seed = seed;
        REQUIRE(demo::play(here.office.desks, other.office.desks, plan, nobody).ok());
        CHECK(here.office.faults() == "");
    }
}
