#include "store/sqlite/sqlite_writer.h"

#include <chrono>
#include <future>

namespace gongkai::store {

namespace {

// A batch ends at whichever comes first, so that the first in it does not wait without end.
constexpr std::size_t most_jobs = 256;
constexpr std::chrono::milliseconds longest_batch{20};

}  // namespace

// A transaction that someone waits for. Lives on the waiting thread's stack.
struct SqliteWriter::Job {
    explicit Job(const std::function<Ending(Connection&)>& it) : work(it) {}

    void tell() {
        // Notified under the lock: the job is gone as soon as the waiting thread can go on.
        const std::lock_guard lock(mutex);
        done = true;
        told.notify_one();
    }

    void wait() {
        std::unique_lock lock(mutex);
        told.wait(lock, [&] { return done; });
    }

    const std::function<Ending(Connection&)>& work;
    Ending ending = Ending::RollBack;  // also where it throws
    std::future<void> outcome;         // what the work threw, if it did
    std::string breakdown;             // why it was not committed although the work wished it
    std::mutex mutex;
    std::condition_variable told;
    bool done = false;
};

SqliteWriter::SqliteWriter(const Database& owner, const std::filesystem::path& file)
    : owner_(owner),
      connection_(file, SqliteConnection::Access::Write),
      thread_([this] { serve(); }) {}

SqliteWriter::~SqliteWriter() {
    {
        const std::lock_guard lock(mutex_);
        stopping_ = true;
    }
    arrived_.notify_one();
    thread_.join();
}

void SqliteWriter::carry_out(const std::function<Ending(Connection&)>& work) {
    Job job(work);
    {
        const std::lock_guard lock(mutex_);
        queue_.push_back(&job);
    }
    arrived_.notify_one();
    job.wait();
    if (job.outcome.valid()) job.outcome.get();
    if (!job.breakdown.empty()) throw StoreError(job.breakdown);
}

void SqliteWriter::serve() {
    while (Job* first = next(true))
        for (Job* job : carry_out_some(first))
            job->tell();
}

SqliteWriter::Job* SqliteWriter::next(bool wait) {
    std::unique_lock lock(mutex_);
    if (wait) arrived_.wait(lock, [&] { return stopping_ || !queue_.empty(); });
    if (queue_.empty()) return nullptr;
    Job* job = queue_.front();
    queue_.pop_front();
    return job;
}

SqliteWriter::Batch SqliteWriter::carry_out_some(Job* first) {
    Batch batch{first};
    try {
        connection_.control("BEGIN IMMEDIATE");
    } catch (const StoreError& fault) {
        // The others would only wait as long again.
        while (Job* job = next(false))
            batch.push_back(job);
        for (Job* job : batch)
            job->breakdown = fault.what();
        return batch;
    }
    const auto began = std::chrono::steady_clock::now();
    carry_out_one(*first);
    while (connection_.in_transaction() && batch.size() < most_jobs &&
           std::chrono::steady_clock::now() - began < longest_batch) {
        Job* job = next(false);
        if (!job) break;
        batch.push_back(job);
        carry_out_one(*job);
    }
    commit(batch);
    return batch;
}

void SqliteWriter::carry_out_one(Job& job) {
    std::packaged_task<void()> task([&] {
        const Inside inside(owner_);
        connection_.control("SAVEPOINT work");
        job.ending = job.work(connection_);
    });
    job.outcome = task.get_future();
    connection_.begin_work();
    task();  // keeps what it throws

    if (job.ending == Ending::Commit) {
        if (connection_.failed()) job.breakdown = failed_before().what();
        // The common COMMIT would fail its neighbours too.
        if (connection_.has_loose_rows()) job.breakdown = "SQLite: a foreign key leads nowhere";
        if (!job.breakdown.empty()) job.ending = Ending::RollBack;
    }
    try {
        if (job.ending == Ending::RollBack && connection_.in_transaction())
            connection_.control("ROLLBACK TO work");
        if (connection_.in_transaction()) connection_.control("RELEASE work");
    } catch (const StoreError&) {
        // Its rows cannot be told from those of its neighbours any more: commit() fails them all.
        connection_.roll_back();
    }
}

void SqliteWriter::commit(Batch& batch) {
    std::string why = "SQLite rolled back the whole transaction";  // such as on a full disk
    if (connection_.in_transaction()) {
        try {
            connection_.control("COMMIT");
            return;
        } catch (const StoreError& fault) {
            why = fault.what();
        }
    }
    connection_.roll_back();
    for (Job* job : batch)
        if (job->ending == Ending::Commit) job->breakdown = why;
}

}  // namespace gongkai::store
