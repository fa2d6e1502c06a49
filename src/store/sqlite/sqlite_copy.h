#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>

namespace gongkai::store {

// Copies an SQLite database as it is at one moment, while others read and write it. `target` is
// made; it is on the disk when this returns. `told` hears of pages done and pages in all. Throws
// StoreError.
void copy_sqlite(const std::filesystem::path& source, const std::filesystem::path& target,
                 const std::function<void(std::uint64_t, std::uint64_t)>& told);

}  // namespace gongkai::store
