#pragma once

#include <filesystem>
#include <memory>

#include "store/database.h"

namespace gongkai::store {

// A database in one SQLite file, which is made where there is none: write-ahead log, every commit
// on the disk before it is reported, commits that wait together in one. Its end waits for the
// transactions that are queued. Throws StoreError where it cannot be opened.
std::unique_ptr<Database> open_sqlite(const std::filesystem::path& file);

}  // namespace gongkai::store
