// How SQLite finds what lists count and search: by an index that knows more than the body, so that
// a long list costs no more than a short one. Its plans rest on the indexes alone; PostgreSQL's on
// what the tables hold, and bench_pages shows them.
#include <doctest/doctest.h>

#include <algorithm>

#include "engines.h"
#include "store/ledger/documents.h"
#include "store/ledger/ledger.h"
#include "store/ledger/messages.h"
#include "store/ledger/people.h"
#include "store/ledger/proposals.h"
#include "store/ledger/requests.h"
#include "store/migrations.h"
#include "watched.h"

using namespace gongkai;
using testing::Watched;

namespace {

const journal::LogKey town{900121, 3};
const Date today = *parse_date("2026-03-02");

// The statements that reading a list makes.
struct Lists {
    testing::Place place{store::Database::Engine::Sqlite};
    std::unique_ptr<store::Database> database = place.open();
    Watched watched{*database};
    store::Ledger ledger{watched, store::VaultKey::random()};

    std::vector<store::Row> partial;

    Lists() {
        store::migrate(*database);
        partial = database->run(
            "SELECT name FROM sqlite_master WHERE type = 'index' AND sql LIKE '% WHERE %'", {});
    }

    std::vector<Watched::Statement> read(const std::function<void(const journal::View&)>& work) {
        watched.seen.clear();
        ledger.look(work);
        return watched.seen;
    }
    // What of a statement's plan goes through all rows of a body. An index of a part of them does
    // not.
    std::string through_all(const Watched::Statement& statement) {
        const std::string_view of_a_body = "(region=? AND organ=?)";
        std::string lines;
        for (const std::string& line : testing::plan_of(*database, statement))
            if (goes_through(line) || (line.ends_with(of_a_body) && !by_part(line)))
                lines += line + "\n";
        return lines;
    }
    // "counted" and "found" are what was looked up before.
    static bool goes_through(const std::string& line) {
        return line.starts_with("SCAN ") && line != "SCAN counted" && line != "SCAN found";
    }
    bool by_part(const std::string& line) {
        return std::ranges::any_of(partial, [&](const store::Row& index) {
            return line.find(" " + store::text(index[0]) + " ") != line.npos;
        });
    }
};

struct List {
    const char* name;
    std::function<void(const journal::View&, const records::Ask&)> page;
};

std::vector<List> staff_lists() {
    const Date soon = today + std::chrono::days{7};
    return {{"requests",
             [=](const journal::View& view, const records::Ask& ask) {
                 CHECK(store::RequestRepository().page(view, town, {today, soon}, ask).ok());
             }},
            {"documents",
             [=](const journal::View& view, const records::Ask& ask) {
                 CHECK(store::DocumentRepository().page(view, town, {today, soon}, ask).ok());
             }},
            {"messages",
             [](const journal::View& view, const records::Ask& ask) {
                 CHECK(store::MessageRepository().page(view, town, ask, today).ok());
             }},
            {"proposals", [](const journal::View& view, const records::Ask& ask) {
                 CHECK(store::ProposalRepository().page(view, town, ask, today).ok());
             }}};
}

// Counts a group: that of the whole list has no condition of its own and ends at a thousand.
bool counts_a_group(const std::string& sql) {
    return sql.find("counted") != sql.npos && sql.find("organ = $2 LIMIT") == sql.npos;
}

}  // namespace

TEST_CASE("each fixed group of a list is counted by an index") {
    Lists lists;
    for (const List& list : staff_lists()) {
        CAPTURE(list.name);
        int counted = 0;
        for (const auto& statement :
             lists.read([&](const journal::View& view) { list.page(view, {}); })) {
            if (!counts_a_group(statement.sql)) continue;
            ++counted;
            CAPTURE(statement.sql);
            CHECK(lists.through_all(statement) == "");
        }
        CHECK(counted >= 6);
    }
}

TEST_CASE("a number or a name that nobody has is found missing without reading the list") {
    Lists lists;
    for (const List& list : staff_lists()) {
        const std::string_view name = list.name;
        if (name != "requests" && name != "messages") continue;  // whose words lie sealed
        CAPTURE(list.name);
        for (const char* sort : {"due", "-received", "number"})
            for (const auto& statement : lists.read([&](const journal::View& view) {
                     list.page(view, {.search = "王小明", .sort = sort});
                 })) {
                CAPTURE(statement.sql);
                CHECK(lists.through_all(statement) == "");
            }
    }
}

TEST_CASE("what ended, what lies sealed and what waits are found among the others") {
    Lists lists;
    const auto by_index = [&](const char* what, const std::string& index) {
        return [&lists, what, index](const std::function<void(const journal::View&)>& work) {
            CAPTURE(what);
            bool used = false;
            for (const auto& statement : lists.read(work))
                for (const std::string& line : testing::plan_of(*lists.database, statement))
                    used = used || line.find(index) != line.npos;
            CHECK(used);
        };
    };
    by_index("ended bodies", "body_ended")([](const journal::View& view) {
        CHECK(store::Bodies().ended(view, town.region, today).empty());
    });
    const auto lists_of = staff_lists();
    by_index("sealed texts", "document_sealed")(
        [&](const journal::View& view) { lists_of[1].page(view, {.search = "低保"}); });
    by_index("awaited answers", "message_awaiting")([&](const journal::View& view) {
        lists_of[2].page(view, {.filters = {{"group", "awaiting"}}, .sort = "due"});
    });
    by_index("duties of proposals", "proposal_by_next_due")([&](const journal::View& view) {
        lists_of[3].page(view, {.filters = {{"group", "duties"}}, .sort = "duty"});
    });
}
