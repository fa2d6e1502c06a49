#include "desk/person_opening.h"

#include <doctest/doctest.h>

#include "office_for_tests.h"
#include "store/ledger/entries.h"

using namespace gongkai;
using namespace gongkai::testing;
using records::Right;

TEST_CASE("an ID number shows its first and last signs alone") {
    CHECK(desk::masked_id_number("330100198001011234") == "3301**********1234");
    CHECK(desk::masked_id_number("E12345678") == "E1*****78");
    CHECK(desk::masked_id_number("护照CANARY01") == "护照******01");
    CHECK(desk::masked_id_number("123") == "***");
    CHECK(desk::masked_id_number("") == "");
}

TEST_CASE("whoever looks at an ID number is on record, and the number is not") {
    on_each_office([](TestOffice& it) {
        const auto town = it.town();
        auto asked = any_question("2025-01-02");
        const std::string number = asked.who.id_number;
        REQUIRE(number.size() > 8);
        const auto key = it.desks.requests.take_in(TestOffice::at("2025-01-02"), town, asked)
                             .value()
                             .request.key();
        const auto shown = it.desks.requests.open(key).value();
        CHECK(shown.applicant()->id_number == desk::masked_id_number(number));
        CHECK(shown.applicant()->name == asked.who.name);
        CHECK(it.desks.person_openings.of_request(key).empty());
        CHECK(
            it.desks.person_openings.open(TestOffice::at("2025-01-03", "account/7"), key).value() ==
            number);
        CHECK(
            it.desks.person_openings.open(TestOffice::at("2025-01-04", "account/8"), key).value() ==
            number);
        const auto openings = it.desks.person_openings.of_request(key);
        REQUIRE(openings.size() == 2);
        CHECK(openings[0].by == "account/8");
        CHECK(openings[1].by == "account/7");
        CHECK(openings[1].at == TestOffice::at("2025-01-03").at);
        // It is no act of the request: who acts on it has still seen it all.
        CHECK(it.desks.requests.open(key).value().request.acts().size() == 1);
        it.database.each("SELECT payload FROM journal_entry", {}, [&](const store::Row& row) {
            CHECK(store::bytes_of(store::blob(row[0])).find(number) == std::string::npos);
        });
    });
}

TEST_CASE("who may not answer requests opens no ID number, and leaves no record") {
    on_each_office([](TestOffice& it) {
        const auto town = it.town();
        const auto key =
            it.desks.requests
                .take_in(TestOffice::at("2025-01-02"), town, any_question("2025-01-02"))
                .value()
                .request.key();
        const desk::Actor reader({"account/9", TestOffice::at("2025-01-03").at},
                                 [](Right right) { return right != Right::HandleRequests; });
        CHECK(it.desks.person_openings.open(reader, key).error().code == "door.right");
        auto other = key;
        other.number = "2025-0099";
        CHECK(it.desks.person_openings.open(TestOffice::at("2025-01-03"), other).error().code ==
              "request.not-found");
        CHECK(it.desks.person_openings.of_request(key).empty());
        CHECK(it.desks.person_openings.of_request(other).empty());
    });
}
