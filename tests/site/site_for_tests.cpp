#include "site_for_tests.h"

#include "arrived.h"
#include "journal/log_name.h"

namespace gongkai::testing {

void on_each_site(const std::function<void(TestSite&)>& body) {
    on_each_database([&](store::Database& database) {
        TestSite site(database);
        body(site);
        CHECK(site.it.faults() == "");
        CHECK(site.log.str() == "");
    });
}

std::string code(const Response& response) {
    const auto body = boost_json::parse(response.body);
    const auto* error = body.as_object().if_contains("error");
    return error ? std::string(error->at("code").as_string()) : "";
}

boost_json::object read(const Response& response) {
    CAPTURE(response.body);
    REQUIRE(response.status < 300);
    return boost_json::parse(response.body).as_object();
}

boost_json::object question() {
    return {{"channel", "in_person"},
            {"applicant_kind", "natural_person"},
            {"wished", "post"},
            {"content", "2024年村级财务收支情况"},
            {"applicant",
             boost_json::object{
                 {"name", "王小明"}, {"id_number", "护照E00000001"}, {"phone", "13800000000"}}}};
}

std::string filled(std::string_view pattern, const journal::LogKey& organ) {
    std::string path(pattern);
    const auto put = [&](const std::string& name, const std::string& value) {
        if (const auto at = path.find(name); at != path.npos) path.replace(at, name.size(), value);
    };
    put("{organ}", journal::log_name(organ));
    put("{number}", "2025-0001");
    put("{account}", "1");
    put("{year}", "2025");
    put("{code}", "900121103000");
    put("{serial}", "2025-00001");
    put("{file_name}", "a.pdf");
    put("{sequence}", "0");
    put("{id}", "extension");
    put("{subject}", "request.2025-0001.decide");
    put("{cell}", "requests.new_received.total");
    put("{tile...}", "entries/000.p/1");
    return path;
}

TestSite::TestSite(store::Database& database)
    : it(database), incidents(database), uploads(folder.path, largest_upload) {
    town = it.town();
    other = it.town();
    for (const Role role :
         {Role::Clerk, Role::Reviewer, Role::UnitHead, Role::Supervisor, Role::Administrator})
        (void)it.desks.accounts
            .create(own_hand, region, {std::string(name(role)), password, town.organ, {role}, {}})
            .value();
    open_site();
}

void TestSite::open_site(const std::string& base) {
    site::Services services{library,
                            test_forms(),
                            test_calendar(),
                            "test",
                            &it.desks,
                            [this] { return TestOffice::at(today).at; },
                            [this] { return state(); }};
    services.base = base;
    site = app::make_site(std::move(services),
                          {&incidents, &uploads, &inside.units, &inside.assignments, &public_log},
                          log);
}

void TestSite::make_tiles() { store::TileMaker(it.database).catch_up(); }

TestSite::User TestSite::sign_in(const std::string& login) {
    const auto response = call("POST", "/api/session",
                               boost_json::object{{"login", login}, {"password", password}}, {});
    REQUIRE(response.status == 200);
    const auto cookie = std::string(response.header("Set-Cookie"));
    return {cookie.substr(0, cookie.find(';')),
            std::string(boost_json::parse(response.body).at("csrf").as_string())};
}

Response TestSite::call(std::string_view method, const std::string& path,
                        const boost_json::object& body, const User& user) {
    http::Request request;
    request.method = method;
    request.path = path;
    request.headers = {{"Host", "localhost"}};
    if (!user.cookie.empty()) request.headers.push_back({"Cookie", user.cookie});
    if (!user.csrf.empty()) request.headers.push_back({"X-CSRF-Token", user.csrf});
    if (method != "GET") request.body = boost_json::serialize(body);
    return arrived(site->answer(split(std::move(request))));
}

Response TestSite::send(const std::string& path, std::string bytes, const User& user,
                        const std::string& media_type) {
    http::Request request;
    request.method = "POST";
    request.path = path;
    request.headers = {{"Host", "localhost"},
                       {"Cookie", user.cookie},
                       {"X-CSRF-Token", user.csrf},
                       {"Content-Type", media_type}};
    request.body = std::move(bytes);
    return arrived(site->answer(split(std::move(request))));
}

http::Request TestSite::split(http::Request request) {
    const auto mark = request.path.find('?');
    if (mark != request.path.npos) {
        http::take_query(request, request.path.substr(mark + 1));
        request.path.resize(mark);
    }
    request.path = http::decoded_path(request.path).value();
    return request;
}

void TestSite::add_account(const std::string& login, const journal::LogKey& organ,
                           organs::Roles roles) {
    (void)it.desks.accounts
        .create(own_hand, region, {login, password, organ.organ, std::move(roles), {}})
        .value();
}

std::string TestSite::path(const std::string& rest, const journal::LogKey& organ) const {
    return "/api/organs/" + journal::log_name(organ) + rest;
}

std::string TestSite::state() const { return it.database.state() + "/" + library.state(); }

TestSite::~TestSite() = default;

}  // namespace gongkai::testing
