#include "store/commit_times.h"

#include <algorithm>
#include <utility>

namespace gongkai::store {

namespace {

class TimedDatabase : public Database {
public:
    TimedDatabase(std::unique_ptr<Database> database, CommitTimes& times)
        : database_(std::move(database)), times_(times) {}

    Engine engine() const override { return database_->engine(); }
    bool is_replica() override { return database_->is_replica(); }
    std::vector<Row> run(std::string_view sql, const std::vector<Value>& arguments) override {
        return database_->run(sql, arguments);
    }
    void each(std::string_view sql, const std::vector<Value>& arguments,
              const std::function<void(Row&)>& row) override {
        database_->each(sql, arguments, row);
    }
    std::string state() override { return database_->state(); }
    std::vector<std::string> damage() override { return database_->damage(); }
    void wipe_deleted() override { database_->wipe_deleted(); }
    void read(const std::function<void(Connection&)>& work) override { database_->read(work); }

    void transaction_ending(const std::function<Ending(Connection&)>& work) override {
        const auto asked = std::chrono::steady_clock::now();
        auto ending = Ending::RollBack;
        database_->transaction_ending(
            [&](Connection& connection) { return ending = work(connection); });
        if (ending == Ending::Commit)
            times_.note(std::chrono::duration_cast<std::chrono::microseconds>(
                std::chrono::steady_clock::now() - asked));
    }

private:
    std::unique_ptr<Database> database_;
    CommitTimes& times_;
};

}  // namespace

void CommitTimes::note(std::chrono::microseconds took) {
    const auto step = std::ranges::lower_bound(steps, took);
    in_step_[std::size_t(step - steps.begin())].fetch_add(1, std::memory_order_relaxed);
    microseconds_.fetch_add(std::uint64_t(took.count()), std::memory_order_relaxed);
}

CommitTimes::Counted CommitTimes::counted() const {
    Counted it;
    for (std::size_t step = 0; step < in_step_.size(); ++step)
        it.in_step[step] = in_step_[step].load(std::memory_order_relaxed);
    it.all = std::chrono::microseconds(std::int64_t(microseconds_.load(std::memory_order_relaxed)));
    return it;
}

std::unique_ptr<Database> timed(std::unique_ptr<Database> database, CommitTimes& times) {
    return std::make_unique<TimedDatabase>(std::move(database), times);
}

}  // namespace gongkai::store
