#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <string>

#include "store/database.h"

// Contract tests: one body, run on SQLite, and on PostgreSQL where GONGKAI_TEST_POSTGRES has the
// address of a server that tests may use as they like.
namespace gongkai::testing {

// A folder of its own, gone at the end.
class Folder {
public:
    Folder();
    ~Folder();
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    const std::filesystem::path path;
};

// An empty place for a database: a file, or a schema of the server. Gone at the end.
class Place {
public:
    explicit Place(store::Database::Engine engine);
    ~Place();
    Place(const Place&) = delete;
    Place& operator=(const Place&) = delete;

    std::unique_ptr<store::Database> open() const;
    std::string address() const;  // what GONGKAI_DATABASE says for it
    const store::Database::Engine engine;
    const Folder folder;

private:
    std::string schema_;
};

// Runs the body once for each engine that is there, each time with a place of its own.
void on_each_engine(const std::function<void(const Place&)>& body);

// The same with the database opened.
void on_each_database(const std::function<void(store::Database&)>& body);

bool has_postgres();

// A table t of numbers i, each with a text s.
void make_table(store::Database& database);
void add(store::Connection& connection, std::int64_t number);
std::int64_t count(store::Database& database);

}  // namespace gongkai::testing
