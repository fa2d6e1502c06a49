#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "journal/tree.h"
#include "store/database.h"
#include "store/ledger/vault.h"

namespace gongkai::store {

// What does not hold in a log: where, and in a Chinese sentence what.
struct LogFault {
    std::optional<std::int64_t> sequence;  // of the entry, where it is one entry's
    std::string what;
};

struct Verification {
    std::int64_t entries = 0;
    journal::TreeHead head;  // as counted from the entries
    std::vector<LogFault> faults;
};

// Every log of the database.
std::vector<journal::LogKey> logs(Connection& connection);

// Whether the entries are without gaps, in canonical form and hashed as the tree head says. Stops
// naming entries after the first hundred faults.
Verification verify_log(Connection& connection, const journal::LogKey& log);

// Whether the projected rows are those that a replay of the log gives.
std::vector<LogFault> verify_projections(Connection& connection, const journal::LogKey& log);

// Whether every sealed datum that is still there fits its digest.
std::vector<LogFault> verify_sealed(Connection& connection, const VaultKey& key,
                                    const journal::LogKey& log);

// Makes the projected rows of a log anew from its entries.
void rebuild_projections(Connection& connection, const journal::LogKey& log);

// That an entry is in the log: its canonical bytes, its path and the head that it leads to.
// Refusal journal.no-entry.
struct Proof {
    journal::Entry entry;
    std::vector<Sm3> path;
    journal::TreeHead head;
};
Result<Proof> prove(Connection& connection, const journal::LogKey& log, std::int64_t sequence);

}  // namespace gongkai::store
