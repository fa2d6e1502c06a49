#include "store/sqlite/sqlite_writer.h"

#include <chrono>
#include <exception>

namespace gongkai::store {

namespace {

// A batch ends at whichever comes first, so that the first in it does not wait without end.
constexpr std::size_t most_jobs = 256;
constexpr std::chrono::milliseconds longest_batch{20};
constexpr std::string_view begin = "BEGIN IMMEDIATE";

bool is_of_store(const std::exception_ptr& thrown) {
    try {
        if (thrown) std::rethrow_exception(thrown);
    } catch (const StoreError&) {
        return true;
    } catch (...) {
    }
    return false;
}

}  // namespace

// A transaction that someone waits for. Lives on the waiting thread's stack.
struct SqliteWriter::Job {
    explicit Job(const std::function<Ending(Connection&)>& it) : work(it) {}

    const std::function<Ending(Connection&)>& work;
    Ending ending = Ending::RollBack;  // also where it throws
    std::exception_ptr thrown;         // what the work threw, if it did
    std::exception_ptr breakdown;      // why it was not committed although the work wished it
    std::condition_variable turn;      // it is done, or may lead; under the writer's mutex
    bool done = false;
};

SqliteWriter::SqliteWriter(const Database& owner, const std::filesystem::path& file)
    : owner_(owner), connection_(file, SqliteConnection::Access::Write), files_(file) {}

SqliteWriter::~SqliteWriter() {
    std::unique_lock lock(mutex_);
    last_left_.wait(lock, [&] { return callers_ == 0; });
}

void SqliteWriter::carry_out(const std::function<Ending(Connection&)>& work) {
    Job job(work);
    wait_or_lead(job);
    if (job.thrown) std::rethrow_exception(job.thrown);
    if (job.breakdown) std::rethrow_exception(job.breakdown);
}

void SqliteWriter::wait_or_lead(Job& job) {
    std::unique_lock lock(mutex_);
    ++callers_;
    queue_.push_back(&job);
    while (!job.done) {
        if (busy_) {
            job.turn.wait(lock);
            continue;
        }
        busy_ = true;
        lock.unlock();
        const Batch batch = carry_out_some();
        lock.lock();
        busy_ = false;
        // Told under the lock: a job is gone as soon as its thread can go on.
        for (Job* each : batch) {
            each->done = true;
            each->turn.notify_one();
        }
        if (!queue_.empty()) queue_.front()->turn.notify_one();
    }
    if (--callers_ == 0) last_left_.notify_one();
}

SqliteWriter::Job* SqliteWriter::next() {
    const std::lock_guard lock(mutex_);
    if (queue_.empty()) return nullptr;
    Job* job = queue_.front();
    queue_.pop_front();
    return job;
}

SqliteWriter::Batch SqliteWriter::carry_out_some() {
    Batch batch;
    try {
        connection_.wait_as_long_as_usual();
        connection_.control(begin);
    } catch (const StoreError&) {
        // The others would only wait as long again.
        while (Job* job = next()) {
            job->breakdown = std::current_exception();
            batch.push_back(job);
        }
        return batch;
    }
    const auto began = std::chrono::steady_clock::now();
    while (connection_.in_transaction() && batch.size() < most_jobs &&
           std::chrono::steady_clock::now() - began < longest_batch) {
        Job* job = next();
        if (!job) break;
        batch.push_back(job);
        carry_out_one(*job, batch.size() == 1);
    }
    commit(batch);
    return batch;
}

void SqliteWriter::carry_out_one(Job& job, bool first) {
    connection_.begin_work();
    try {
        const Inside inside(owner_);
        // The first has nothing before it to keep: it can be rolled back with the whole.
        if (!first) connection_.control("SAVEPOINT work");
        job.ending = job.work(connection_);
    } catch (...) {
        job.thrown = std::current_exception();
    }

    if (job.ending == Ending::Commit) {
        if (connection_.failed()) job.breakdown = std::make_exception_ptr(failed_before());
        // The common COMMIT would fail its neighbours too.
        if (connection_.has_loose_rows())
            job.breakdown =
                std::make_exception_ptr(StoreError("SQLite: a foreign key leads nowhere"));
        if (job.breakdown) job.ending = Ending::RollBack;
    }
    if (connection_.in_transaction()) settle(job.ending, first);
}

void SqliteWriter::settle(Ending ending, bool first) {
    try {
        if (first && ending == Ending::RollBack) {
            connection_.control("ROLLBACK");
            connection_.control(begin);
        } else if (!first) {
            if (ending == Ending::RollBack) connection_.control("ROLLBACK TO work");
            connection_.control("RELEASE work");
        }
    } catch (const StoreError&) {
        // Its rows cannot be told from those of its neighbours any more: commit() fails them all.
        connection_.roll_back();
    }
}

void SqliteWriter::commit(Batch& batch) {
    std::exception_ptr why;
    if (connection_.in_transaction()) {
        try {
            files_.check();
            connection_.control("COMMIT");
            return;
        } catch (const StoreError&) {
            why = std::current_exception();
        }
    }
    // Such as on a full disk: whose work met it has thrown it, and the others learn it from him.
    for (const Job* job : batch)
        if (!why && is_of_store(job->thrown)) why = job->thrown;
    if (!why) why = std::make_exception_ptr(StoreError("SQLite rolled back the whole transaction"));
    connection_.roll_back();
    for (Job* job : batch)
        if (job->ending == Ending::Commit) job->breakdown = why;
}

}  // namespace gongkai::store
