#pragma once

#include "store/database.h"

// What both engines hold their callers to, so that a fault shows on either of them.
namespace gongkai::store {

// Throws StoreError for a value that one of the engines cannot keep.
void check_arguments(const std::vector<Value>& arguments);

// Throws std::logic_error unless the statement begins as one that reads.
void check_reads(std::string_view sql);

// The statement as far as a log wants it, after what went wrong.
StoreError statement_failed(std::string_view engine, std::string_view why, std::string_view sql);

// Marks that this thread is at work inside a database, for as long as it lives. A second one for
// the same database and thread throws std::logic_error: the work would wait for itself.
class Inside {
public:
    explicit Inside(const Database& database);
    ~Inside();
    Inside(const Inside&) = delete;
    Inside& operator=(const Inside&) = delete;

    static void check_outside(const Database& database);
};

// Holds the rules of a Connection's statements: none inside another's rows, none after a failure.
class StatementRules {
public:
    class Running {
    public:
        explicit Running(StatementRules& rules);
        ~Running();
        Running(const Running&) = delete;
        Running& operator=(const Running&) = delete;
        void succeeded() { failed_ = false; }

    private:
        StatementRules& rules_;
        bool failed_ = true;  // until told otherwise, since it may throw
    };

    bool failed() const { return failed_; }

private:
    bool running_ = false, failed_ = false;
};

// Thrown where the work swallowed a failed statement and wants to commit all the same.
StoreError failed_before();

}  // namespace gongkai::store
