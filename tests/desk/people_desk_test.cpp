#include "desk/desks.h"

#include <doctest/doctest.h>

#include "office_for_tests.h"
#include "store/ledger/entries.h"

using namespace gongkai;
using namespace gongkai::desk;
using namespace gongkai::testing;
using organs::Role;

namespace {

const std::string password = "春江潮水连海平，海上明月共潮生";

NewAccount clerk(std::int64_t organ) {
    return {"liuhe.wang", password, organ, {Role::Clerk}, {"王芳", "0000-1234567"}};
}

std::int64_t at(std::string_view on, std::int64_t seconds = 0) {
    return TestOffice::at(on).at + seconds * 1000;
}

}  // namespace

TEST_CASE("who has an account gets in, and out again") {
    on_each_office([](TestOffice& it) {
        it.account_settings.idle_minutes = 12 * 60;
        const auto town = it.town();
        const auto account =
            it.desks.accounts.create(TestOffice::at("2025-01-02"), region, clerk(town.organ));
        REQUIRE(account.ok());
        const auto opened = it.desks.door.sign_in(at("2025-01-02"), "liuhe.wang", password);
        REQUIRE(opened.ok());
        const auto& cookie = opened.value().cookie;
        CHECK(it.desks.door.who_is(cookie, at("2025-01-02", 3600))->account.id ==
              account.value().id);
        // Twelve hours, as docs/api.md says.
        CHECK(it.desks.door.who_is(cookie, at("2025-01-02", 12 * 3600 - 1)));
        CHECK_FALSE(it.desks.door.who_is(cookie, at("2025-01-02", 12 * 3600)));
        CHECK_FALSE(it.desks.door.who_is(cookie, at("2025-01-03")));
        CHECK_FALSE(it.desks.door.who_is(cookie + "0", at("2025-01-02")));
        CHECK_FALSE(it.desks.door.who_is("", at("2025-01-02")));
        it.sessions.end(cookie);
        CHECK_FALSE(it.desks.door.who_is(cookie, at("2025-01-02")));
    });
}

TEST_CASE("an account that was closed or got a new password is signed out") {
    on_each_office([](TestOffice& it) {
        const auto town = it.town();
        const auto now = at("2025-01-02");
        const auto by = TestOffice::at("2025-01-02");
        const auto id = it.desks.accounts.create(by, region, clerk(town.organ)).value().id;
        const auto first = it.desks.door.sign_in(now, "liuhe.wang", password).value().cookie;
        REQUIRE(it.desks.accounts.change_password(by, region, id, "another long password").ok());
        CHECK_FALSE(it.desks.door.who_is(first, now));
        CHECK_FALSE(it.desks.door.sign_in(now, "liuhe.wang", password).ok());
        const auto second =
            it.desks.door.sign_in(now, "liuhe.wang", "another long password").value().cookie;
        REQUIRE(it.desks.accounts.change(by, region, id, {{Role::Clerk}, false}).ok());
        CHECK_FALSE(it.desks.door.who_is(second, now));
        CHECK(it.desks.door.sign_in(now, "liuhe.wang", "another long password").error().code ==
              "door.wrong");
        // Opened again, he comes in by the door: no old session comes back to life.
        REQUIRE(it.desks.accounts.change(by, region, id, {{Role::Clerk}, true}).ok());
        CHECK_FALSE(it.desks.door.who_is(first, now));
        CHECK_FALSE(it.desks.door.who_is(second, now));
        CHECK(it.desks.door.sign_in(now, "liuhe.wang", "another long password").ok());
    });
}

TEST_CASE("closing an account or changing a password signs nobody else out") {
    on_each_office([](TestOffice& it) {
        const auto town = it.town();
        const auto now = at("2025-01-02");
        const auto by = TestOffice::at("2025-01-02");
        const auto id = it.desks.accounts.create(by, region, clerk(town.organ)).value().id;
        auto other = clerk(town.organ);
        other.login = "liuhe.li";
        REQUIRE(it.desks.accounts.create(by, region, other).ok());
        const auto colleague = it.desks.door.sign_in(now, "liuhe.li", password).value().cookie;
        REQUIRE(it.desks.accounts.change_password(by, region, id, "another long password").ok());
        REQUIRE(it.desks.accounts.change(by, region, id, {{Role::Clerk}, false}).ok());
        CHECK(it.desks.door.who_is(colleague, now));
    });
}

TEST_CASE("a body bears its old name until the day before it got the new one") {
    on_each_office([](TestOffice& it) {
        const auto town = it.town();
        const auto rename = [&](const char* on, const char* name) {
            organs::Organ wanted;
            it.ledger.look(
                [&](const journal::View& view) { wanted = it.organs.current(view, town).value(); });
            wanted.name = name;
            return it.desks.organs.change(TestOffice::at(on), wanted).value();
        };
        (void)rename("2025-03-01", "云溪县柳河街道办事处");
        (void)rename("2025-03-01", "云溪县柳河街道办事处");  // the same name is no new one
        const auto twice = rename("2026-01-01", "云溪县东柳河街道办事处");
        REQUIRE(twice.former_names.size() == 2);
        CHECK(twice.former_names[0].name == "云溪县柳河镇人民政府");
        CHECK(iso(twice.former_names[0].until) == "2025-02-28");
        CHECK(twice.former_names[1].name == "云溪县柳河街道办事处");
        CHECK(iso(twice.former_names[1].until) == "2025-12-31");
    });
}

TEST_CASE("the second of two who change the same body or account is told, and changes nothing") {
    on_each_office([](TestOffice& it) {
        const auto town = it.town();
        const auto by = TestOffice::at("2025-01-02", "account/99");
        const auto find = [&] { return it.desks.organs.find(town).value(); };
        auto first = find(), second = find();
        CHECK(first.acts == 1);
        first.contact.phone = "0900-1111111";
        second.contact.phone = "0900-2222222";
        CHECK(it.desks.organs.change(by, first, first.acts).value().acts == 2);
        const auto late = it.desks.organs.change(by, second, second.acts);
        CHECK(late.error().code == "organ.changed");
        CHECK(late.error().kind == ErrorKind::Conflict);
        CHECK(find().contact.phone == "0900-1111111");
        CHECK(find().acts == 2);
        CHECK(it.desks.organs.page(region, {}).value().rows.at(0).acts == 2);
        CHECK(it.desks.organs.change(by, second, 2).ok());  // once he has seen it

        const auto id = it.desks.accounts.create(by, region, clerk(town.organ)).value().id;
        CHECK(it.desks.accounts.change(by, region, id, {{Role::Reviewer}, true}, 1).ok());
        CHECK(it.desks.accounts.change(by, region, id, {{Role::Clerk}, true}, 1).error().code ==
              "account.changed");
        // The password's own erasure is no act.
        REQUIRE(it.desks.accounts.change_password(by, region, id, "another long password").ok());
        const auto now = it.desks.accounts.page(region, {}).value().rows.at(0).account;
        CHECK(now.acts == 3);
        CHECK(now.roles == organs::Roles{Role::Reviewer});
        CHECK(it.desks.accounts.change(by, region, id, {{Role::Clerk}, true}, 3).ok());
    });
}

TEST_CASE("the owner is told what others did to his account until he has read it") {
    on_each_office([](TestOffice& it) {
        const auto town = it.town();
        const auto& log = it.desks.account_log;
        const auto admin = TestOffice::at("2025-01-03", "account/99");
        const auto id = it.desks.accounts.create(admin, region, clerk(town.organ)).value().id;
        const auto own = TestOffice::at("2025-01-04", id);
        const auto account = [&] { return it.desks.accounts.of_region(region).at(0).account; };
        CHECK(log.untold(account()).empty());
        REQUIRE(it.desks.accounts.change_password(admin, region, id, "another long password").ok());
        REQUIRE(it.desks.accounts.change_password(own, region, id, "my own long password").ok());
        // What the administrator himself could do in the owner's name does not hide it.
        const auto untold = log.untold(account());
        REQUIRE(untold.size() == 1);
        CHECK(untold[0].kind == "account.password");
        CHECK(untold[0].by == "account/99");
        CHECK(untold[0].at == admin.at);
        REQUIRE(it.desks.account_log.told(own, account()).ok());
        CHECK(log.untold(account()).empty());
        CHECK(it.desks.account_log.told(own, account()).ok());
        // The head of the body reads all of it, the newest first; what was read once stays.
        const auto all = log.of_body(town);
        REQUIRE(all.size() == 4);
        CHECK(all[0].kind == "account.told");
        CHECK(all[2].kind == "account.password");
        CHECK(all[2].login == "liuhe.wang");
        CHECK(all[3].kind == "account.create");
        CHECK(log.of_body({region, town.organ + 1}).empty());
    });
}

TEST_CASE("a body that ended names who does its work, and only then") {
    on_each_office([](TestOffice& it) {
        const auto town = it.town();
        const auto county = it.office_above(town);
        const auto by = TestOffice::at("2025-03-01");
        auto wanted = it.desks.organs.find(town).value();
        const auto refused = [&] { return it.desks.organs.change(by, wanted).error().code; };
        wanted.successor = county.organ;
        CHECK(refused() == "organ.successor");  // it has no end
        wanted.valid_until = wanted.valid_from + std::chrono::days{30};
        wanted.successor = 77;
        CHECK(refused() == "organ.successor");
        wanted.successor = town.organ;
        CHECK(refused() == "organ.successor");
        wanted.successor = county.organ;
        wanted.valid_until = std::chrono::sys_days{std::chrono::year{2025} / 2 / 28};
        REQUIRE(it.desks.organs.change(by, wanted).ok());
        CHECK(it.desks.organs.find(town).value().successor == county.organ);
        CHECK(it.desks.requests.take_in(by, town, any_question("2025-03-01")).error().code ==
              "organ.ended");
    });
}

TEST_CASE("one credit code is one body's for as long as that exists") {
    on_each_office([](TestOffice& it) {
        const auto first = it.desks.organs.find(it.town()).value();
        const std::string code = "11900121MB2026021C", other = "91350100M000100Y43";
        const auto entered = [&](std::string credit_code, std::string_view from) {
            organs::Organ body = first;
            body.key.organ = 0;
            body.name = "云溪县青石镇人民政府";
            body.credit_code = std::move(credit_code);
            body.valid_from = day(from);
            const auto done = it.desks.organs.create(TestOffice::at("2025-01-03"), body);
            return done.ok() ? "" : done.error().code;
        };
        organs::Organ coded = first;
        coded.credit_code = code;
        const auto written = it.desks.organs.change(TestOffice::at("2025-01-03"), coded);
        CHECK((written.ok() ? "" : written.error().message) == "");
        REQUIRE(written.ok());
        coded = written.value();
        CHECK(entered(code, "2025-01-03") == "organ.duplicate");
        CHECK(entered("", "2025-01-03") == "");
        CHECK(entered(other, "2025-01-03") == "");
        // The body itself may be changed, and one that comes after its end may have its code.
        coded.contact.phone = "0000-7654321";
        coded.valid_until = day("2025-06-30");
        CHECK(it.desks.organs.change(TestOffice::at("2025-01-04"), coded).ok());
        CHECK(entered(code, "2025-06-30") == "organ.duplicate");
        CHECK(entered(code, "2025-07-01") == "");
    });
}

TEST_CASE("guessing shuts the door for a while, without telling which part was wrong") {
    on_each_office([](TestOffice& it) {
        const auto town = it.town();
        const auto now = at("2025-01-02");
        REQUIRE(
            it.desks.accounts.create(TestOffice::at("2025-01-02"), region, clerk(town.organ)).ok());
        CHECK(it.desks.door.sign_in(now, "nobody", password).error().code == "door.wrong");
        for (int i = 0; i < 5; ++i)
            CHECK(it.desks.door.sign_in(now, "liuhe.wang", "wrong").error().code == "door.wrong");
        CHECK(it.desks.door.sign_in(now, "liuhe.wang", password).error().code == "door.shut");
        CHECK(it.desks.door.sign_in(now + 2000, "liuhe.wang", password).ok());
    });
}

TEST_CASE("accounts and bodies that cannot be are refused") {
    on_each_office([](TestOffice& it) {
        const auto town = it.town();
        const auto by = TestOffice::at("2025-01-02");
        auto weak = clerk(town.organ);
        weak.password = "123456";
        CHECK(it.desks.accounts.create(by, region, weak).error().code == "account.password");
        CHECK(it.desks.accounts.create(by, region, clerk(99)).error().code == "organ.not-found");
        REQUIRE(it.desks.accounts.create(by, region, clerk(town.organ)).ok());
        CHECK(it.desks.accounts.create(by, region, clerk(town.organ)).error().code ==
              "account.login-taken");

        organs::Organ county;
        it.ledger.look(
            [&](const journal::View& view) { county = it.organs.current(view, town).value(); });
        county.name = "云溪县人民政府办公室";
        county.parent = 77;
        CHECK(it.desks.organs.create(by, county).error().code == "organ.parent");
        county.parent.reset();
        const auto made = it.desks.organs.create(by, county).value();
        auto below = county;
        below.key = town;
        below.name = "云溪县柳河街道办事处";
        below.parent = made.key.organ;
        const auto renamed = it.desks.organs.change(by, below).value();
        REQUIRE(renamed.former_names.size() == 1);
        CHECK(renamed.former_names[0].name == "云溪县柳河镇人民政府");
        auto circle = made;
        circle.parent = town.organ;
        CHECK(it.desks.organs.change(by, circle).error().code == "organ.parent");
    });
}

TEST_CASE("no name and no password is in the journal") {
    on_each_office([](TestOffice& it) {
        const auto town = it.town();
        REQUIRE(
            it.desks.accounts.create(TestOffice::at("2025-01-02"), region, clerk(town.organ)).ok());
        it.database.each("SELECT payload FROM journal_entry", {}, [](const store::Row& row) {
            const auto payload = store::bytes_of(store::blob(row[0]));
            for (const char* canary : {"王芳", "argon2id", "春江"})
                CHECK(payload.find(canary) == std::string::npos);
        });
    });
}
