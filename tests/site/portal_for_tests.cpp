#include "portal_for_tests.h"

#include "arrived.h"
#include "journal/log_name.h"

namespace gongkai::testing {

void on_each_portal(const std::function<void(TestPortal&)>& body) {
    on_each_database([&](store::Database& database) {
        TestPortal portal(database);
        body(portal);
        CHECK(portal.it.faults() == "");
        CHECK(portal.log.str() == "");
    });
}

bool has(const http::Response& response, std::string_view text) {
    return response.body.find(text) != std::string::npos;
}

std::string between(const std::string& body, std::string_view before, std::string_view after) {
    const auto from = body.find(before);
    if (from == body.npos) return {};
    const auto start = from + before.size();
    return body.substr(start, body.find(after, start) - start);
}

TestPortal::TestPortal(store::Database& database) : it(database) {
    town = it.town();
    county = it.office_above(town);
    site = app::make_site({library, test_forms(), test_calendar(), "test", &it.desks,
                           [this] { return TestOffice::at(today).at; }, [this] { return state(); }},
                          {}, log);
}

http::Response TestPortal::get(const std::string& path, std::vector<http::Field> query) {
    http::Request request;
    request.method = "GET";
    request.path = path;
    request.query = std::move(query);
    return answered(std::move(request));
}

http::Response TestPortal::post(const std::string& path,
                                const std::vector<std::pair<std::string, std::string>>& fields) {
    http::Request request;
    request.method = "POST";
    request.path = path;
    std::string form;
    for (const auto& [name, value] : fields)
        form += (form.empty() ? "" : "&") + http::encoded(name) + "=" + http::encoded(value);
    request.body = std::move(form);
    return answered(std::move(request));
}

http::Response TestPortal::answered(http::Request request) {
    if (!cookie.empty()) request.headers.push_back({"Cookie", cookie});
    auto response = arrived(site->answer(std::move(request)));
    const std::string set(response.header("Set-Cookie"));
    if (set.starts_with("__Host-form=")) cookie = set.substr(0, set.find(';'));
    return response;
}

std::string TestPortal::path(const std::string& rest) const {
    return "/organs/" + journal::log_name(town) + rest;
}

std::string TestPortal::state() const { return it.database.state() + "/" + library.state(); }

TestPortal::~TestPortal() = default;

}  // namespace gongkai::testing
