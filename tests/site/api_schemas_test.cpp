// What each route of the interface takes and gives. The console's types are made from it, so it
// must name every route, and use the words that the office uses.
#include <doctest/doctest.h>

#include <set>
#include <sstream>

#include "../desk/office_for_tests.h"
#include "../desk/units_for_tests.h"
#include "api/schemas.h"
#include "app/site.h"
#include "library_in_memory.h"
#include "store/incidents.h"
#include "store/uploads.h"

using namespace gongkai;
using namespace gongkai::testing;

namespace {

using Words = std::vector<std::pair<std::string, std::string>>;

const json::Object& schemas() {
    static const json::Object all = api::schemas();
    return all;
}

const json::Object& described_routes() { return schemas().at("routes").as<json::Object>(); }

std::set<std::string> json_routes(store::Database& database) {
    TestOffice it(database);
    LibraryInMemory library;
    std::ostringstream log;
    store::Incidents incidents(database);
    const Folder folder;
    store::Uploads uploads(folder.path, 1);
    UnitDesks inside(it);
    const auto site =
        app::make_site({library, test_forms(), test_calendar(), "test", &it.desks,
                        [] { return TestOffice::at("2025-01-15").at; }},
                       {&incidents, &uploads, &inside.units, &inside.assignments}, log);
    std::set<std::string> all;
    for (const auto& route : site->router().routes())
        if (route.path.starts_with("/api/") && route.answers == "application/json")
            all.insert(std::string(route.method) + " " + std::string(route.path));
    return all;
}

// The Chinese of each coded value of a schema, in its order.
Words words(const json::Object& schema) {
    Words all;
    for (const auto& [code, chinese] : schema.at("x-names").as<json::Object>().members())
        all.emplace_back(code, chinese.as<std::string>());
    if (const auto* codes = schema.find("enum"))
        CHECK(codes->as<json::Array>().size() == all.size());
    return all;
}

const json::Object& component(std::string_view name) {
    return schemas().at("schemas").as<json::Object>().at(name).as<json::Object>();
}

void references(const json::Value& value, std::set<std::string>& all) {
    if (const auto* list = value.get_if<json::Array>())
        for (const auto& each : *list)
            references(each, all);
    const auto* object = value.get_if<json::Object>();
    if (!object) return;
    for (const auto& [name, member] : object->members()) {
        if (name == "$ref")
            all.emplace(member.as<std::string>());
        else
            references(member, all);
    }
}

// What must be given or is always there, and what may be.
std::set<std::string> required(const json::Object& schema) {
    std::set<std::string> all;
    for (const auto& name : schema.at("required").as<json::Array>())
        all.insert(name.as<std::string>());
    return all;
}
std::set<std::string> properties(const json::Object& schema) {
    std::set<std::string> all;
    for (const auto& member : schema.at("properties").as<json::Object>().members())
        all.insert(member.name);
    return all;
}

}  // namespace

TEST_CASE("the schemas name every JSON route and none that is not there") {
    on_each_database([](store::Database& database) {
        const auto served = json_routes(database);
        for (const auto& route : served)
            CHECK_MESSAGE(described_routes().find(route), "no schema of ", route);
        for (const auto& entry : described_routes().members())
            CHECK_MESSAGE(served.contains(entry.name), "no such route: ", entry.name);
    });
}

TEST_CASE("no schema refers to one that is not there") {
    std::set<std::string> all;
    references(schemas(), all);
    constexpr std::string_view prefix = "#/components/schemas/";
    for (const auto& reference : all) {
        REQUIRE(reference.starts_with(prefix));
        CHECK_MESSAGE(
            schemas().at("schemas").as<json::Object>().find(reference.substr(prefix.size())),
            reference);
    }
}

// The names never change, since programs of others rest on them; the words are those of the forms
// and of the law.
TEST_CASE("coded values have the names of release 0.1 and their words") {
    const std::pair<const char*, Words> table[] = {
        {"Delivery",
         {{"direct", "直接送达"},
          {"entrusted", "委托其他行政机关送达"},
          {"post", "邮寄送达"},
          {"online", "网上送达"}}},
        {"RegisterKind",
         {{"license", "行政许可"},
          {"penalty", "行政处罚"},
          {"compulsion", "行政强制"},
          {"fee", "行政事业性收费"}}},
        {"SubmissionState",
         {{"none", "未编制"},
          {"prepared", "已编制"},
          {"submitted", "已报送，待审核"},
          {"returned", "已退回"},
          {"accepted", "已通过"},
          {"published", "已公布"}}},
        {"DocumentActKind",
         {{"draft", "起草"},
          {"edit", "修改文稿"},
          {"submit", "送审"},
          {"review", "公开审查"},
          {"publish", "公开"},
          {"revise", "起草新文稿"},
          {"withdraw", "撤下"},
          {"repeal", "登记废止"},
          {"expire", "登记失效"},
          {"annul", "更正错误登记"}}},
        {"Timeliness",
         {{"running", "期限内"},
          {"met", "按期公开"},
          {"met_late", "逾期公开"},
          {"overdue", "已超期"},
          {"closed", "审查为不予公开，不再适用"}}},
    };
    for (const auto& [name, expected] : table) {
        CAPTURE(name);
        CHECK(words(component(name)) == expected);
    }
    CHECK(words(component("SubjectClass")).front() ==
          Words::value_type{"0", "结合本地实际公开的信息"});
    CHECK(words(component("SubjectClass")).size() == 16);
}

// A hand-written copy once named 确认收到申请 "31" and 登记缴费 "7".
TEST_CASE("kinds of acts are called what the office calls them") {
    const auto kinds = words(component("RequestActKind"));
    CHECK(kinds.size() == 22);
    const Words some{{"confirm", "确认收到申请"}, {"pay", "登记缴费"}, {"decide", "作出处理决定"}};
    for (const auto& kind : some)
        CHECK_MESSAGE(std::ranges::find(kinds, kind) != kinds.end(), kind.first);
}

TEST_CASE("each kind of act takes its own fields and no others") {
    struct Line {
        const char* component;
        std::set<std::string> needed, possible;
    };
    const Line table[] = {
        {"RequestPay", {"kind", "on", "seen"}, {"kind", "on", "seen", "words"}},
        {"RequestExtend", {"kind", "on", "seen", "days"}, {"kind", "on", "seen", "days", "words"}},
        {"RequestAskCorrection",
         {"kind", "on", "seen", "until", "words"},
         {"kind", "on", "seen", "until", "words"}},
        {"RequestDecide",
         {"kind", "on", "seen", "items"},
         {"kind", "on", "seen", "items", "evidence", "public_interest", "words"}},
        {"DocumentWithdraw", {"kind", "seen", "words"}, {"kind", "seen", "words"}},
        {"DocumentRepeal",
         {"kind", "on", "seen", "ends_on"},
         {"kind", "on", "seen", "ends_on", "words"}},
        // Their addresses say the kind.
        {"RegisterEnter",
         {"on", "register", "amount", "source"},
         {"on", "register", "from", "amount", "source"}},
        {"RegisterAnnul", {"words"}, {"words"}},
        {"UnitEstablish", {"name", "unit_kind"}, {"name", "unit_kind"}},
        {"UnitAdmit", {"kind", "seen", "person"}, {"kind", "seen", "person"}},
        {"UnitEnd", {"kind", "on", "seen"}, {"kind", "on", "seen", "successor"}},
        // How often the assignment was made, of whichever kind; it is for the desk to tell which.
        {"AssignmentOrder", {"unit", "seen"}, {"unit", "person", "until", "seen"}},
        {"ReportReturn", {"seen", "words"}, {"seen", "words"}},
        {"ReportAccept", {"seen"}, {"seen"}},
    };
    for (const auto& line : table) {
        CAPTURE(line.component);
        CHECK(required(component(line.component)) == line.needed);
        CHECK(properties(component(line.component)) == line.possible);
    }
}

TEST_CASE("an act is one of its subject's kinds, which its kind tells apart") {
    for (const auto& [name, count] : {std::pair{"NewRequestAct", 21},
                                      {"RequestAct", 22},
                                      {"NewDocumentAct", 9},
                                      {"DocumentAct", 10},
                                      {"NewUnitAct", 4},
                                      {"SubmissionAct", 5}}) {
        CAPTURE(name);
        const auto& one_of = component(name);
        CHECK(one_of.at("oneOf").as<json::Array>().size() == std::size_t(count));
        const auto& tells = one_of.at("discriminator").as<json::Object>();
        CHECK(tells.at("propertyName").as<std::string>() == "kind");
        const auto& mapping = tells.at("mapping").as<json::Object>();
        CHECK(mapping.members().size() == std::size_t(count));
    }
    CHECK(required(component("RequestExtendAct")).contains("days"));
    CHECK(required(component("RequestExtendAct")).contains("annulled"));
    CHECK_FALSE(required(component("RequestExtendAct")).contains("words"));
}
