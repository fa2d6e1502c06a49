#pragma once

#include <condition_variable>
#include <deque>
#include <filesystem>
#include <mutex>
#include <vector>

#include "store/sqlite/files_in_place.h"
#include "store/sqlite/sqlite_connection.h"

namespace gongkai::store {

// The one connection that writes to a file. Works that wait together are done one after the other
// and committed by one wait for the disk; only then is anyone told. Whoever finds nobody at it does
// his own work and that of all who came meanwhile: who is alone waits for no other thread.
class SqliteWriter {
public:
    SqliteWriter(const Database& owner, const std::filesystem::path& file);
    ~SqliteWriter();  // waits for those who are inside

    void carry_out(const std::function<Ending(Connection&)>& work);

private:
    struct Job;
    using Batch = std::vector<Job*>;

    void wait_or_lead(Job& job);
    Job* next();
    Batch carry_out_some();
    void carry_out_one(Job& job, bool first);
    void settle(Ending ending, bool first);
    void commit(Batch& batch);

    const Database& owner_;
    SqliteConnection connection_;
    FilesInPlace files_;
    std::mutex mutex_;
    std::deque<Job*> queue_;
    bool busy_ = false;  // somebody is at the connection
    int callers_ = 0;    // inside carry_out()
    std::condition_variable last_left_;
};

}  // namespace gongkai::store
