#include <doctest/doctest.h>

#include <map>
#include <set>

#include "articles_of_acts.h"
#include "requests/offer.h"
#include "requests_for_tests.h"

using namespace gongkai;
using namespace gongkai::testing;

namespace {

const Date first = day("2025-03-03"), next_day = day("2025-03-04");

// Histories that between them have every act on offer.
std::vector<Request> histories() {
    const Request received = request(first);
    const auto then = [&](std::vector<Act> acts) { return told(received, acts); };
    const Act reasons = act(AskReasons{}, first);
    const Act review = act(FileRemedy{Remedy::Review}, next_day);
    return {
        request(first, Channel::Internet),
        received,
        then({ask_correction(first, day("2025-03-14"))}),
        then({reasons}),
        then({reasons, act(GiveReasons{}, next_day)}),
        then({consult(first)}),
        then({fee(first)}),
        then({fee(first), serve(first, 1)}),
        then({decide(first)}),
        then({decide(first), act(Deliver{}, first), review}),
    };
}

}  // namespace

TEST_CASE("each act on a request is called what the law calls it, with its article") {
    std::map<std::string_view, const ArticleOfAct*> expected;
    for (const auto& row : articles_of_request_acts)
        expected[row.kind] = &row;
    CHECK(expected.size() == 22);
    const auto& beginning = row_for<Register>();  // which is on no offer
    CHECK(beginning.title == expected.at("register")->title);
    CHECK(chinese(beginning.article.value()) == expected.at("register")->article);
    std::set<std::string_view> offered{"register"};
    for (const Request& each : histories())
        for (const Offer& offer : offers(each, rules(), day("2025-12-01"))) {
            CAPTURE(offer.row->name);
            REQUIRE(expected.contains(offer.row->name));
            const auto& row = *expected.at(offer.row->name);
            CHECK(offer.row->title == row.title);
            CHECK(chinese(offer.row->article.value()) == row.article);
            offered.insert(row.kind);
        }
    for (const auto& row : articles_of_request_acts)
        CHECK_MESSAGE(offered.contains(row.kind), row.kind);
}
