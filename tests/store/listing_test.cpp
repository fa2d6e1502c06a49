#include "things_for_tests.h"

#include <algorithm>
#include <map>
#include <random>
#include <set>

using namespace gongkai;
using namespace gongkai::testing;

namespace {

using Between = std::function<void()>;

// All rows, a page after the other.
std::vector<std::string> walked(
    Database& database, Ask ask, const Between& between = [] {}) {
    std::vector<std::string> all;
    do {
        const auto it = page(database, ask);
        REQUIRE(it.ok());
        CHECK(it.value().rows.size() <= std::size_t(ask.limit));
        for (auto& subject : subjects(it.value()))
            all.push_back(std::move(subject));
        ask.after = it.value().next;
        between();
    } while (!ask.after.empty());
    return all;
}

std::vector<Thing> any_things(int count, unsigned seed) {
    std::mt19937 random(seed);
    std::vector<Thing> all;
    for (int i = 0; i < count; ++i) {
        Thing it;
        // Bytes above and below the letters: an order by language would be another one.
        it.subject = std::string(i % 3 == 0 ? "件" : i % 3 == 1 ? "a" : "B") + std::to_string(i);
        it.due = "2026-03-0" + std::to_string(1 + random() % 5);
        it.weight = std::int64_t(random() % 4) - 1;
        all.push_back(std::move(it));
    }
    return all;
}

std::vector<std::string> in_order(std::vector<Thing> all, const std::string& sort) {
    const auto key = [&](const Thing& it) {
        const std::string by = sort.find("due") != sort.npos      ? it.due
                               : sort.find("weight") != sort.npos ? std::to_string(it.weight + 1)
                                                                  : "";
        return std::pair(by, it.subject);
    };
    std::ranges::sort(all, {}, key);
    if (sort.starts_with('-')) std::ranges::reverse(all);
    std::vector<std::string> order;
    for (const Thing& it : all)
        order.push_back(it.subject);
    return order;
}

}  // namespace

TEST_CASE("walking the pages gives every row once, in order, on both stores") {
    on_each_database([](Database& database) {
        make_things(database);
        const auto all = any_things(57, 1);
        put(database, all);
        // Of another body and another region: none of this list.
        put(database,
            {{.subject = "other", .log = {900121, 4}}, {.subject = "far", .log = {1, 3}}});
        for (const std::string sort : {"number", "-number", "due", "-due", "weight", "-weight"})
            for (const int limit : {1, 7, 56, 57, 58, 200}) {
                CAPTURE(sort);
                CAPTURE(limit);
                CHECK(walked(database, {.sort = sort, .limit = limit}) == in_order(all, sort));
            }
        CHECK(walked(database, {}) == in_order(all, "-due"));
    });
}

TEST_CASE("pages stay right while others write: what does not change is seen once, in order") {
    on_each_database([](Database& database) {
        make_things(database);
        const auto all = any_things(60, 2);
        std::vector<Thing> still, moving;
        for (const Thing& it : all)
            (it.subject.ends_with('7') ? moving : still).push_back(it);
        for (const std::string sort : {"due", "-due", "weight", "number"}) {
            CAPTURE(sort);
            database.transaction(
                [](Connection& connection) { connection.run("DELETE FROM thing", {}); });
            put(database, all);
            std::mt19937 random(3);
            int added = 0;
            auto seen = walked(database, {.sort = sort, .limit = 7}, [&] {
                put(database, {{.subject = "new" + std::to_string(++added), .due = "2026-03-03"}});
                Thing moved = moving[random() % moving.size()];
                moved.due = "2026-03-0" + std::to_string(1 + random() % 5);
                moved.weight = std::int64_t(random() % 4) - 1;
                put(database, {moved});
                if (added > 20) FAIL("the list does not end");
            });
            std::erase_if(seen, [&](const std::string& it) {
                return it.starts_with("new") || it.ends_with('7');
            });
            CHECK(seen == in_order(still, sort));
        }
    });
}

TEST_CASE("a hundred thousand rows come once and in the same order on both stores") {
    constexpr int many = 100'000;
    std::vector<std::pair<std::string, std::string>> expected;  // day, subject
    for (int i = 1; i <= many; ++i)
        expected.emplace_back("2026-03-0" + std::to_string(1 + i % 5), "s" + std::to_string(i));
    std::ranges::sort(expected, std::greater{});
    on_each_database([&](Database& database) {
        make_things(database);
        database.transaction([&](Connection& connection) {
            connection.run(
                "INSERT INTO thing (region, organ, subject, due, weight, state, words) "
                "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < $3) "
                "SELECT CAST($1 AS BIGINT), CAST($2 AS BIGINT), 's' || i, "
                "'2026-03-0' || (1 + i % 5), 0, 'new', '' FROM n",
                {here.region, here.organ, std::int64_t{many}});
        });
        Ask ask{.sort = "-due", .limit = 200};
        std::size_t seen = 0, wrong = 0;
        int pages = 0;
        do {
            const auto it = page(database, ask).value();
            for (const auto& subject : subjects(it)) {
                if (subject.starts_with("new")) continue;
                wrong += seen >= expected.size() || subject != expected[seen].second;
                ++seen;
            }
            ask.after = it.next;
            // Others write meanwhile, before and behind this place.
            put(database, {{.subject = "new" + std::to_string(++pages),
                            .due = "2026-03-0" + std::to_string(1 + pages % 5)}});
        } while (!ask.after.empty() && pages < 2000);
        CHECK(seen == expected.size());
        CHECK(wrong == 0);
    });
}

TEST_CASE("the row at which a page ended may be gone: the next one goes on behind its place") {
    on_each_database([](Database& database) {
        make_things(database);
        put(database, {{"a", "2026-03-01"}, {"b", "2026-03-02"}, {"c", "2026-03-03"}});
        const auto first = page(database, {.sort = "due", .limit = 2});
        REQUIRE(subjects(first.value()) == std::vector<std::string>{"a", "b"});
        database.transaction([](Connection& connection) {
            connection.run("DELETE FROM thing WHERE region = 900121 AND subject = 'b'", {});
        });
        CHECK(found(database, {.sort = "due", .after = first.value().next}) ==
              std::vector<std::string>{"c"});
        CHECK(page(database, {.sort = "due", .after = first.value().next}).value().next.empty());
    });
}

TEST_CASE("filters hold together, each in its own way") {
    on_each_database([](Database& database) {
        make_things(database);
        put(database, {{"a", "2025-12-31", 1, "new"},
                       {"b", "2026-01-01", 2, "done"},
                       {"c", "2026-12-31", 3, "new"},
                       {"d", std::string(no_day), 2, "held"}});
        const auto by = [&](std::vector<Ask::Filter> filters) {
            return found(database, {.filters = std::move(filters), .sort = "number"});
        };
        using All = std::vector<std::string>;
        CHECK(by({{"weight", "2"}}) == All{"b", "d"});
        CHECK(by({{"weight", "1,3"}}) == All{"a", "c"});
        CHECK(by({{"state", "new,held"}}) == All{"a", "c", "d"});
        CHECK(by({{"state", "new"}, {"weight", "3"}}) == All{"c"});
        CHECK(by({{"year", "2026"}}) == All{"b", "c"});
        CHECK(by({{"from", "2026-01-01"}}) == All{"b", "c"});  // d has no day
        CHECK(by({{"to", "2026-01-01"}}) == All{"a", "b"});
        CHECK(by({{"group", "open"}}) == All{"a", "c", "d"});
        CHECK(by({{"group", "late"}}) == All{"a"});
        CHECK(by({{"state", "nothing"}}).empty());
    });
}

TEST_CASE("a list of a part of a table has no other rows, and its groups neither") {
    on_each_database([](Database& database) {
        make_things(database);
        put(database, {{"a", "2026-03-01", 1}, {"b", "2026-03-02", 2}, {"c", "2026-03-03", 1}});
        Listing part = things;
        part.only = {"weight = ?", {std::int64_t{1}}};
        const auto it = page(database, {.sort = "number"}, part).value();
        CHECK(subjects(it) == std::vector<std::string>{"a", "c"});
        CHECK(it.count.number == 2);
        CHECK(it.groups[0].count.number == 2);
        CHECK(found(database, {.filters = {{"group", "late"}}, .sort = "-due"}, part) ==
              std::vector<std::string>{"c", "a"});
    });
}

TEST_CASE("what a list does not have is an error, never passed over") {
    on_each_database([](Database& database) {
        make_things(database);
        put(database, {{"a"}, {"b"}});
        CHECK(refusal(database, {.sort = "state"}) == "list.sort");
        CHECK(refusal(database, {.sort = "--due"}) == "list.sort");
        CHECK(refusal(database, {.sort = "due; DROP TABLE thing"}) == "list.sort");
        for (const Ask::Filter& filter : std::vector<Ask::Filter>{{"colour", "red"},
                                                                  {"weight", "heavy"},
                                                                  {"weight", "1,"},
                                                                  {"year", "26"},
                                                                  {"from", "2026-02-30"},
                                                                  {"group", "closed"}}) {
            CAPTURE(filter.name);
            CHECK(refusal(database, {.filters = {filter}}) == "list.filter");
        }
        Listing bare = things;
        bare.search.clear();
        bare.groups.clear();
        CHECK(refusal(database, {.search = "a"}, bare) == "list.search");
        CHECK(refusal(database, {.filters = {{"group", "open"}}}, bare) == "list.filter");
        CHECK(refusal(database, {.after = "7"}) == "list.cursor");
        // A cursor of the same list in another order, and one that no page has given.
        const auto next = page(database, {.sort = "due", .limit = 1}).value().next;
        REQUIRE_FALSE(next.empty());
        CHECK(refusal(database, {.sort = "-due", .after = next}) == "list.cursor");
        CHECK(refusal(database,
                      {.sort = "due", .after = written({std::int64_t{1}, "a"}, "thing due")}) ==
              "list.cursor");
        CHECK(page(database, {.sort = "colour"}).error().kind == ErrorKind::Invalid);
    });
}

TEST_CASE("a thousand are counted, and of more it is said that there are more") {
    on_each_database([](Database& database) {
        make_things(database);
        std::vector<Thing> all;
        for (int i = 0; i < 1000; ++i)
            all.push_back({.subject = std::to_string(i), .state = i < 3 ? "done" : "new"});
        put(database, all);
        const auto counts = [&](const Ask& ask) { return page(database, ask).value(); };
        CHECK(counts({}).count == Count{1000, false});
        put(database, {{.subject = "one more"}});
        CHECK(counts({.limit = 1}).count == Count{1000, true});
        const auto done = counts({.filters = {{"state", "done"}}, .limit = 1});
        CHECK(done.count == Count{3, false});
        // The groups are those of the whole list, whatever is asked.
        REQUIRE(done.groups.size() == 2);
        CHECK(done.groups[0].name == "open");
        CHECK(done.groups[0].count == Count{998, false});
        CHECK(done.groups[1].count == Count{998, false});
    });
}

TEST_CASE("a list whose rows are told apart by a number is walked by it") {
    on_each_database([](Database& database) {
        make_things(database);
        std::vector<Thing> all;
        for (const int weight : {9, 10, 100, 2})
            all.push_back({.subject = "s" + std::to_string(weight), .weight = weight});
        put(database, all);
        Listing by_weight = things;
        by_weight.key = "weight";
        by_weight.key_holds = Holds::Whole;
        std::vector<std::string> seen;
        for (const std::string sort : {"weight", "-due"}) {
            Ask ask{.sort = sort, .limit = 1};
            do {
                const auto it = page(database, ask, by_weight).value();
                seen.push_back(subjects(it).at(0));
                ask.after = it.next;
            } while (!ask.after.empty() && seen.size() < 9);
        }
        CHECK(seen ==
              std::vector<std::string>{"s2", "s9", "s10", "s100", "s100", "s10", "s9", "s2"});
    });
}
