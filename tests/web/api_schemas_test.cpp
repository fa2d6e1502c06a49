// data/web/api_schemas.json says what each route of the interface takes and gives. The console's
// types are made from it, so it must name every route and use the program's own words.
#include <doctest/doctest.h>

#include <boost/json.hpp>
#include <set>
#include <sstream>

#include "../desk/office_for_tests.h"
#include "base/embedded.h"
#include "disclosure/timeliness.h"
#include "law/decision.h"
#include "library_in_memory.h"
#include "web/site.h"

using namespace gongkai;
using namespace gongkai::testing;

namespace boost_json = boost::json;

namespace {

const boost_json::object& schemas() {
    static const auto all = boost_json::parse(embedded::api::all().front().bytes).as_object();
    return all;
}

std::set<std::string> json_routes(store::Database& database) {
    TestOffice it(database);
    desk::Door door;
    LibraryInMemory library;
    std::ostringstream log;
    const auto site = web::make_site({library, test_forms(), test_calendar(), "test", &it.office,
                                      &door, [] { return TestOffice::at("2025-01-15").at; }},
                                     log);
    std::set<std::string> all;
    for (const auto& route : site->router().routes())
        if (route.path.starts_with("/api/") && route.answers == "application/json")
            all.insert(std::string(route.method) + " " + std::string(route.path));
    return all;
}

// The Chinese of each coded value of a schema.
std::map<std::string, std::string> words(std::string_view schema) {
    std::map<std::string, std::string> all;
    const auto& it = schemas().at("schemas").at(schema).as_object();
    for (const auto& [code, name] : it.at("x-names").as_object())
        all.emplace(code, std::string(name.as_string()));
    if (it.at("type").as_string() == "string") CHECK(it.at("enum").as_array().size() == all.size());
    return all;
}

// The program's, which begin with the enumerator 0.
template <class Kind>
std::map<std::string, std::string> own_words(int count) {
    std::map<std::string, std::string> all;
    for (int i = 0; i < count; ++i)
        all.emplace(name(Kind(i)), chinese(Kind(i)));
    return all;
}

void references(const boost_json::value& it, std::set<std::string>& all) {
    if (const auto* list = it.if_array())
        for (const auto& each : *list)
            references(each, all);
    const auto* object = it.if_object();
    if (!object) return;
    for (const auto& [key, value] : *object) {
        if (key == "$ref")
            all.emplace(value.as_string());
        else
            references(value, all);
    }
}

}  // namespace

TEST_CASE("the schemas name every JSON route and none that is not there") {
    on_each_database([](store::Database& database) {
        const auto served = json_routes(database);
        for (const auto& route : served)
            CHECK_MESSAGE(schemas().at("routes").as_object().contains(route),
                          "data/web/api_schemas.json lacks ", route);
        for (const auto& entry : schemas().at("routes").as_object())
            CHECK_MESSAGE(served.contains(std::string(entry.key())),
                          "no such route: ", std::string(entry.key()));
    });
}

TEST_CASE("no schema refers to one that is not there") {
    std::set<std::string> all;
    references(schemas(), all);
    constexpr std::string_view prefix = "#/components/schemas/";
    for (const auto& it : all) {
        REQUIRE(it.starts_with(prefix));
        CHECK_MESSAGE(schemas().at("schemas").as_object().contains(it.substr(prefix.size())), it);
    }
}

TEST_CASE("the words of the schemas are the program's") {
    CHECK(words("Channel") == own_words<requests::Channel>(7));
    CHECK(words("ApplicantKind") == own_words<requests::ApplicantKind>(6));
    CHECK(words("Party") == own_words<requests::Party>(3));
    CHECK(words("Answer") == own_words<requests::Answer>(3));
    CHECK(words("Delivery") == own_words<requests::Delivery>(4));
    CHECK(words("Remedy") == own_words<requests::Remedy>(3));
    CHECK(words("RemedyOutcome") == own_words<requests::RemedyOutcome>(3));
    CHECK(words("RequestState") == own_words<requests::State>(count_of<requests::State>));
    CHECK(words("ClockState") == own_words<requests::ClockState>(7));
    CHECK(words("SubmissionState") == own_words<reports::SubmissionState>(6));
    CHECK(words("Role") == own_words<organs::Role>(int(count_of<organs::Role>)));
    CHECK(words("Right") == own_words<organs::Right>(int(count_of<organs::Right>)));
    CHECK(words("Level") == own_words<organs::Level>(5));
    CHECK(words("OrganKind") == own_words<organs::OrganKind>(5));
    CHECK(words("DocumentKind") == own_words<disclosure::Kind>(count_of<disclosure::Kind>));
    CHECK(words("PublicationChannel") ==
          own_words<disclosure::Channel>(count_of<disclosure::Channel>));
    CHECK(words("Stage") == own_words<disclosure::Stage>(7));
    CHECK(words("Standing") == own_words<disclosure::Standing>(4));
    CHECK(words("Verdict") == own_words<disclosure::Verdict>(count_of<disclosure::Verdict>));
    CHECK(words("RegisterKind") == own_words<disclosure::RegisterKind>(4));
    CHECK(words("Timeliness") == own_words<disclosure::TimelinessState>(5));

    std::map<std::string, std::string> subjects;
    for (int i = 0; i <= disclosure::subject_items; ++i)
        subjects.emplace(std::to_string(i), disclosure::subject_words(i));
    CHECK(words("SubjectClass") == subjects);

    std::map<std::string, std::string> decisions;
    for (const auto& it : law::decisions())
        decisions.emplace(name(it.code), chinese(it.code));
    CHECK(words("DecisionCode") == decisions);
}
