#include <doctest/doctest.h>

#include "rights_of_roles.h"

using namespace gongkai;
using namespace gongkai::testing;
using organs::Account;

namespace {

constexpr journal::LogKey home{900121, 3}, below{900121, 4}, stranger{900121, 5}, away{900122, 3},
    ended{900121, 6};
const organs::Reach reach{.supervised = {below.organ}, .inherited = {ended.organ}};

Account with_role(Role role) {
    Account account;
    account.region = home.region;
    account.id = "account/7";
    account.login = "liuhe.wang";
    account.organ = home.organ;
    account.roles = {role};
    return account;
}

}  // namespace

TEST_CASE("each role has the rights of the table and no others, each over the right bodies") {
    CHECK(std::size(rights_of_roles) == count_of<Right> - 1);
    for (const auto& row : rights_of_roles)
        for (const Role role : every_role) {
            CAPTURE(name(role));
            CAPTURE(name(row.right));
            const bool has = row.has(role), anywhere = has && row.right == Right::SignedIn;
            const Account account = with_role(role);
            const auto may = [&](const journal::LogKey& organ) {
                return organs::may(account, row.right, organ, reach);
            };
            CHECK(grants(role, row.right) == has);
            CHECK(may(home) == has);
            // Reg. 3(3), 47(1): the department in charge supervises those below it; people and
            // bodies are managed for the whole region.
            const bool over = role == Role::Supervisor || role == Role::Administrator;
            CHECK(may(below) == (anywhere || (has && over)));
            CHECK(may(stranger) == (anywhere || (has && role == Role::Administrator)));
            CHECK(may(away) == anywhere);
            CHECK(may({away.region, below.organ}) == anywhere);
            // Over what home goes on with it has the rights that it has at home.
            CHECK(may(ended) == has);
            CHECK(may({away.region, ended.organ}) == anywhere);
        }
}

TEST_CASE("no role is needed for what is public, and a closed account has no right left") {
    for (const Role role : every_role) {
        Account account = with_role(role);
        account.active = false;
        CHECK(organs::may(account, Right::Public, home, {}));
        CHECK_FALSE(grants(role, Right::Public));
        for (const auto& row : rights_of_roles)
            CHECK_FALSE(organs::may(account, row.right, home, reach));
    }
}

TEST_CASE("several roles have the rights of each, over the bodies of each") {
    // A supervisor who is a clerk at home is none in the bodies below.
    Account account = with_role(Role::Clerk);
    account.roles.push_back(Role::Supervisor);
    CHECK(organs::may(account, Right::HandleRequests, home, reach));
    CHECK_FALSE(organs::may(account, Right::HandleRequests, below, reach));
    CHECK(organs::may(account, Right::ReviewReports, below, reach));
}
