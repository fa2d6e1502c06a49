#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>

#include "base/result.h"
#include "store/database.h"

// From SQLite to PostgreSQL, where users have outgrown one machine.
namespace gongkai::store {

// An installation's SQLite file that nobody else can open as long as this lives.
class LeavingSqlite {
public:
    // Throws StoreError; refusal store.in-use while another program has it open. The file is of
    // this program's version.
    static Result<std::unique_ptr<LeavingSqlite>> take(const std::filesystem::path& file);
    virtual ~LeavingSqlite() = default;

    // Every row of every table into the database, in one transaction, and counted and compared
    // there before it is committed. `told` hears of the rows so far. One that was interrupted
    // after this finds the same rows, and copies none. Refusals store.target-used, where the
    // database has another's rows, and store.other-rows, where it did not get what was sent.
    virtual Result<std::uint64_t> copy_to(Database& to,
                                          const std::function<void(std::uint64_t)>& told) = 0;
    // The file is called as before with ".moved" behind it, and so is the folder of contents beside
    // it: no program takes them for those in use.
    virtual void set_aside() = 0;
};

}  // namespace gongkai::store
