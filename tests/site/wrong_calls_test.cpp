// Calls that nobody may make, drawn at random from all of them: each is refused at the door, and
// the journal is afterwards what it was. Which are wrong is said by the tables by hand.
#include <random>

#include "rights_of_routes.h"
#include "site_for_tests.h"

using namespace gongkai;
using namespace gongkai::testing;

namespace {

constexpr int calls_on_each_store = 2000;

using Random = std::mt19937;

int below(Random& random, std::size_t count) {
    return int(std::uniform_int_distribution<std::size_t>(0, count - 1)(random));
}

struct Wrong {
    const RightOfRoute* line;
    journal::LogKey organ;
    TestSite::User user;
    std::string refusal;
};

class Strangers {
public:
    explicit Strangers(TestSite& site) : site_(site) {
        for (const Role role : every_role)
            users_[role] = site.sign_in(std::string(name(role)));
        // One who has gone, with what he still has of his session.
        gone_ = site.sign_in("clerk");
        REQUIRE(site.call("DELETE", "/api/session", {}, gone_).status < 300);
        for (const auto& line : rights_of_routes)
            if (line.right != Right::Public) lines_.push_back(&line);
    }

    Wrong draw(Random& random) const {
        for (;;) {
            const auto& line = *lines_[std::size_t(below(random, lines_.size()))];
            const Role role = every_role[below(random, std::size(every_role))];
            const bool changes = line.method != "GET";
            auto user = users_.at(role);
            switch (below(random, 6)) {
                case 0: return {&line, site_.town, {}, "door.sign-in"};
                case 1: return {&line, site_.town, gone_, "door.sign-in"};
                case 2:
                    return {&line, site_.town, {"__Host-gongkai=900121.7", "y"}, "door.sign-in"};
                case 3:
                    if (!changes) break;
                    user.csrf = users_.at(role == Role::Clerk ? Role::Reviewer : Role::Clerk).csrf;
                    return {&line, site_.town, user, "door.csrf"};
                case 4:
                    if (roles_with(line.right).has(role)) break;
                    return {&line, below(random, 2) ? site_.town : site_.other, user, "door.right"};
                default:
                    // Another's body; people and bodies are managed for the whole region.
                    if (line.path.find("{organ}") == line.path.npos ||
                        line.right == Right::SignedIn || role == Role::Administrator)
                        break;
                    return {&line, site_.other, user, "door.right"};
            }
        }
    }

private:
    TestSite& site_;
    std::map<Role, TestSite::User> users_;
    TestSite::User gone_;
    std::vector<const RightOfRoute*> lines_;
};

std::string heads(TestSite& site) {
    std::string all;
    for (const auto& log : {site.town, site.other, journal::LogKey{site.town.region, 0}})
        all += std::to_string(site.it.desks.journal.head(log).size) + " ";
    return all;
}

boost_json::object something(Random& random, const std::string& today) {
    boost_json::object body{
        {"kind", "annul"},      {"on", today},     {"seen", 1},
        {"words", "说明"},      {"refers_to", 0},  {"password", "a long password"},
        {"login", "liuhe.new"}, {"title", "通知"}, {"content", "内容"}};
    if (below(random, 2)) body["roles"] = boost_json::array{"clerk", "administrator"};
    return body;
}

}  // namespace

TEST_CASE("thousands of calls that nobody may make are refused, and nothing is recorded") {
    on_each_site([](TestSite& site) {
        const Strangers strangers(site);
        Random random(20'261'201);
        const auto before = heads(site);
        for (int i = 0; i < calls_on_each_store; ++i) {
            const Wrong wrong = strangers.draw(random);
            CAPTURE(wrong.line->method);
            CAPTURE(wrong.line->path);
            const auto answer = site.call(wrong.line->method, filled(wrong.line->path, wrong.organ),
                                          something(random, site.today), wrong.user);
            REQUIRE((answer.status == 401 || answer.status == 403));
            REQUIRE(code(answer) == wrong.refusal);
        }
        CHECK(heads(site) == before);
    });
}
