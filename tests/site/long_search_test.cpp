// A search of more rows than a page looks at: the page says so, and how to go on.
#include "portal_for_tests.h"
#include "records/listing.h"

using namespace gongkai;
using namespace gongkai::testing;

namespace {

// Public documents of the town, the oldest of which alone is about 低保.
void put_documents(TestPortal& it, int count) {
    it.it.database.transaction([&](store::Connection& connection) {
        connection.run(
            "INSERT INTO public_document (region, organ, subject, short_index, index_number, "
            "title, document_number, kind, subject_class, formed_on, published_on, "
            "first_published_on, ends_on, by_repeal, attachments, interprets, about_disclosure, "
            "names, folded) "
            "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < $3) "
            "SELECT CAST($1 AS BIGINT), CAST($2 AS BIGINT), 'document/2024-' || (100000 + i), "
            "'2024-' || (100000 + i), 'X/2024-' || (100000 + i), "
            "CASE i WHEN 1 THEN '低保名单' ELSE '农路养护' END, '', 'information', 0, "
            "'2024-05-06', '2024-05-06', '2024-05-06', '', 0, 0, '', 0, "
            "CASE i WHEN 1 THEN '低保名单' ELSE '农路养护' END, "
            "CASE i WHEN 1 THEN '低保名单' ELSE '农路养护' END FROM n",
            {it.town.region, it.town.organ, std::int64_t{count}});
    });
}

// What was put beside the journal is gone before all is held against it.
void take_away(TestPortal& it) {
    it.it.database.transaction([&](store::Connection& connection) {
        connection.run("DELETE FROM public_document WHERE region = $1 AND organ = $2",
                       {it.town.region, it.town.organ});
    });
}

// The page to which 接着查后面的 leads.
http::Response further(TestPortal& it, const http::Response& page) {
    const std::string address = between(page.body, "后面的还没有查。<a href=\"", "\"");
    const auto after = address.find("after=");
    REQUIRE(after != std::string::npos);
    return it.get(it.path("/documents"), {{"q", "低保"}, {"after", address.substr(after + 6)}});
}

}  // namespace

TEST_CASE("a search of a long list says where it stopped, and goes on from there") {
    on_each_portal([](TestPortal& it) {
        put_documents(it, records::searched_at_most + 1);
        const auto first = it.get(it.path("/documents"), {{"q", "低保"}});
        CHECK(first.status == 200);
        CHECK(has(first, "这一次按顺序查了 10000 条，没有找到，后面的还没有查。"));
        CHECK(!has(first, "没有这样的文件"));
        const auto second = further(it, first);
        CHECK(has(second, "低保名单"));
        CHECK(!has(second, "后面的还没有查"));
        // Where a page is filled nobody needs to look further than that.
        const auto found = it.get(it.path("/documents"), {{"q", "农路"}});
        CHECK(has(found, "1000+ 份文件"));
        CHECK(!has(found, "后面的还没有查"));
        take_away(it);
    });
}

TEST_CASE("a search of a list that is no longer says that there is nothing") {
    on_each_portal([](TestPortal& it) {
        put_documents(it, records::searched_at_most);
        const auto page = it.get(it.path("/documents"), {{"q", "廉租房"}});
        CHECK(has(page, "没有这样的文件"));
        CHECK(!has(page, "还没有查"));
        take_away(it);
    });
}
