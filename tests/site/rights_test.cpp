#include <set>

#include "rights_of_routes.h"
#include "site_for_tests.h"

using namespace gongkai;
using namespace gongkai::testing;

namespace {

// Whose body the path names, as seen by the account that calls.
enum class Whose { Own, Below, Stranger };
constexpr std::pair<Whose, const char*> everybody[] = {
    {Whose::Own, "own"}, {Whose::Below, "below"}, {Whose::Stranger, "a stranger"}};

// Reg. 3(3), 47(1): the department in charge supervises those below it. Bodies and people are
// managed for the whole region.
bool is_let_in(Role role, Right right, Whose whose) {
    if (!roles_with(right).has(role)) return false;
    // What is one's own, such as a draft, is so whatever body it is about.
    if (right == Right::SignedIn) return true;
    if (role == Role::Administrator) return true;
    return whose == Whose::Own || (whose == Whose::Below && role == Role::Supervisor);
}

// The code where the door refused, nothing where it let in.
std::string refused_at_door(const Response& response) {
    if (response.status != 401 && response.status != 403) return "";
    return code(response);
}

const RightOfRoute* line_of(const http::Route& route) {
    for (const auto& line : rights_of_routes)
        if (line.method == route.method && line.path == route.path) return &line;
    return nullptr;
}

// The site with a body below the first town, and everybody's session.
struct Visit {
    explicit Visit(TestSite& on) : site(on), below(on.it.town(on.town.organ)) {
        for (const Role role : every_role)
            users[role] = site.sign_in(std::string(name(role)));
    }

    journal::LogKey body(Whose whose) const {
        return whose == Whose::Own ? site.town : whose == Whose::Below ? below : site.other;
    }
    std::string door(const RightOfRoute& line, Role role, Whose whose) {
        const auto path = filled(line.path, body(whose));
        auto refused = refused_at_door(site.call(line.method, path, {}, users[role]));
        // It has signed itself out.
        if (line.method == "DELETE" && line.path == "/api/session")
            users[role] = site.sign_in(std::string(name(role)));
        return refused;
    }

    TestSite& site;
    journal::LogKey below;
    std::map<Role, TestSite::User> users;
};

// Everything that an act of any kind may need. What its kind does not know is refused as well, but
// only behind the door.
boost_json::object any_act(std::string_view kind, const std::string& today) {
    return {{"kind", kind},
            {"on", today},
            {"seen", 0},  // so that nothing is recorded: others have been quicker
            {"until", today},
            {"refers_to", 0},
            {"days", 20},
            {"yuan", 100},
            {"party", "third_party"},
            {"answer", "agrees"},
            {"delivery", "post"},
            {"remedy", "review"},
            {"outcome", "upheld"},
            {"items", boost_json::array{boost_json::object{{"item", 1}, {"code", "G2"}}}},
            {"words", "说明"},
            {"reason", "原因"},
            {"evidence", "证据"},
            {"verdict", "public"},
            {"secrecy_checked", true},
            {"ends_on", today},
            {"content", boost_json::object{{"title", "通知"}}}};
}

void check_acts(TestSite& site, const std::string& path, std::span<const RightOfAct> acts) {
    for (const Role role : every_role) {
        if (!roles_with(Right::ReadWork).has(role)) continue;
        const auto user = site.sign_in(std::string(name(role)));
        for (const auto& act : acts) {
            CAPTURE(name(role));
            CAPTURE(act.kind);
            const auto refused =
                refused_at_door(site.call("POST", path, any_act(act.kind, site.today), user));
            CHECK(refused == (roles_with(act.right).has(role) ? "" : "door.right"));
        }
    }
}

std::string number_of(const Response& made) {
    return std::string(read(made).at("number").as_string());
}

}  // namespace

TEST_CASE("no page of the office stays in a cache") {
    on_each_site([](TestSite& site) {
        const auto user = site.sign_in("clerk");
        for (const char* list : {"/requests", "/documents", "/registers/2025", "/journal"}) {
            CAPTURE(list);
            CHECK(site.call("GET", site.path(list, site.town), {}, user).header("Cache-Control") ==
                  "no-store");
        }
    });
}

TEST_CASE("every route of the interface has its line in the table, and every line its route") {
    on_each_site([](TestSite& site) {
        std::set<const RightOfRoute*> found;
        for (const auto& route : site.site->router().routes()) {
            CAPTURE(route.method);
            CAPTURE(route.path);
            if (!route.path.starts_with("/api/")) {
                CHECK(route.right == Right::Public);  // pages are for anybody
                continue;
            }
            const auto* line = line_of(route);
            REQUIRE_MESSAGE(line, "tests/site/rights_of_routes.h has no line for this route");
            CHECK(name(route.right) == name(line->right));
            found.insert(line);
        }
        CHECK(found.size() == std::size(rights_of_routes));
    });
}

TEST_CASE("each role gets through each route over its own body, one below and a stranger's") {
    on_each_site([](TestSite& site) {
        Visit visit(site);
        for (const auto& line : rights_of_routes) {
            if (line.right == Right::Public) continue;
            const bool of_body = line.path.find("{organ}") != line.path.npos;
            for (const Role role : every_role)
                for (const auto& [whose, which] : everybody) {
                    if (!of_body && whose != Whose::Own) continue;
                    CAPTURE(line.method);
                    CAPTURE(line.path);
                    CAPTURE(name(role));
                    CAPTURE(which);
                    CHECK(visit.door(line, role, whose) ==
                          (is_let_in(role, line.right, whose) ? "" : "door.right"));
                }
        }
    });
}

TEST_CASE("without session or token no guarded route does anything, whatever the role") {
    on_each_site([](TestSite& site) {
        Visit visit(site);
        for (const auto& line : rights_of_routes) {
            const auto path = filled(line.path, site.town);
            const auto door = [&](const TestSite::User& user) {
                return refused_at_door(site.call(line.method, path, {}, user));
            };
            CAPTURE(line.method);
            CAPTURE(line.path);
            if (line.right == Right::Public) {
                CHECK(door({}) == "");
                continue;
            }
            CHECK(door({}) == "door.sign-in");
            CHECK(door({"__Host-gongkai=900121.00", "x"}) == "door.sign-in");
            if (line.method == "GET") continue;
            for (const Role role : every_role) {
                CAPTURE(name(role));
                auto user = visit.users[role];
                user.csrf = "another";
                CHECK(door(user) == "door.csrf");
                user.csrf.clear();
                CHECK(door(user) == "door.csrf");
                // The token of another session is none of his.
                user.csrf = visit.users[role == Role::Clerk ? Role::Reviewer : Role::Clerk].csrf;
                CHECK(door(user) == "door.csrf");
            }
        }
    });
}

TEST_CASE("each act on a request needs its own right") {
    on_each_site([](TestSite& site) {
        const auto made =
            site.call("POST", site.path("/requests", site.town), question(), site.sign_in("clerk"));
        check_acts(site, site.path("/requests/" + number_of(made) + "/acts", site.town),
                   rights_of_request_acts);
    });
}

TEST_CASE("each act on a message needs its own right") {
    on_each_site([](TestSite& site) {
        const boost_json::object letter{{"source", "hotline"},     {"matter", "help"},
                                        {"reply_wished", true},    {"title", "路灯不亮"},
                                        {"content", "三天不亮了"}, {"on", site.today}};
        const auto made =
            site.call("POST", site.path("/messages", site.town), letter, site.sign_in("clerk"));
        check_acts(site, site.path("/messages/" + number_of(made) + "/acts", site.town),
                   rights_of_message_acts);
    });
}

TEST_CASE("each act on a document needs its own right") {
    on_each_site([](TestSite& site) {
        const boost_json::object draft{{"title", "关于公布村级财务收支情况的通知"},
                                       {"kind", "information"},
                                       {"subject_class", 7},
                                       {"formed_on", "2025-01-13"},
                                       {"body", "各村收支如下。"}};
        const auto made =
            site.call("POST", site.path("/documents", site.town), draft, site.sign_in("clerk"));
        check_acts(site, site.path("/documents/" + number_of(made) + "/acts", site.town),
                   rights_of_document_acts);
    });
}

TEST_CASE("each act on a proposal needs its own right") {
    on_each_site([](TestSite& site) {
        const boost_json::object assigned{{"form", "cppcc"},
                                          {"assigned_number", "第12号"},
                                          {"session", "县政协十一届五次会议"},
                                          {"matter", "关于增设公交站点的提案"},
                                          {"part", "lead"},
                                          {"lead", "柳河镇人民政府"},
                                          {"proposer", boost_json::object{{"names", "赵委员"}}},
                                          {"content", "增设公交站。"},
                                          {"on", "2025-01-13"}};
        const auto made =
            site.call("POST", site.path("/proposals", site.town), assigned, site.sign_in("clerk"));
        check_acts(site, site.path("/proposals/" + number_of(made) + "/acts", site.town),
                   rights_of_proposal_acts);
    });
}
