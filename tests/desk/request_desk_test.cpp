#include "desk/request_desk.h"

#include <doctest/doctest.h>

#include <thread>

#include "office_for_tests.h"

using namespace gongkai;
using namespace gongkai::desk;
using namespace gongkai::testing;

namespace {

Result<requests::Request> done(TestOffice& it, const requests::Request& before, Act act) {
    const std::string on = iso(act.on);
    return it.desks.requests.act_on(TestOffice::at(on), before.key(), said(std::move(act), "说明"),
                                    before.acts().size());
}

}  // namespace

TEST_CASE("a request is registered, answered and tracked") {
    on_each_office([](TestOffice& it) {
        const auto town = it.town();
        const auto receipt = it.desks.requests.take_in(TestOffice::at("2025-01-15"), town,
                                                       any_question("2025-01-15"));
        REQUIRE(receipt.ok());
        const auto& given = receipt.value();
        CHECK(given.request.key().number == "2025-0001");
        CHECK(given.answer->due == day("2025-02-18"));
        CHECK(given.query_code.size() == 8);
        CHECK(given.head.size == given.entry.sequence + 1);

        const auto open_on = [&](const char* today) {
            return it.desks.request_list
                .page(town, day(today), {.filters = {{"group", "open"}}, .sort = "due"})
                .value()
                .rows;
        };
        const auto duty = open_on("2025-02-14");
        REQUIRE(duty.size() == 1);
        CHECK(duty[0].working_days_left == 2);
        const auto decided = done(it, given.request, decide(day("2025-02-17")));
        REQUIRE(decided.ok());
        REQUIRE(done(it, decided.value(), act(Deliver{}, "2025-02-18")).ok());
        CHECK(open_on("2025-02-19").empty());

        const auto& key = given.request.key();
        CHECK(it.desks.applicants.track(key, given.query_code).value().progress().state ==
              State::Delivered);
        CHECK(it.desks.applicants.track(key, "WRONG").error().code == "request.not-found");
        CHECK(it.desks.applicants.track({town, "2025-0002"}, given.query_code).error().code ==
              "request.not-found");
        const auto opened = it.desks.requests.open(key);
        REQUIRE(opened.ok());
        CHECK(opened.value().applicant()->name == "王小明");
        CHECK(*opened.value().content() == "2024年村级财务收支情况");
        CHECK(*opened.value().words(1) == "说明");
    });
}

TEST_CASE("an application without its contents is refused, and nothing is recorded") {
    const struct {
        void (*change)(NewRequest&);
        const char* code;
    } cases[] = {
        {[](NewRequest& it) { it.who.name = "　"; }, "request.applicant"},
        {[](NewRequest& it) { it.who.id_number.clear(); }, "request.id-number"},
        {[](NewRequest& it) { it.who.id_number = "900121199001011235"; }, "request.id-number"},
        {[](NewRequest& it) { it.who.phone.clear(); }, "request.contact"},
        {[](NewRequest& it) { it.content = records::in_clear(" \n"); }, "request.content"},
        {[](NewRequest& it) { it.content = records::in_clear(std::string(40'000, 'x')); },
         "request.content"},
        {[](NewRequest& it) { it.items = 0; }, "request.items"},
        {[](NewRequest& it) { it.received_on = day("2025-02-01"); }, "request.act.future"},
    };
    on_each_office([&](TestOffice& it) {
        const auto town = it.town();
        for (const auto& c : cases) {
            CAPTURE(c.code);
            auto asked = any_question("2025-01-15");
            c.change(asked);
            const auto receipt =
                it.desks.requests.take_in(TestOffice::at("2025-01-15"), town, asked);
            REQUIRE_FALSE(receipt.ok());
            CHECK(receipt.error().code == c.code);
        }
        const auto nowhere = it.desks.requests.take_in(TestOffice::at("2025-01-15"), {region, 99},
                                                       any_question("2025-01-15"));
        CHECK(nowhere.error().code == "organ.not-found");
        it.ledger.look([&](const journal::View& view) { CHECK(view.head(town).size == 0); });
    });
}

TEST_CASE("of two who decide on the same request one is told that the other was quicker") {
    on_each_office([](TestOffice& it) {
        const auto town = it.town();
        const auto request =
            it.desks.requests
                .take_in(TestOffice::at("2025-01-15"), town, any_question("2025-01-15"))
                .value()
                .request;
        std::atomic<int> won = 0, told = 0;
        {
            std::vector<std::jthread> clerks;
            for (int i = 0; i < 6; ++i)
                clerks.emplace_back([&] {
                    const auto result = done(it, request, extend(day("2025-01-20")));
                    if (result.ok()) ++won;
                    if (!result.ok() && result.error().code == "request.changed") ++told;
                });
        }
        CHECK(won == 1);
        CHECK(told == 5);
    });
}

TEST_CASE("whoever proposes an extension does not agree to it himself") {
    on_each_office([](TestOffice& it) {
        const auto town = it.town();
        const auto first =
            it.desks.requests
                .take_in(TestOffice::at("2025-01-15"), town, any_question("2025-01-15"))
                .value()
                .request;
        const Act propose = act(ProposeExtension{20}, "2025-01-20");
        const auto proposed = done(it, first, propose).value();
        CHECK(done(it, proposed, extend(day("2025-01-21"))).error().code == "request.extend.own");
        const auto agreed = it.desks.requests.act_on(TestOffice::at("2025-01-21", "account/2"),
                                                     first.key(), extend(day("2025-01-21")), 2);
        CHECK(agreed.ok());
    });
}

TEST_CASE("a day begins at midnight in China") {
    CHECK(china_day(1'735'660'799'999) == day("2024-12-31"));
    CHECK(china_day(1'735'660'800'000) == day("2025-01-01"));
}
