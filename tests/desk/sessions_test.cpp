#include <doctest/doctest.h>

#include "desk/session_place.h"
#include "office_for_tests.h"

using namespace gongkai;
using namespace gongkai::testing;
using organs::Role;

namespace {

constexpr const char *login = "liuhe.wang", *password = "correct horse battery";
constexpr std::int64_t minute = 60'000;
const std::int64_t now = TestOffice::at("2025-01-02").at;
const desk::Whence firefox{"10.20.30.40", "",
                           "Mozilla/5.0 (Windows NT 10.0; rv:120.0) Gecko/20100101 Firefox/120.0"};

struct Owner {
    TestOffice& it;
    std::string id;

    explicit Owner(TestOffice& office, const std::string& name = login) : it(office) {
        const desk::NewAccount wanted{name, password, it.town().organ, {Role::Clerk}, {}};
        id = it.desks.accounts.create(TestOffice::at("2025-01-02"), region, wanted).value().id;
    }
    desk::Door::Opened in(std::int64_t at, const desk::Whence& from = firefox) const {
        return it.desks.door.sign_in(at, login, password, from).value();
    }
    bool is_in(const std::string& cookie, std::int64_t at) const {
        return it.desks.door.who_is(cookie, at).has_value();
    }
};

}  // namespace

TEST_CASE("a session that nobody uses ends, one that is used does not") {
    on_each_office([](TestOffice& office) {
        const Owner at(office);
        const auto left = at.in(now).cookie, used = at.in(now).cookie;
        for (int i = 1; i <= 6; ++i)
            CHECK(at.is_in(used, now + i * 20 * minute));  // two hours long
        CHECK_FALSE(at.is_in(left, now + 30 * minute));
        // It has ended, also for those who come back by an earlier clock.
        const auto edge = at.in(now).cookie;
        CHECK(at.is_in(edge, now + 30 * minute - 1));
        CHECK_FALSE(at.is_in(used, now + 150 * minute));
    });
}

TEST_CASE("the place says how long a session may be left alone") {
    on_each_office([](TestOffice& office) {
        const Owner at(office);
        office.account_settings.idle_minutes = 5;
        const auto cookie = at.in(now).cookie;
        CHECK(at.is_in(cookie, now + 5 * minute - 1));
        const auto other = at.in(now).cookie;
        CHECK_FALSE(at.is_in(other, now + 5 * minute));
    });
}

TEST_CASE("its owner sees where he is signed in, and ends one or all others") {
    on_each_office([](TestOffice& office) {
        const Owner at(office);
        const auto here = at.in(now + minute);
        const auto there = at.in(now, {"2001:db8:1:2::3", "", "curl/8.0"});
        const auto third = at.in(now + 2 * minute);
        auto& sessions = office.desks.sessions;
        const auto all = sessions.open(here.session, now + 3 * minute);
        REQUIRE(all.size() == 3);
        CHECK(all[0].id == third.session.id);  // the one used last first
        CHECK(all[1].device == "Firefox，Windows");
        CHECK(all[1].address == "10.20.*.*");
        CHECK(all[1].begun == now + minute);
        CHECK(all[2].device == "curl");
        CHECK(all[2].address == "2001:db8:*");
        CHECK(there.cookie.find(all[2].id) == std::string::npos);  // it opens nothing
        REQUIRE(sessions.end(here.session, there.session.id).ok());
        CHECK_FALSE(at.is_in(there.cookie, now + 3 * minute));
        CHECK(at.is_in(third.cookie, now + 3 * minute));
        CHECK(sessions.end(here.session, there.session.id).error().code == "session.not-found");
        sessions.end_others(here.session);
        CHECK_FALSE(at.is_in(third.cookie, now + 3 * minute));
        CHECK(at.is_in(here.cookie, now + 3 * minute));
        // Those that ended by themselves are none.
        CHECK(sessions.open(here.session, now + 60 * minute).empty());
    });
}

TEST_CASE("nobody ends the session of another") {
    on_each_office([](TestOffice& office) {
        const Owner at(office);
        const Owner other(office, "liuhe.li");
        const auto own = at.in(now);
        organs::Session foreign = own.session;
        foreign.account = other.id;
        CHECK(office.desks.sessions.end(foreign, own.session.id).error().code ==
              "session.not-found");
        office.desks.sessions.end_others(foreign);
        CHECK(at.is_in(own.cookie, now));
    });
}

TEST_CASE("whoever was let in on what an account was is out once it is another") {
    on_each_office([](TestOffice& office) {
        const Owner at(office);
        const auto by = TestOffice::at("2025-01-02");
        // Looked at before the change, let in after it.
        const auto before = at.in(now).account;
        REQUIRE(
            office.desks.accounts.change_password(by, region, at.id, "another long password").ok());
        CHECK(office.desks.door.let_in(now, before, firefox).error().code == "door.wrong");
        const auto changed = office.desks.accounts.of_region(region).front().account;
        REQUIRE(office.desks.accounts.change(by, region, at.id, {{Role::Clerk}, false}).ok());
        CHECK(office.desks.door.let_in(now, changed, firefox).error().code == "door.wrong");
        REQUIRE(office.desks.accounts.change(by, region, at.id, {{Role::Clerk}, true}).ok());
        CHECK(office.database.run("SELECT token FROM session WHERE region = $1", {region}).empty());
    });
}

TEST_CASE("a browser is known by name and system, an address by its first part") {
    CHECK(desk::device_name("Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 "
                            "(KHTML, like Gecko) Version/17.0 Safari/605.1.15") == "Safari，macOS");
    CHECK(desk::device_name("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, "
                            "like Gecko) Chrome/120.0 Safari/537.36 Edg/120.0") == "Edge，Windows");
    CHECK(desk::device_name("Mozilla/5.0 (Linux; Android 14) Chrome/120.0 Mobile") ==
          "Chrome，Android");
    CHECK(desk::device_name("") == "未知设备");
    CHECK(desk::device_name("<script>") == "未知设备");
    CHECK(desk::address_part("192.0.2.7") == "192.0.*.*");
    CHECK(desk::address_part("2001:db8::1") == "2001:db8:*");
    CHECK(desk::address_part("") == "");
    CHECK(desk::address_part("localhost") == "");
}
