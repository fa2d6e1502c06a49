#include <doctest/doctest.h>

#include <map>
#include <set>

#include "articles_of_acts.h"
#include "disclosure/offer.h"
#include "documents_for_tests.h"

using namespace gongkai;
using namespace gongkai::testing::publication;
using gongkai::testing::day;

TEST_CASE("each act on a document is called what the law calls it, with its article") {
    const Date first = day("2025-03-03");
    const Document draft = drafted(content("甲", first, Kind::Rule), first);
    const Document submitted = told(draft, {act(Submit{}, first)});
    // Documents that between them have every act on offer.
    const Document all[] = {draft, submitted, told(submitted, {review(first, 0)}),
                            published(content("甲", first, Kind::Rule), first)};
    std::map<std::string_view, const ArticleOfAct*> expected;
    for (const auto& row : articles_of_document_acts)
        expected[row.kind] = &row;
    CHECK(expected.size() == 10);
    // It begins a document and is on no offer.
    const auto& beginning = records::row_for<DocumentSubject, Draft>();
    CHECK(beginning.title == expected.at("draft")->title);
    CHECK(chinese(*beginning.article) == expected.at("draft")->article);
    std::set<std::string_view> offered{"draft"};
    for (const Document& each : all)
        for (const auto& offer : offers(each, reviewer, day("2025-03-04"))) {
            CAPTURE(offer.row->name);
            REQUIRE(expected.contains(offer.row->name));
            const auto& row = *expected.at(offer.row->name);
            CHECK(offer.row->title == row.title);
            CHECK(chinese(*offer.row->article) == row.article);
            offered.insert(row.kind);
        }
    for (const auto& row : articles_of_document_acts)
        CHECK_MESSAGE(offered.contains(row.kind), row.kind);
}
