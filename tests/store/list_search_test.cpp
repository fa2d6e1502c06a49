// Lists are searched by their indexes, or row by row as far as a page may cost.
#include "things_for_tests.h"

using namespace gongkai;
using namespace gongkai::testing;

TEST_CASE("a list is searched by the beginning of a number, by words and by what else is said") {
    on_each_database([](Database& database) {
        make_things(database);
        put(database, {{.subject = "2026-0001", .words = "财政预算abc"},
                       {.subject = "2026-0002", .words = "100%完成_好"},
                       {.subject = "2025-0001", .words = "100元完成-好"}});
        using All = std::vector<std::string>;
        const auto search = [&](std::string sought, const Listing& of = things) {
            return found(database, {.search = std::move(sought), .sort = "number"}, of);
        };
        CHECK(search("2026") == All{"2026-0001", "2026-0002"});
        CHECK(search("2026-0002") == All{"2026-0002"});
        CHECK(search("0001").empty());
        CHECK(search("預算ＡＢＣ") == All{"2026-0001"});
        CHECK(search("100%完") == All{"2026-0002"});
        CHECK(search("完成_") == All{"2026-0002"});
        CHECK(search("\\").empty());
        CHECK(search("abc 财政") == All{"2026-0001"});
        CHECK(search("完成　100 好") == All{"2025-0001", "2026-0002"});
        CHECK(search("财政 100").empty());
        Listing with_weight = things;
        with_weight.also_found = {
            "SELECT subject FROM thing WHERE region = $1 AND organ = $2 AND weight = ?",
            {std::int64_t{0}}};
        CHECK(search("nothing of it", with_weight).size() == 3);
        // The same where nothing is read row by row: what is found is found by keys.
        Listing by_keys = with_weight;
        by_keys.search = {{"subject", Search::How::Begins}};
        CHECK(search("2026", by_keys).size() == 3);
        by_keys.also_found = {};
        CHECK(search("2026", by_keys) == All{"2026-0001", "2026-0002"});
        CHECK(search("0001", by_keys).empty());
    });
}

namespace {

// Ten things, of which every third is about water, in a list of which a search looks at four.
const std::string water = "水利";

Listing in_stretches(Database& database) {
    make_things(database);
    std::vector<Thing> all;
    for (int i = 0; i < 10; ++i)
        all.push_back({.subject = "s" + std::to_string(i),
                       .due = "2026-03-0" + std::to_string(9 - i / 2),
                       .weight = i,
                       .words = i % 3 == 0 ? water : "农业"});
    put(database, all);
    Listing list = things;
    list.searched_at_most = 4;
    return list;
}

}  // namespace

TEST_CASE("a search of a long list says how far it looked, and goes on from there") {
    on_each_database([](Database& database) {
        const Listing list = in_stretches(database);
        const auto water_by_number = [&](const std::string& after, int limit = 50) {
            return page(database,
                        {.search = water, .sort = "number", .after = after, .limit = limit}, list)
                .value();
        };
        using All = std::vector<std::string>;
        const auto first = water_by_number("");
        CHECK(subjects(first) == All{"s0", "s3"});
        CHECK(first.searched == 4);
        CHECK(first.count == Count{2, true});
        const auto second = water_by_number(first.next);
        CHECK(subjects(second) == All{"s6"});
        CHECK(second.searched == 4);
        const auto last = water_by_number(second.next);
        CHECK(subjects(last) == All{"s9"});
        CHECK(last.searched == 0);
        CHECK(last.next.empty());
        // A full page goes on behind its last row, and has not looked in vain at anything.
        const auto full = water_by_number("", 1);
        CHECK(subjects(full) == All{"s0"});
        CHECK(full.searched == 0);
        CHECK(subjects(water_by_number(full.next, 1)) == All{"s3"});
    });
}

TEST_CASE("a search that finds nothing looks at no more than its stretch, and says so") {
    on_each_database([](Database& database) {
        const Listing list = in_stretches(database);
        const auto nothing = page(database, {.search = "没有这样的"}, list).value();
        CHECK(nothing.rows.empty());
        CHECK(nothing.searched == 4);
        CHECK(nothing.count == Count{0, true});
        CHECK_FALSE(nothing.next.empty());
        // Where all of the list was looked at nothing is left to look at.
        Listing just_long_enough = list;
        just_long_enough.searched_at_most = 10;
        const auto all = page(database, {.search = "没有这样的"}, just_long_enough).value();
        CHECK(all.searched == 0);
        CHECK(all.next.empty());
        CHECK(all.count == Count{0, false});
        Listing whole = list;
        whole.searched_at_most = 0;
        CHECK(page(database, {.search = water}, whole).value().count == Count{4, false});
    });
}

TEST_CASE("every order and filter gives the same hits in stretches as at once") {
    on_each_database([](Database& database) {
        const Listing list = in_stretches(database);
        Listing whole = list;
        whole.searched_at_most = 0;
        for (const std::string sort : {"number", "-number", "due", "-due", "weight", "-weight"})
            for (const std::vector<Ask::Filter>& filters : std::vector<std::vector<Ask::Filter>>{
                     {}, {{"from", "2026-03-06"}}, {{"weight", "3,6,7"}}, {{"state", "done"}}})
                for (const int limit : {1, 2, 50}) {
                    CAPTURE(sort);
                    CAPTURE(limit);
                    Ask ask{.filters = filters, .search = water, .sort = sort, .limit = 50};
                    const auto at_once = found(database, ask, whole);
                    ask.limit = limit;
                    std::vector<std::string> seen;
                    int pages = 0;
                    do {
                        const auto it = page(database, ask, list).value();
                        for (auto& subject : subjects(it))
                            seen.push_back(std::move(subject));
                        ask.after = it.next;
                    } while (!ask.after.empty() && ++pages < 20);
                    CHECK(pages < 20);
                    CHECK(seen == at_once);
                }
    });
}

TEST_CASE("days that are asked for are not looked through in vain") {
    on_each_database([](Database& database) {
        const Listing list = in_stretches(database);
        // Four things are as old as that; a stretch of the whole list would have ended before them.
        const auto late = page(
            database, {.filters = {{"to", "2026-03-06"}}, .search = water, .sort = "-due"}, list);
        CHECK(subjects(late.value()) == std::vector<std::string>{"s6", "s9"});
        CHECK(late.value().searched == 0);
    });
}
