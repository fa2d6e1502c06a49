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
    const Act reasons = act(ActKind::AskReasons, first);
    Act review = act(ActKind::FileRemedy, next_day);
    review.remedy = Remedy::Review;
    return {
        request(first, Channel::Internet),
        received,
        then({ask_correction(first, day("2025-03-14"))}),
        then({reasons}),
        then({reasons, act(ActKind::GiveReasons, next_day)}),
        then({consult(first)}),
        then({fee(first)}),
        then({fee(first), about(act(ActKind::Serve, first), 1)}),
        then({decide(first)}),
        then({decide(first), act(ActKind::Deliver, first), review}),
    };
}

}  // namespace

TEST_CASE("each act on a request is called what the law calls it, with its article") {
    std::map<std::string_view, const ArticleOfAct*> expected;
    for (const auto& row : articles_of_request_acts)
        expected[row.kind] = &row;
    CHECK(expected.size() == 22);
    std::set<std::string_view> offered{"register"};  // which begins a request and is on no offer
    for (const Request& each : histories())
        for (const Offer& offer : offers(each, rules(), day("2025-12-01"))) {
            CAPTURE(name(offer.kind));
            REQUIRE(expected.contains(name(offer.kind)));
            const auto& row = *expected.at(name(offer.kind));
            CHECK(offer.title == row.title);
            CHECK(chinese(offer.clause) == row.article);
            offered.insert(row.kind);
        }
    for (const auto& row : articles_of_request_acts)
        CHECK_MESSAGE(offered.contains(row.kind), row.kind);
}
