#pragma once

#include <condition_variable>
#include <mutex>
#include <string>

#include "store/postgres/postgres_connection.h"

namespace gongkai::store {

// Connections to one server, at most `most` at a time, opened when they are first needed.
class PostgresPool {
public:
    PostgresPool(std::string address, int most) : address_(std::move(address)), most_(most) {}

    // One connection for as long as it lives; what it left open is rolled back at the end.
    class Lease {
    public:
        explicit Lease(PostgresPool& pool) : pool_(pool), it_(pool.take()) {}
        ~Lease() { pool_.give_back(std::move(it_)); }
        Lease(const Lease&) = delete;
        Lease& operator=(const Lease&) = delete;
        PostgresConnection* operator->() const { return it_.get(); }
        PostgresConnection& operator*() const { return *it_; }

    private:
        PostgresPool& pool_;
        std::unique_ptr<PostgresConnection> it_;
    };

    // After one is lost the idle ones are likely to be dead too.
    void forget_idle();

private:
    std::unique_ptr<PostgresConnection> take();
    void give_back(std::unique_ptr<PostgresConnection> connection) noexcept;
    void free_place() noexcept;

    const std::string address_;
    const int most_;
    std::mutex mutex_;
    std::condition_variable freed_;
    std::vector<std::unique_ptr<PostgresConnection>> idle_;
    int taken_ = 0;
};

}  // namespace gongkai::store
