#pragma once

#include <doctest/doctest.h>

#include <boost/json.hpp>
#include <sstream>

#include "../desk/office_for_tests.h"
#include "app/site.h"
#include "library_in_memory.h"
#include "site/guard.h"

namespace gongkai::testing {

using http::Response;
using organs::Right;
using organs::Role;

namespace boost_json = boost::json;

inline const std::string password = "春江潮水连海平，海上明月共潮生";

// Whoever types his own password need not change it.
inline const desk::Actor own_hand = TestOffice::at("2025-01-02", "system");

// A site over an office with two towns and an account for each role in the first.
struct TestSite {
    explicit TestSite(store::Database& database) : it(database) {
        town = it.town();
        other = it.town();
        for (const Role role :
             {Role::Clerk, Role::Reviewer, Role::UnitHead, Role::Supervisor, Role::Administrator})
            (void)it.desks.accounts
                .create(own_hand, region,
                        {std::string(name(role)), password, town.organ, {role}, {}})
                .value();
        open_site();
    }

    void open_site(const std::string& base = {}) {
        site::Services services{library,
                                test_forms(),
                                test_calendar(),
                                "test",
                                &it.desks,
                                [this] { return TestOffice::at(today).at; },
                                [this] { return state(); }};
        services.base = base;
        site = app::make_site(std::move(services), log);
    }

    struct User {
        std::string cookie, csrf;
    };

    User sign_in(const std::string& login) {
        const auto response =
            call("POST", "/api/session",
                 boost_json::object{{"login", login}, {"password", password}}, {});
        REQUIRE(response.status == 200);
        const auto cookie = std::string(response.header("Set-Cookie"));
        return {cookie.substr(0, cookie.find(';')),
                std::string(boost_json::parse(response.body).at("csrf").as_string())};
    }

    Response call(std::string_view method, const std::string& path, const boost_json::object& body,
                  const User& user) {
        http::Request request;
        request.method = method;
        request.path = path;
        request.headers = {{"Host", "localhost"}};
        if (!user.cookie.empty()) request.headers.push_back({"Cookie", user.cookie});
        if (!user.csrf.empty()) request.headers.push_back({"X-CSRF-Token", user.csrf});
        if (method != "GET") request.body = boost_json::serialize(body);
        return site->answer(split(std::move(request)));
    }

    Response send(const std::string& path, std::string bytes, const User& user,
                  const std::string& media_type = "application/octet-stream") {
        http::Request request;
        request.method = "POST";
        request.path = path;
        request.headers = {{"Host", "localhost"},
                           {"Cookie", user.cookie},
                           {"X-CSRF-Token", user.csrf},
                           {"Content-Type", media_type}};
        request.body = std::move(bytes);
        return site->answer(split(std::move(request)));
    }

    // As the server does it with what came over the wire.
    static http::Request split(http::Request request) {
        const auto mark = request.path.find('?');
        if (mark != request.path.npos) {
            request.query = http::form_fields(request.path.substr(mark + 1));
            request.path.resize(mark);
        }
        request.path = http::decoded_path(request.path).value();
        return request;
    }

    void add_account(const std::string& login, const journal::LogKey& organ, organs::Roles roles) {
        (void)it.desks.accounts
            .create(own_hand, region, {login, password, organ.organ, std::move(roles), {}})
            .value();
    }

    std::string path(const std::string& rest, const journal::LogKey& organ) const {
        return "/api/organs/" + site::organ_in_path(organ) + rest;
    }

    std::string state() const { return it.database.state() + "/" + library.state(); }

    TestOffice it;
    journal::LogKey town, other;
    std::string today = "2025-01-15";
    LibraryInMemory library;
    std::ostringstream log;
    std::unique_ptr<http::Dispatch> site;
};

inline void on_each_site(const std::function<void(TestSite&)>& body) {
    on_each_database([&](store::Database& database) {
        TestSite site(database);
        body(site);
        CHECK(site.it.faults() == "");
        CHECK(site.log.str() == "");
    });
}

inline std::string code(const Response& response) {
    const auto body = boost_json::parse(response.body);
    const auto* error = body.as_object().if_contains("error");
    return error ? std::string(error->at("code").as_string()) : "";
}

// What a call gave that has to succeed.
inline boost_json::object read(const Response& response) {
    CAPTURE(response.body);
    REQUIRE(response.status < 300);
    return boost_json::parse(response.body).as_object();
}

inline boost_json::object question() {
    return {{"channel", "in_person"},
            {"applicant_kind", "natural_person"},
            {"wished", "post"},
            {"content", "2024年村级财务收支情况"},
            {"applicant",
             boost_json::object{
                 {"name", "王小明"}, {"id_number", "护照E00000001"}, {"phone", "13800000000"}}}};
}

// A path of the route table as one that exists may be.
inline std::string filled(std::string_view pattern, const journal::LogKey& organ) {
    std::string path(pattern);
    const auto put = [&](const std::string& name, const std::string& value) {
        if (const auto at = path.find(name); at != path.npos) path.replace(at, name.size(), value);
    };
    put("{organ}", site::organ_in_path(organ));
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
    return path;
}

}  // namespace gongkai::testing
