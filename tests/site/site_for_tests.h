#pragma once

#include <doctest/doctest.h>

#include <boost/json.hpp>
#include <sstream>

#include "../desk/office_for_tests.h"
#include "../desk/units_for_tests.h"
#include "app/site.h"
#include "library_in_memory.h"
#include "site/guard.h"
#include "store/incidents.h"
#include "store/tiles/shelf.h"
#include "store/tiles/tile_maker.h"
#include "store/uploads.h"

namespace gongkai::testing {

using http::Response;
using organs::Right;
using organs::Role;

namespace boost_json = boost::json;

inline const std::string password = "春江潮水连海平，海上明月共潮生";

// Whoever types his own password need not change it.
inline const desk::Actor own_hand = TestOffice::at("2025-01-02", "system");

// Of a file that comes in parts; small, so that tests can reach it.
inline constexpr std::uint64_t largest_upload = std::uint64_t{1} << 20;

// A site over an office with two towns and an account for each role in the first.
struct TestSite {
    explicit TestSite(store::Database& database);
    ~TestSite();
    TestSite(const TestSite&) = delete;
    TestSite& operator=(const TestSite&) = delete;

    void open_site(const std::string& base = {});

    struct User {
        std::string cookie, csrf;
    };

    User sign_in(const std::string& login);

    Response call(std::string_view method, const std::string& path, const boost_json::object& body,
                  const User& user);

    Response send(const std::string& path, std::string bytes, const User& user,
                  const std::string& media_type = "application/octet-stream");

    // As the server does it with what came over the wire.
    static http::Request split(http::Request request);

    void add_account(const std::string& login, const journal::LogKey& organ, organs::Roles roles);

    std::string path(const std::string& rest, const journal::LogKey& organ) const;

    std::string state() const;

    // What is in the journal is in the tiles of the public logs.
    void make_tiles();

    TestOffice it;
    journal::LogKey town, other;
    std::string today = "2025-01-15";
    LibraryInMemory library;
    store::Incidents incidents;
    Folder folder;
    store::Uploads uploads;
    UnitDesks inside{it};
    store::Shelf shelf{it.database};
    desk::PublicLog public_log{it.ledger, it.audit,     it.documents,
                               shelf,     it.key.key(), "https://www.example.gov.cn"};
    std::ostringstream log;
    std::unique_ptr<http::Dispatch> site;
};

void on_each_site(const std::function<void(TestSite&)>& body);

std::string code(const Response& response);

// What a call gave that has to succeed.
boost_json::object read(const Response& response);

boost_json::object question();

// A path of the route table as one that exists may be.
std::string filled(std::string_view pattern, const journal::LogKey& organ);

}  // namespace gongkai::testing
