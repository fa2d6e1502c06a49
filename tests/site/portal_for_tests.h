#pragma once

#include <doctest/doctest.h>

#include <sstream>

#include "../desk/office_for_tests.h"
#include "app/site.h"
#include "library_in_memory.h"
#include "site/guard.h"

namespace gongkai::testing {

// The pages over an office with a county and a town below it, on a day that tests set.
struct TestPortal {
    explicit TestPortal(store::Database& database) : it(database) {
        town = it.town();
        county = it.office_above(town);
        site = app::make_site(
            {library, test_forms(), test_calendar(), "test", &it.desks,
             [this] { return TestOffice::at(today).at; }, [this] { return state(); }},
            log);
    }

    http::Response get(const std::string& path, std::vector<http::Field> query = {}) {
        http::Request request;
        request.method = "GET";
        request.path = path;
        request.query = std::move(query);
        return answered(std::move(request));
    }
    // A form as a browser sends it.
    http::Response post(const std::string& path,
                        const std::vector<std::pair<std::string, std::string>>& fields) {
        http::Request request;
        request.method = "POST";
        request.path = path;
        for (const auto& [name, value] : fields)
            request.body += (request.body.empty() ? "" : "&") + http::encoded(name) + "=" +
                            http::encoded(value);
        return answered(std::move(request));
    }
    // As a browser that keeps a cookie.
    http::Response answered(http::Request request) {
        if (!cookie.empty()) request.headers.push_back({"Cookie", cookie});
        auto response = site->answer(std::move(request));
        const std::string set(response.header("Set-Cookie"));
        if (set.starts_with("__Host-form=")) cookie = set.substr(0, set.find(';'));
        return response;
    }
    std::string path(const std::string& rest = {}) const {
        return "/organs/" + site::organ_in_path(town) + rest;
    }

    std::string state() const { return it.database.state() + "/" + library.state(); }

    TestOffice it;
    journal::LogKey town, county;
    std::string today = "2025-01-15";
    std::string cookie;
    LibraryInMemory library;
    std::ostringstream log;
    std::unique_ptr<http::Dispatch> site;
};

inline void on_each_portal(const std::function<void(TestPortal&)>& body) {
    on_each_database([&](store::Database& database) {
        TestPortal portal(database);
        body(portal);
        CHECK(portal.it.faults() == "");
        CHECK(portal.log.str() == "");
    });
}

inline bool has(const http::Response& response, std::string_view text) {
    return response.body.find(text) != std::string::npos;
}

// What stands between two texts, the first time; empty where they do not.
inline std::string between(const std::string& body, std::string_view before,
                           std::string_view after) {
    const auto from = body.find(before);
    if (from == body.npos) return {};
    const auto start = from + before.size();
    return body.substr(start, body.find(after, start) - start);
}

}  // namespace gongkai::testing
