#include "desk/door.h"

#include <doctest/doctest.h>

#include "office_for_tests.h"

using namespace gongkai;
using namespace gongkai::testing;

namespace {

constexpr const char *login = "liuhe.wang", *right = "correct horse battery";
constexpr std::int64_t now = 1'735'790'400'000, second = 1000;

struct Entrance {
    TestOffice& it;
    desk::Door& door = it.desks.door;

    explicit Entrance(TestOffice& office) : it(office) {
        const auto town = it.town();
        const desk::NewAccount wanted{login, right, town.organ, {organs::Role::Clerk}, {"王", ""}};
        REQUIRE(it.desks.accounts.create(TestOffice::at("2025-01-02"), town.region, wanted).ok());
    }
    std::string code(const std::string& password, const desk::Whence& from, std::int64_t at = now,
                     const std::string& who = login) {
        const auto opened = door.sign_in(at, who, password, from);
        return opened.ok() ? "in" : opened.error().code;
    }
};

const desk::Whence home{"10.0.0.1", ""}, stranger{"203.0.113.9", ""};

}  // namespace

TEST_CASE("a stranger's wrong passwords do not shut out the owner at another address") {
    on_each_office([](TestOffice& office) {
        Entrance at(office);
        for (int i = 0; i < 300; ++i)
            at.code("wrong " + std::to_string(i), stranger);
        CHECK(at.code("wrong", stranger) == "door.shut");
        // Slowed by what strangers tried together, at most ten seconds.
        CHECK(at.code(right, home, now + 10 * second) == "in");
    });
}

TEST_CASE(
    "a browser that came in before is let in whatever strangers do, from many addresses too") {
    on_each_office([](TestOffice& office) {
        Entrance at(office);
        const auto before = at.door.sign_in(now, login, right, home);
        REQUIRE(before.ok());
        for (int i = 0; i < 300; ++i)
            at.code("wrong", {"198.51.100." + std::to_string(i), ""});
        CHECK(at.code("wrong", {"192.0.2.1", ""}) == "door.shut");  // strangers are slowed
        const desk::Whence known{"203.0.113.9", before.value().device};
        CHECK(at.code(right, known) == "in");
        // Its own allowance ends as everybody's.
        for (int i = 0; i < 5; ++i)
            at.code("wrong", known);
        CHECK(at.code(right, known) == "door.shut");
        CHECK(at.code(right, known, now + 2 * second) == "in");
    });
}

TEST_CASE("what a browser is known by is for one login, and cannot be made up") {
    on_each_office([](TestOffice& office) {
        Entrance at(office);
        const auto device = at.door.sign_in(now, login, right, home).value().device;
        for (int i = 0; i < 60; ++i)
            at.code("wrong", {"198.51.100." + std::to_string(i), ""});
        std::string other = device;
        other.back() = other.back() == '0' ? '1' : '0';
        CHECK(at.code(right, {"192.0.2.1", other}) == "door.shut");
        CHECK(at.code(right, {"192.0.2.1", "x"}) == "door.shut");
        CHECK(at.code(right, {"192.0.2.1", device}) == "in");
        CHECK(at.code("wrong", {"192.0.2.2", device}, now, "another") == "door.wrong");
    });
}

TEST_CASE("one address cannot try many logins") {
    on_each_office([](TestOffice& office) {
        Entrance at(office);
        int tried = 0;
        for (int i = 0; i < 200; ++i)
            tried += at.code("wrong", stranger, now, "login" + std::to_string(i)) == "door.wrong";
        CHECK(tried == desk::DoorWatch::tries_of_an_address);
        CHECK(at.code("wrong", stranger, now + 10 * second, "one more") == "door.wrong");
    });
}

TEST_CASE("a new password from the administrator ends all waiting") {
    on_each_office([](TestOffice& office) {
        Entrance at(office);
        for (int i = 0; i < 8; ++i)
            at.code("wrong", home);
        CHECK(at.code(right, home) == "door.shut");
        at.door.forgive(login);
        CHECK(at.code(right, home) == "in");
    });
}

TEST_CASE("a login as long as a book is refused as any wrong one") {
    on_each_office([](TestOffice& office) {
        Entrance at(office);
        CHECK(at.code(right, home, now, std::string(60'000, 'x')) == "door.wrong");
    });
}

TEST_CASE("no administrator gives himself another's work, nor is the last one lost") {
    on_each_office([](TestOffice& office) {
        const auto town = office.town();
        auto& accounts = office.desks.accounts;
        const auto made = [&](const char* name) {
            const desk::NewAccount wanted{
                name, right, town.organ, {organs::Role::Administrator}, {"管理员", ""}};
            return accounts.create(TestOffice::at("2025-01-02"), town.region, wanted).value().id;
        };
        const auto changed = [&](const std::string& by, const std::string& id, organs::Roles roles,
                                 bool active) {
            const auto done = accounts.change(TestOffice::at("2025-01-03", by), town.region, id,
                                              {std::move(roles), active});
            return done.ok() ? "" : done.error().code;
        };
        using organs::Role;
        const auto one = made("first.admin");
        CHECK(changed(one, one, {Role::Administrator, Role::Reviewer}, true) ==
              "account.own-roles");
        CHECK(changed(one, one, {Role::Clerk}, true) == "account.own-roles");
        CHECK(changed(one, one, {Role::Administrator}, false) == "account.last-administrator");
        const auto two = made("second.admin");
        CHECK(changed(two, one, {Role::Administrator, Role::Reviewer}, true) == "");
        CHECK(changed(one, one, {Role::Reviewer}, true) == "");  // to give one up is no gain
        CHECK(changed(one, two, {Role::Administrator}, false) == "account.last-administrator");
        CHECK(changed(one, two, {Role::Clerk}, true) == "account.last-administrator");
    });
}

TEST_CASE("a new password is another one") {
    on_each_office([](TestOffice& office) {
        const Entrance at(office);
        const auto account = office.desks.accounts.of_region(region).front().account;
        const auto changed = [&](const char* password) {
            const auto done = office.desks.accounts.change_password(
                TestOffice::at("2025-01-03", account.id), account.region, account.id, password);
            return done.ok() ? "" : done.error().code;
        };
        CHECK(changed(right) == "account.password");
        CHECK(changed("another horse battery") == "");
    });
}
