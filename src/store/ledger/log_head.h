#pragma once

#include <cstdint>

#include "journal/entry.h"
#include "journal/tree.h"
#include "store/database.h"

namespace gongkai::store {

// Where a log stands, as it is kept: its tree, and the time of its last entry.
struct KeptHead {
    journal::Frontier tree;
    std::int64_t recorded_at = 0;
};

// Locks a log's head, so that of two changes the second sees what the first has done; begins the
// log where it has none. Throws StoreError where the head does not fit itself.
KeptHead take_head(Connection& connection, const journal::LogKey& log);

// `root` is the tree's, which whoever changes a log may have counted already.
void keep_head(Connection& connection, const journal::LogKey& log, const KeptHead& head,
               const Sm3& root);

}  // namespace gongkai::store
