#pragma once

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "engines.h"
#include "store/ledger/listing.h"

// A table of things, and a list of them in which everything can be asked.
namespace gongkai::testing {

using namespace gongkai::records;
using store::Connection;
using store::Database;
using store::Filter;
using store::Holds;
using store::Listing;
using store::Search;

inline const journal::LogKey here{900121, 3};

// Things with a day and a weight, few of each so that many are equal.
inline const Listing things{
    "thing",
    {"subject", "due", "weight"},
    {{"number", "subject"}, {"due", "due"}, {"weight", "weight", Holds::Whole}},
    "-due",
    {{"weight", "weight", Filter::How::Is, Holds::Whole},
     {"state", "state"},
     {"from", "due", Filter::How::From},
     {"to", "due", Filter::How::To},
     {"year", "due", Filter::How::Year}},
    {{"subject", Search::How::Begins}, {"words", Search::How::Folded}},
    {{"open", {"state <> ?", {"done"}}},
     {"late", {"state <> ? AND due < ?", {"done", "2026-03-05"}}}}};

inline void make_things(Database& database) {
    database.transaction([&](Connection& connection) {
        const std::string text = database.engine() == Database::Engine::Sqlite
                                     ? "TEXT NOT NULL"
                                     : "TEXT COLLATE \"C\" NOT NULL";
        connection.run_script(
            "CREATE TABLE thing (region BIGINT NOT NULL, organ BIGINT NOT NULL, "
            "subject " +
            text + ", due " + text +
            ", weight BIGINT NOT NULL, "
            "state " +
            text + ", words " + text +
            ", PRIMARY KEY (region, organ, subject));"
            "CREATE INDEX thing_due ON thing (region, organ, due, subject)");
    });
}

struct Thing {
    std::string subject, due = "2026-03-02";
    std::int64_t weight = 0;
    std::string state = "new", words = "";
    journal::LogKey log = here;
};

inline void put(Database& database, const std::vector<Thing>& all) {
    database.transaction([&](Connection& connection) {
        for (const Thing& it : all)
            connection.run(
                "INSERT INTO thing (region, organ, subject, due, weight, state, words) "
                "VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (region, organ, "
                "subject) DO UPDATE SET due = excluded.due, weight = excluded.weight",
                {it.log.region, it.log.organ, it.subject, it.due, it.weight, it.state, it.words});
    });
}

inline Result<Page<store::Row>> page(Database& database, const Ask& ask,
                                     const Listing& of = things) {
    Result<Page<store::Row>> page = Page<store::Row>{};
    database.read(
        [&](Connection& connection) { page = store::page_of(connection, here, of, ask); });
    return page;
}

inline std::vector<std::string> subjects(const Page<store::Row>& page) {
    std::vector<std::string> all;
    for (const store::Row& row : page.rows)
        all.push_back(store::text(row.at(0)));
    return all;
}

inline std::vector<std::string> found(Database& database, const Ask& ask,
                                      const Listing& of = things) {
    const auto it = page(database, ask, of);
    REQUIRE(it.ok());
    return subjects(it.value());
}

inline std::string refusal(Database& database, const Ask& ask, const Listing& of = things) {
    const auto it = page(database, ask, of);
    return it.ok() ? "" : it.error().code;
}

}  // namespace gongkai::testing
