#include "desk/second_factor.h"

#include <doctest/doctest.h>

#include "base/one_time_code.h"
#include "office_for_tests.h"

using namespace gongkai;
using namespace gongkai::testing;
using organs::Role;

namespace {

constexpr const char *login = "liuhe.wang", *password = "correct horse battery";
constexpr std::int64_t second = 1000;
const std::int64_t now = TestOffice::at("2025-01-02").at;

std::string code_of(const std::string& secret, std::int64_t at) {
    return one_time_code(base32_bytes(secret).value(), at / (30 * second));
}

organs::Session session(std::string csrf = "token") {
    organs::Session it;
    it.region = region;
    it.id = "no session";
    it.csrf = std::move(csrf);
    return it;
}

// An account that comes in with codes.
struct Enrolled {
    TestOffice& it;
    std::string id;
    std::string secret;
    std::vector<std::string> recovery;

    explicit Enrolled(TestOffice& office) : it(office) {
        const desk::NewAccount wanted{
            login, password, it.town().organ, {Role::Clerk}, {"王芳", ""}};
        id = it.desks.accounts.create(TestOffice::at("2025-01-02"), region, wanted).value().id;
        auto& factor = it.desks.second_factor;
        secret = factor.new_secret(account(), session());
        recovery =
            factor.enrol(TestOffice::at("2025-01-02", id), account(), session(), code_at(now))
                .value();
    }
    std::string code_at(std::int64_t at) const { return code_of(secret, at); }
    organs::Account account() const { return it.desks.accounts.of_region(region).front().account; }
    std::string in(std::int64_t at, const std::string& code,
                   const std::string& with = password) const {
        const auto opened = it.desks.door.sign_in(at, login, with, {"10.0.0.1", ""}, code);
        return opened.ok() ? "in" : opened.error().code;
    }
};

}  // namespace

TEST_CASE("an account with codes comes in with password and code, and with neither alone") {
    on_each_office([](TestOffice& office) {
        const Enrolled at(office);
        const auto later = now + 60 * second;
        CHECK(at.in(later, "") == "door.code");
        CHECK(at.in(later, "000000") == "door.code-wrong");
        CHECK(at.in(later, at.code_at(later), "wrong") == "door.wrong");
        CHECK(at.in(later, at.code_at(later)) == "in");
    });
}

TEST_CASE("a code lets in once, and none that is older than the last") {
    on_each_office([](TestOffice& office) {
        const Enrolled at(office);
        // The one that it was begun with has been used.
        CHECK(at.in(now, at.code_at(now)) == "door.code-wrong");
        const auto later = now + 90 * second;
        CHECK(at.in(later, at.code_at(later)) == "in");
        CHECK(at.in(later, at.code_at(later)) == "door.code-wrong");
        CHECK(at.in(later, at.code_at(later - 30 * second)) == "door.code-wrong");
        CHECK(at.in(later, at.code_at(later + 30 * second)) == "in");  // a clock that is fast
        CHECK(at.in(later, at.code_at(later + 60 * second)) == "door.code-wrong");
    });
}

TEST_CASE("guessing at codes shuts the door as guessing at passwords does") {
    on_each_office([](TestOffice& office) {
        const Enrolled at(office);
        const auto later = now + 90 * second;
        // Being asked for the code is no guess.
        for (int i = 0; i < 10; ++i)
            CHECK(at.in(later, "") == "door.code");
        for (int i = 0; i < 5; ++i)
            CHECK(at.in(later, "000000") == "door.code-wrong");
        CHECK(at.in(later, at.code_at(later)) == "door.shut");
        CHECK(at.in(later + 2 * second, at.code_at(later)) == "in");
    });
}

TEST_CASE("each recovery code lets in once, as it was written down") {
    on_each_office([](TestOffice& office) {
        const Enrolled at(office);
        REQUIRE(at.recovery.size() == 10);
        CHECK(office.desks.second_factor.recovery_codes_left(at.account()) == 10);
        CHECK(at.recovery[0].size() == 11);  // ABCDE-FGHJK
        CHECK(at.in(now, at.recovery[0]) == "in");
        CHECK(at.in(now, at.recovery[0]) == "door.code-wrong");
        CHECK(office.desks.second_factor.recovery_codes_left(at.account()) == 9);
        std::string plain = at.recovery[1];
        plain.erase(5, 1);
        for (char& sign : plain)
            if (sign >= 'A' && sign <= 'Z') sign = char(sign + 32);
        CHECK(at.in(now, plain) == "in");
        CHECK(at.in(now, "ABCDE-FGHJK") == "door.code-wrong");
        const auto events = office.desks.account_log.of_account(at.account());
        CHECK(events.front().kind == "account.recover");
    });
}

TEST_CASE("a secret begins to count with a code of its own, and replaces the one before") {
    on_each_office([](TestOffice& office) {
        const Enrolled at(office);
        const auto by = TestOffice::at("2025-01-02", at.id);
        auto& factor = office.desks.second_factor;
        const auto other = factor.new_secret(at.account(), session());
        CHECK(factor.enrol(by, at.account(), session(), "000000").error().code == "account.code");
        desk::Actor later = by;
        later.at += 60 * second;
        CHECK(factor.enrol(later, at.account(), session(), at.code_at(later.at)).error().code ==
              "account.code");
        REQUIRE(factor.enrol(later, at.account(), session(), code_of(other, later.at)).ok());
        const auto then = now + 120 * second;
        CHECK(at.in(then, at.code_at(then)) == "door.code-wrong");
        CHECK(at.in(then, at.recovery[0]) == "door.code-wrong");
        CHECK(at.in(then, code_of(other, then)) == "in");
    });
}

TEST_CASE("the house makes the secret, another for each session, and the same until it counts") {
    on_each_office([](TestOffice& office) {
        const desk::NewAccount wanted{login, password, office.town().organ, {Role::Clerk}, {}};
        const auto opened = [&](std::string name) {
            auto it = wanted;
            it.login = std::move(name);
            return office.desks.accounts.create(TestOffice::at("2025-01-02"), region, it).value();
        };
        const auto one = opened("liuhe.wang"), two = opened("liuhe.li");
        const auto& factor = office.desks.second_factor;
        const auto secret = factor.new_secret(one, session());
        CHECK(secret.size() == 32);
        CHECK(base32_bytes(secret).value().size() == 20);
        CHECK(factor.new_secret(one, session()) == secret);
        CHECK(factor.new_secret(one, session("another")) != secret);
        CHECK(factor.new_secret(two, session()) != secret);
        auto enrolled = one;
        enrolled.second_factor.seal.id = "1";
        CHECK(factor.new_secret(enrolled, session()) != secret);
        desk::SecondFactor elsewhere(office.ledger, office.accounts, office.sessions,
                                     office.account_settings, "another house");
        CHECK(elsewhere.new_secret(one, session()) != secret);
    });
}

TEST_CASE("an administrator takes the codes away, never his own, and the owner is told") {
    on_each_office([](TestOffice& office) {
        const Enrolled at(office);
        auto& factor = office.desks.second_factor;
        const auto later = now + 60 * second;
        const auto open =
            office.desks.door.sign_in(later, login, password, {}, at.code_at(later)).value().cookie;
        CHECK(factor.reset(TestOffice::at("2025-01-02", at.id), region, at.id).error().code ==
              "account.own-factor");
        const auto admin = TestOffice::at("2025-01-03", "account/99");
        REQUIRE(factor.reset(admin, region, at.id).ok());
        CHECK_FALSE(office.desks.door.who_is(open, later));
        CHECK(at.in(later, "") == "in");
        CHECK(factor.reset(admin, region, at.id).error().code == "account.no-factor");
        const auto untold = office.desks.account_log.untold(at.account());
        REQUIRE(untold.size() == 1);
        CHECK(untold[0].kind == "account.reset_factor");
        CHECK(untold[0].by == "account/99");
        CHECK(untold[0].at == admin.at);
    });
}

TEST_CASE("the place says which roles do nothing without codes") {
    on_each_office([](TestOffice& office) {
        const desk::NewAccount wanted{
            login, password, office.town().organ, {Role::Clerk, Role::Reviewer}, {}};
        const auto account =
            office.desks.accounts.create(TestOffice::at("2025-01-02"), region, wanted).value();
        const auto& factor = office.desks.second_factor;
        CHECK_FALSE(factor.is_missing(account));
        office.account_settings.second_factor_of = {Role::Administrator};
        CHECK_FALSE(factor.is_missing(account));
        office.account_settings.second_factor_of = {Role::Administrator, Role::Reviewer};
        CHECK(factor.is_missing(account));
        office.account_settings.second_factor_of = {};
        office.account_settings.second_factor_of_all = true;
        CHECK(factor.is_missing(account));
    });
}

TEST_CASE("neither secret nor recovery codes are in any table in the clear") {
    on_each_office([](TestOffice& office) {
        const Enrolled at(office);
        for (const char* all : {"SELECT payload FROM journal_entry", "SELECT box FROM sealed_datum",
                                "SELECT record FROM account"})
            office.database.each(all, {}, [&](const store::Row& row) {
                const auto bytes = store::bytes_of(store::blob(row[0]));
                CHECK(bytes.find(at.secret) == std::string::npos);
                CHECK(bytes.find(at.recovery[0].substr(0, 5)) == std::string::npos);
            });
    });
}
