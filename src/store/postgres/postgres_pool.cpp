#include "store/postgres/postgres_pool.h"

#include "store/patience.h"

namespace gongkai::store {

std::unique_ptr<PostgresConnection> PostgresPool::take() {
    {
        std::unique_lock lock(mutex_);
        if (!freed_.wait_for(lock, patience(), [&] { return taken_ < most_; }))
            throw StoreFailure(Away::Locked, "PostgreSQL",
                               "no connection became free, all are at work");
        ++taken_;
        if (!idle_.empty()) {
            auto connection = std::move(idle_.back());
            idle_.pop_back();
            return connection;
        }
    }
    try {
        return std::make_unique<PostgresConnection>(address_);
    } catch (const std::exception&) {
        free_place();
        throw;
    }
}

void PostgresPool::give_back(std::unique_ptr<PostgresConnection> connection) noexcept {
    if (connection->reset()) {
        const std::lock_guard lock(mutex_);
        idle_.push_back(std::move(connection));
    }
    free_place();
}

void PostgresPool::free_place() noexcept {
    {
        const std::lock_guard lock(mutex_);
        --taken_;
    }
    freed_.notify_one();
}

void PostgresPool::forget_idle() {
    const std::lock_guard lock(mutex_);
    idle_.clear();
}

}  // namespace gongkai::store
