#pragma once

#include <condition_variable>
#include <deque>
#include <filesystem>
#include <mutex>
#include <thread>

#include "store/sqlite/sqlite_connection.h"

namespace gongkai::store {

// The one thread that writes to a file. Works that wait together are done one after the other,
// each in its savepoint, and committed by one wait for the disk; only then is anyone told.
class SqliteWriter {
public:
    SqliteWriter(const Database& owner, const std::filesystem::path& file);
    ~SqliteWriter();  // does what is queued first

    void carry_out(const std::function<Ending(Connection&)>& work);

private:
    struct Job;
    using Batch = std::vector<Job*>;

    void serve();
    Job* next(bool wait);
    Batch carry_out_some(Job* first);
    void carry_out_one(Job& job);
    void commit(Batch& batch);

    const Database& owner_;
    SqliteConnection connection_;
    std::mutex mutex_;
    std::condition_variable arrived_;
    std::deque<Job*> queue_;
    bool stopping_ = false;
    std::thread thread_;  // last, so that it ends before what it uses
};

}  // namespace gongkai::store
