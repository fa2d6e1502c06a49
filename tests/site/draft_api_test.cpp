#include "site_for_tests.h"

using namespace gongkai;
using namespace gongkai::testing;

namespace {

const std::string subject = "/drafts/request.2025-0001.decide";

Response save(TestSite& site, const TestSite::User& who, const std::string& words,
              boost_json::value seen, const std::string& at = subject) {
    return site.call("PUT", site.path(at, site.town),
                     {{"content", boost_json::object{{"words", words}}}, {"seen", std::move(seen)}},
                     who);
}

boost_json::value draft(TestSite& site, const TestSite::User& who, const journal::LogKey& organ) {
    return read(site.call("GET", site.path(subject, organ), {}, who)).at("draft");
}

std::string written_in(const boost_json::value& draft) {
    return std::string(draft.at("content").at("words").as_string());
}

}  // namespace

TEST_CASE("what was typed is there again after sign-out, for its account alone") {
    on_each_site([](TestSite& site) {
        auto clerk = site.sign_in("clerk");
        CHECK(draft(site, clerk, site.town).is_null());
        const auto kept = read(save(site, clerk, "理由还没写完", nullptr)).at("changed");
        (void)read(site.call("DELETE", "/api/session", {}, clerk));
        clerk = site.sign_in("clerk");
        const auto found = draft(site, clerk, site.town);
        CHECK(written_in(found) == "理由还没写完");
        CHECK(found.at("changed") == kept);
        CHECK(draft(site, clerk, site.other).is_null());
        for (const auto* colleague : {"reviewer", "unit_head", "supervisor", "administrator"})
            CHECK(draft(site, site.sign_in(colleague), site.town).is_null());
        (void)read(site.call("DELETE", site.path(subject, site.town), {}, clerk));
        CHECK(draft(site, clerk, site.town).is_null());
    });
}

TEST_CASE("two windows do not write over each other's draft") {
    on_each_site([](TestSite& site) {
        const auto clerk = site.sign_in("clerk");
        const auto first = read(save(site, clerk, "一", nullptr)).at("changed");
        CHECK(code(save(site, clerk, "另一窗口", nullptr)) == "draft.changed");
        const auto second = read(save(site, clerk, "二", first)).at("changed");
        CHECK(second.as_int64() > first.as_int64());
        const auto late = save(site, clerk, "另一窗口", first);
        CHECK(code(late) == "draft.changed");
        CHECK(late.status == 409);
        CHECK(written_in(draft(site, clerk, site.town)) == "二");
    });
}

TEST_CASE("a draft has a plain name and a size, and there are not too many") {
    on_each_site([](TestSite& site) {
        const auto clerk = site.sign_in("clerk");
        CHECK(code(save(site, clerk, "a", nullptr, "/drafts/Request")) == "draft.subject");
        CHECK(code(save(site, clerk, "a", nullptr, "/drafts/" + std::string(101, 'a'))) ==
              "draft.subject");
        CHECK(code(save(site, clerk, std::string(desk::DraftDesk::longest, 'a'), nullptr)) ==
              "draft.too-large");
        for (int i = 0; i < int(desk::DraftDesk::most); ++i)
            (void)read(save(site, clerk, "a", nullptr, "/drafts/n." + std::to_string(i)));
        CHECK(code(save(site, clerk, "a", nullptr)) == "draft.too-many");
        const auto all = read(site.call("GET", site.path("/drafts", site.town), {}, clerk));
        CHECK(all.at("drafts").as_array().size() == std::size_t(desk::DraftDesk::most));
        CHECK(all.at("drafts").as_array()[0].at("subject").as_string() == "n.0");
        CHECK(code(site.call("GET", "/api/organs/900999-3" + subject, {}, clerk)) ==
              "organ.not-found");
    });
}

TEST_CASE("a draft goes sixty days after its last change, and with the account") {
    on_each_site([](TestSite& site) {
        auto clerk = site.sign_in("clerk");
        (void)read(save(site, clerk, "一", nullptr));
        site.today = "2025-03-16";  // sixty days later
        clerk = site.sign_in("clerk");
        CHECK(written_in(draft(site, clerk, site.town)) == "一");
        site.today = "2025-03-17";
        clerk = site.sign_in("clerk");
        CHECK(draft(site, clerk, site.town).is_null());
        (void)read(save(site, clerk, "另一份", nullptr, "/drafts/a"));
        CHECK(store::whole(site.it.database.run("SELECT count(*) FROM draft", {})[0][0]) == 1);

        const auto admin = site.sign_in("administrator");
        const auto accounts = read(site.call("GET", "/api/accounts", {}, admin)).at("accounts");
        for (const auto& account : accounts.as_array())
            if (account.at("login").as_string() == "clerk")
                (void)read(site.call(
                    "PUT", "/api/accounts/" + std::string(account.at("id").as_string()).substr(8),
                    {{"roles", boost_json::array{"clerk"}}, {"active", false}, {"seen", 1}},
                    admin));
        CHECK(store::whole(site.it.database.run("SELECT count(*) FROM draft", {})[0][0]) == 0);
    });
}

TEST_CASE("no word of a draft reaches the journal") {
    on_each_site([](TestSite& site) {
        const auto before = site.it.database.run("SELECT count(*) FROM journal_entry", {});
        (void)read(save(site, site.sign_in("clerk"), "一", nullptr));
        CHECK(site.it.database.run("SELECT count(*) FROM journal_entry", {}) == before);
    });
}

TEST_CASE("whoever asks whose site it is need not sign in") {
    on_each_site([](TestSite& site) {
        const auto said = read(site.call("GET", "/api/site", {}, {}));
        for (const auto* name : {"name", "sponsor", "contact"})
            CHECK(said.at(name).as_string().empty());
    });
}
