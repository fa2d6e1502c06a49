#pragma once

#include <compare>
#include <cstdint>
#include <string>

#include "base/sm3.h"
#include "journal/payload.h"

namespace gongkai::journal {

// Whose log it is: the county-level code (6 digits, 0 where there is none) and the organ's number
// in it. Organ 0 of a region is the region itself: its organs and accounts are made there.
struct LogKey {
    std::int64_t region = 0;
    std::int64_t organ = 0;
    friend auto operator<=>(const LogKey&, const LogKey&) = default;
};

// What is to be recorded: the subject that it happened to ("request/2026-0014"), the kind of act
// ("request.extend") and its particulars.
struct Draft {
    std::string subject;
    std::string kind;
    Record payload;
};

// One entry of an organ's journal (工作记录), never changed and never removed.
struct Entry {
    LogKey log;
    std::int64_t sequence = 0;     // from 0, without gaps
    std::int64_t recorded_at = 0;  // milliseconds since 1970 UTC; never before the entry before it
    std::string actor;             // an account's id, "public" or "system"; no person's name
    std::string subject;
    std::string kind;
    std::string payload;  // canonical
};

// The bytes that are hashed; docs/journal.md gives them byte by byte.
std::string canonical(const Entry& entry);
// SM3 of 0x00 and those bytes (RFC 6962 2.1).
Sm3 leaf(const Entry& entry);

}  // namespace gongkai::journal
