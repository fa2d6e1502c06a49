#pragma once

#include <cstdint>

#include "base/result.h"

namespace gongkai::store {

// What may hold up changes of the journal while reading goes on.
class Gate {
public:
    virtual ~Gate() = default;
    // Asked in each change, before its work. `at` is when it is made and `last` when the log's last
    // entry was, milliseconds since 1970 UTC; 0 of a log without entries. From many threads.
    virtual Status may_write(std::int64_t at, std::int64_t last) const = 0;
};

}  // namespace gongkai::store
