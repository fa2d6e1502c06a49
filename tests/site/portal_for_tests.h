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
    explicit TestPortal(store::Database& database);
    ~TestPortal();
    TestPortal(const TestPortal&) = delete;
    TestPortal& operator=(const TestPortal&) = delete;

    http::Response get(const std::string& path, std::vector<http::Field> query = {});
    // A form as a browser sends it.
    http::Response post(const std::string& path,
                        const std::vector<std::pair<std::string, std::string>>& fields);
    // As a browser that keeps a cookie.
    http::Response answered(http::Request request);
    std::string path(const std::string& rest = {}) const;

    std::string state() const;

    TestOffice it;
    journal::LogKey town, county;
    std::string today = "2025-01-15";
    std::string cookie;
    LibraryInMemory library;
    std::ostringstream log;
    std::unique_ptr<http::Dispatch> site;
};

void on_each_portal(const std::function<void(TestPortal&)>& body);

bool has(const http::Response& response, std::string_view text);

// What stands between two texts, the first time; empty where they do not.
std::string between(const std::string& body, std::string_view before, std::string_view after);

}  // namespace gongkai::testing
