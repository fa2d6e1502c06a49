#include <doctest/doctest.h>

#include "office_for_tests.h"

using namespace gongkai;
using namespace gongkai::testing;
using organs::Role;

namespace {

const std::string password = "春江潮水连海平，海上明月共潮生";

// Two towns, an administrator and a clerk of the first.
struct Staff {
    explicit Staff(TestOffice& office)
        : it(office),
          first(it.town()),
          second(it.town()),
          admin(open("yunxi.admin", first, {Role::Administrator})),
          clerk(open("liuhe.wang", first, {Role::Clerk, Role::Reviewer})) {}

    std::string open(const std::string& login, const journal::LogKey& body, organs::Roles roles) {
        return it.desks.accounts
            .create(TestOffice::at("2025-01-02", "account/99"), region,
                    {login, password, body.organ, std::move(roles), {"王芳", ""}})
            .value()
            .id;
    }
    Result<organs::Account> move(const std::string& id, const journal::LogKey& body,
                                 organs::Roles roles, std::string_view on = "2025-02-03") {
        return it.desks.accounts.move(TestOffice::at(on, admin), region, id,
                                      {body.organ, std::move(roles)});
    }
    std::string refused(const std::string& id, const journal::LogKey& body, organs::Roles roles) {
        const auto done = move(id, body, std::move(roles));
        return done.ok() ? "" : done.error().code;
    }
    std::vector<std::string> log(const journal::LogKey& body) const {
        std::vector<std::string> all;
        for (const auto& event : it.desks.account_log.of_body(body))
            if (event.account == clerk) all.push_back(event.kind);
        return all;
    }

    TestOffice& it;
    journal::LogKey first, second;
    std::string admin, clerk;
};

using EventKinds = std::vector<std::string>;

}  // namespace

TEST_CASE(
    "an account moves to another body in the roles that are given for it, and is signed out") {
    on_each_office([](TestOffice& office) {
        Staff staff(office);
        const auto now = TestOffice::at("2025-02-03").at;
        const auto cookie = office.desks.door.sign_in(now, "liuhe.wang", password).value().cookie;
        const auto moved = staff.move(staff.clerk, staff.second, {Role::UnitHead});
        REQUIRE(moved.ok());
        CHECK(moved.value().organ == staff.second.organ);
        CHECK(moved.value().roles == organs::Roles{Role::UnitHead});
        CHECK(moved.value().id == staff.clerk);
        CHECK_FALSE(office.desks.door.who_is(cookie, now));
        const auto in = office.desks.door.sign_in(now, "liuhe.wang", password).value();
        CHECK(in.account.organ == staff.second.organ);
        const auto untold = office.desks.account_log.untold(in.account);
        REQUIRE(untold.size() == 1);
        CHECK(untold[0].kind == "account.move");
        CHECK(untold[0].by == staff.admin);
    });
}

TEST_CASE("the account logs of both bodies show a move, each its own time") {
    on_each_office([](TestOffice& office) {
        Staff staff(office);
        const auto admin = TestOffice::at("2025-02-02", staff.admin);
        REQUIRE(
            office.desks.accounts.change_password(admin, region, staff.clerk, "another long one")
                .ok());
        REQUIRE(staff.move(staff.clerk, staff.second, {Role::Clerk}, "2025-02-03").ok());
        REQUIRE(office.desks.accounts
                    .change(TestOffice::at("2025-02-04", staff.admin), region, staff.clerk,
                            {{Role::Reviewer}, true})
                    .ok());
        CHECK(staff.log(staff.first) ==
              EventKinds{"account.move", "account.password", "account.create"});
        CHECK(staff.log(staff.second) == EventKinds{"account.change", "account.move"});
        // And back.
        REQUIRE(staff.move(staff.clerk, staff.first, {Role::Clerk}, "2025-02-05").ok());
        CHECK(staff.log(staff.first) ==
              EventKinds{"account.move", "account.move", "account.password", "account.create"});
        CHECK(staff.log(staff.second) ==
              EventKinds{"account.move", "account.change", "account.move"});
    });
}

TEST_CASE("a move that cannot be is refused") {
    on_each_office([](TestOffice& office) {
        Staff staff(office);
        CHECK(staff.refused(staff.clerk, staff.first, {Role::Clerk}) == "account.same-organ");
        CHECK(staff.refused(staff.clerk, staff.second, {}) == "account.roles");
        CHECK(staff.refused(staff.clerk, {region, 77}, {Role::Clerk}) == "organ.not-found");
        // Nobody works for a region as such.
        CHECK(staff.refused(staff.clerk, {region, 0}, {Role::UnitHead}) == "organ.not-found");
        CHECK(staff.refused("account/77", staff.second, {Role::Clerk}) == "account.not-found");
        // Nobody gives himself a role, and an administrator remains.
        CHECK(staff.refused(staff.admin, staff.second, {Role::Administrator, Role::UnitHead}) ==
              "account.own-roles");
        (void)staff.open("yunxi.other", staff.first, {Role::Clerk});
        CHECK(staff.refused(staff.admin, staff.second, {Role::Clerk}) == "account.own-roles");
        const auto other =
            office.desks.accounts.move(TestOffice::at("2025-02-03", "account/99"), region,
                                       staff.admin, {staff.second.organ, {Role::Clerk}});
        CHECK(other.error().code == "account.last-administrator");
        CHECK(office.desks.accounts
                  .move(TestOffice::at("2025-02-03", staff.admin), region, staff.clerk,
                        {staff.second.organ, {Role::Clerk}}, 2)
                  .error()
                  .code == "account.changed");
        CHECK(staff.refused(staff.admin, staff.second, {Role::Administrator}) == "");
    });
}

TEST_CASE("a body that has ended gets no account, neither a new one nor one from elsewhere") {
    on_each_office([](TestOffice& office) {
        Staff staff(office);
        auto ended = office.desks.organs.find(staff.second).value();
        ended.valid_until = day("2025-02-03");
        ended.successor = staff.first.organ;
        REQUIRE(office.desks.organs.change(TestOffice::at("2025-01-03"), ended).ok());
        const auto opened = [&](std::string_view on, std::string login) {
            const auto done = office.desks.accounts.create(
                TestOffice::at(on), region,
                {std::move(login), password, staff.second.organ, {Role::Clerk}, {}});
            return done.ok() ? "" : done.error().code;
        };
        CHECK(opened("2025-02-03", "liuhe.li") == "");  // its last day
        CHECK(opened("2025-02-04", "liuhe.zhao") == "account.organ-ended");
        const auto moved = staff.move(staff.clerk, staff.second, {Role::Clerk}, "2025-02-04");
        CHECK(moved.error().code == "account.organ-ended");
        CHECK(moved.error().message.find("已于2025年2月3日终止") != std::string::npos);
        CHECK(staff.move(staff.clerk, staff.second, {Role::Clerk}, "2025-02-03").ok());
    });
}
