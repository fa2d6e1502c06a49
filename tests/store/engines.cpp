#include "engines.h"

#include <doctest/doctest.h>
#include <unistd.h>

#include <cstdlib>
#include <iostream>

#include "store/postgres/postgres_database.h"
#include "store/sqlite/sqlite_database.h"

namespace gongkai::testing {

using store::Database;

namespace {

constexpr int connections = 8;

std::string new_name() {
    static int count = 0;
    return "gongkai_test_" + std::to_string(getpid()) + "_" + std::to_string(++count);
}

std::string server() {
    const char* it = std::getenv("GONGKAI_TEST_POSTGRES");
    return it ? it : "";
}

void tell_server(const std::string& script) {
    store::open_postgres(server(), 1)->transaction([&](store::Connection& connection) {
        connection.run_script(script);
    });
}

}  // namespace

Folder::Folder() : path(std::filesystem::temp_directory_path() / new_name()) {
    std::filesystem::create_directories(path);
}

Folder::~Folder() { std::filesystem::remove_all(path); }

Place::Place(Database::Engine it) : engine(it) {
    if (engine == Database::Engine::Sqlite) return;
    schema_ = new_name();
    tell_server("CREATE SCHEMA " + schema_);
}

Place::~Place() {
    if (!schema_.empty()) tell_server("DROP SCHEMA " + schema_ + " CASCADE");
}

std::string Place::address() const {
    if (engine == Database::Engine::Sqlite) return "";
    const std::string joint = server().find('?') == std::string::npos ? "?" : "&";
    return server() + joint + "options=-csearch_path%3D" + schema_;
}

std::unique_ptr<Database> Place::open() const {
    return engine == Database::Engine::Sqlite ? store::open_sqlite(folder.path / "test.sqlite")
                                              : store::open_postgres(address(), connections);
}

bool has_postgres() {
    static const bool has = [] {
        if (server().empty()) std::cout << "SKIP: GONGKAI_TEST_POSTGRES is not set\n";
        return !server().empty();
    }();
    return has;
}

void on_each_engine(const std::function<void(const Place&)>& body) {
    {
        INFO("on SQLite");
        body(Place(Database::Engine::Sqlite));
    }
    if (!has_postgres()) return;
    INFO("on PostgreSQL");
    body(Place(Database::Engine::Postgres));
}

void on_each_database(const std::function<void(Database&)>& body) {
    on_each_engine([&](const Place& place) { body(*place.open()); });
}

void make_table(Database& database) {
    database.transaction([](store::Connection& connection) {
        connection.run_script("CREATE TABLE t (i BIGINT PRIMARY KEY, s TEXT)");
    });
}

void add(store::Connection& connection, std::int64_t number) {
    connection.run("INSERT INTO t (i) VALUES ($1)", {number});
}

std::int64_t count(Database& database) {
    return store::whole(database.run("SELECT count(*) FROM t", {})[0][0]);
}

}  // namespace gongkai::testing
