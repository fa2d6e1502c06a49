#pragma once

#include <cstdint>
#include <vector>

#include "journal/audit.h"
#include "store/database.h"

namespace gongkai::store {

// Takes the entries of the journal into the tiles of their logs (docs/log.md), some thousands in a
// step: each step reads and hashes beside the others' work, and writes in one short transaction.
// Several programs may do so at once on one database. Used by one thread at a time.
class TileMaker {
public:
    explicit TileMaker(Database& database) : database_(database) {}

    // One step; whether there is more to take in. Throws StoreError where entries are missing.
    bool advance();
    // All of it.
    void catch_up() {
        while (advance()) {
        }
    }

private:
    Database& database_;
    std::string state_;  // of the database when nothing was left
};

// Whether the tiles are those of the entries, as far as they go.
std::vector<journal::LogFault> verify_tiles(Connection& connection, const journal::LogKey& log);
// Makes them anew from the entries.
void rebuild_tiles(Connection& connection, const journal::LogKey& log);

}  // namespace gongkai::store
