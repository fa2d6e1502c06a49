#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "journal/audit.h"
#include "store/database.h"
#include "store/ledger/projection_rules.h"
#include "store/ledger/vault.h"

namespace gongkai::store {

using journal::LogFault;
using journal::Verification;

// Every log of the database.
std::vector<journal::LogKey> logs(Connection& connection);

// Whether the entries are without gaps, in canonical form and hashed as the tree head says. Stops
// naming entries after the first hundred faults.
Verification verify_log(Connection& connection, const journal::LogKey& log);

// Whether the projected rows are those that a replay of the log gives, by the rules that they were
// made by.
std::vector<LogFault> verify_projections(Connection& connection, const journal::LogKey& log,
                                         const ProjectionRules& rules);
// By those that the program carries.
std::vector<LogFault> verify_projections(Connection& connection, const journal::LogKey& log);

// Whether every sealed datum that is still there fits its digest.
std::vector<LogFault> verify_sealed(Connection& connection, const VaultKey& key,
                                    const journal::LogKey& log);

// The digests of what the records of a log name by them: texts and attachments of documents,
// reports and their files. With each the subject of a record that names it.
std::map<std::string, std::string> named_contents(Connection& connection,
                                                  const journal::LogKey& log);

// Makes the projected rows of a log anew from its entries.
void rebuild_projections(Connection& connection, const journal::LogKey& log,
                         const ProjectionRules& rules);
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
