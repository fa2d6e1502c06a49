#pragma once

#include <functional>
#include <mutex>
#include <optional>

#include "store/ledger/gate.h"

namespace gongkai::store {

// Both in milliseconds: the system's, since 1970 UTC, and one that nobody sets.
struct Clock {
    std::function<std::int64_t()> wall, monotonic;
    static Clock of_the_system();
};

// Refusal store.replica: where acts reach a server that only reads.
Error only_reads();

// Whether acts are taken: not while a database is set back against its checkpoints, nor while the
// clock cannot be right. Refusals checkpoint.*, clock.behind (earlier than the log's last entry),
// clock.moved (by more than a day against the monotonic clock since the program began).
class Admission : public Gate {
public:
    explicit Admission(Clock clock = Clock::of_the_system());

    Status may_write(std::int64_t at, std::int64_t last) const override;

    // Acts wait from now on, with this refusal; nothing: they do not.
    void hold_up(std::optional<Error> why);
    // Why acts wait, for a notice: by their checkpoints, or by a clock that was moved.
    std::optional<Error> held_up() const;

private:
    Clock clock_;
    std::int64_t ahead_;  // the wall clock of the monotonic one, when this began
    mutable std::mutex mutex_;
    std::optional<Error> why_;

    bool is_moved() const;
};

}  // namespace gongkai::store
