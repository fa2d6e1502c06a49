#include "store/drafts.h"

#include <doctest/doctest.h>

#include "base/damaged.h"
#include "engines.h"
#include "store/ledger/entries.h"
#include "store/migrations.h"

using namespace gongkai;
using organs::Draft;
using organs::DraftPlace;
using testing::on_each_database;

namespace {

struct Kept {
    explicit Kept(store::Database& it) : database(it) { store::migrate(it); }
    store::Database& database;
    store::VaultKey key = store::VaultKey::random();
    store::Drafts drafts{database, key};
};

const DraftPlace decision{900121, 3, "account/7", "request.2026-0001.decide"};

DraftPlace of_another_account(DraftPlace it) {
    it.account = "account/8";
    return it;
}

}  // namespace

TEST_CASE("a draft is there for its account, body and subject, and for nobody else") {
    on_each_database([](store::Database& database) {
        Kept it(database);
        CHECK(!it.drafts.find(decision));
        CHECK(it.drafts.put(decision, {"{\"words\":\"理由\"}", 1000}, {}));
        REQUIRE(it.drafts.find(decision));
        CHECK(it.drafts.find(decision)->content == "{\"words\":\"理由\"}");
        CHECK(it.drafts.find(decision)->changed == 1000);
        CHECK(!it.drafts.find(of_another_account(decision)));
        CHECK(!it.drafts.find({900121, 4, decision.account, decision.subject}));
        CHECK(!it.drafts.find({900122, 3, decision.account, decision.subject}));
        CHECK(!it.drafts.find({900121, 3, decision.account, "request.2026-0001.deliver"}));
        it.drafts.drop(of_another_account(decision));
        CHECK(it.drafts.find(decision));
        it.drafts.drop(decision);
        CHECK(!it.drafts.find(decision));
    });
}

TEST_CASE("a draft that was changed elsewhere is not written over") {
    on_each_database([](store::Database& database) {
        Kept it(database);
        CHECK(!it.drafts.put(decision, {"a", 1000}, 900));  // gone meanwhile
        CHECK(it.drafts.put(decision, {"a", 1000}, {}));
        CHECK(!it.drafts.put(decision, {"b", 2000}, {}));
        CHECK(!it.drafts.put(decision, {"b", 2000}, 999));
        CHECK(it.drafts.find(decision)->content == "a");
        CHECK(it.drafts.put(decision, {"b", 2000}, 1000));
        CHECK(it.drafts.find(decision)->content == "b");
        CHECK(it.drafts.find(decision)->changed == 2000);
    });
}

TEST_CASE("the store holds no word of a draft, and a box that was moved does not open") {
    on_each_database([](store::Database& database) {
        Kept it(database);
        CHECK(it.drafts.put(decision, {"王小明的身份证号", 1000}, {}));
        const auto rows =
            database.run("SELECT box FROM draft WHERE region = $1", {decision.region});
        REQUIRE(rows.size() == 1);
        CHECK(store::bytes_of(store::blob(rows[0][0])).find("王小明") == std::string::npos);
        database.transaction([](store::Connection& connection) {
            connection.run("UPDATE draft SET account = $2 WHERE region = $1",
                           {std::int64_t(900121), std::string("account/8")});
        });
        CHECK_THROWS_AS((void)it.drafts.find(of_another_account(decision)), Damaged);
    });
}

TEST_CASE("drafts are counted, listed and dropped by account, and by age") {
    on_each_database([](store::Database& database) {
        Kept it(database);
        DraftPlace other = decision;
        other.subject = "report.2025.words";
        CHECK(it.drafts.put(other, {"b", 2000}, {}));
        CHECK(it.drafts.put(decision, {"a", 1000}, {}));
        CHECK(it.drafts.put(of_another_account(decision), {"c", 3000}, {}));
        CHECK(it.drafts.count(900121, "account/7") == 2);
        const auto begun = it.drafts.begun(decision);
        REQUIRE(begun.size() == 2);
        CHECK(begun[0].subject == "report.2025.words");
        CHECK(begun[1].subject == "request.2026-0001.decide");
        CHECK(begun[1].changed == 1000);
        it.drafts.drop_older(900122, 9000);  // elsewhere
        it.drafts.drop_older(900121, 2000);
        CHECK(!it.drafts.find(decision));
        CHECK(it.drafts.find(other));
        it.drafts.drop_all(900121, "account/7");
        CHECK(it.drafts.count(900121, "account/7") == 0);
        CHECK(it.drafts.find(of_another_account(decision)));
    });
}
