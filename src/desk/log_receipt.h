#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.h"
#include "journal/entry.h"
#include "tlog/hash.h"

namespace gongkai::desk {

// What whoever has done something with a body has in hand of it (存证回执): which entry of which
// log it is, and its hash there. It tells nothing of what was done.
struct LogReceipt {
    journal::LogKey log;
    std::int64_t entry = 0;
    Digest leaf{};
    friend bool operator==(const LogReceipt&, const LogReceipt&) = default;
};

LogReceipt receipt_of(const journal::Entry& entry);
// verify?log=330302-3&entry=14&leaf=5b2c..., behind the address of a site and a slash.
std::string written(const LogReceipt& it);
// From what somebody pasted: the whole address, or a part of it from the question mark on. Refusal
// receipt.form says what is missing or damaged.
Result<LogReceipt> parse_receipt(std::string_view pasted);

}  // namespace gongkai::desk
