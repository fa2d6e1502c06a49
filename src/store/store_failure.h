#pragma once

#include <string>

#include "base/unavailable.h"
#include "store/database.h"

namespace gongkai::store {

// Why a store cannot be used for now. docs/operating.md has a row for each.
enum class Away {
    DiskFull,       // store.disk-full
    ReadOnly,       // store.read-only: the folder or file cannot be written or opened
    Locked,         // store.locked: another program writes, for too long
    ServerGone,     // store.gone
    CommitUnknown,  // store.unknown: the server was lost while committing
    Replaced,       // store.replaced: the database's files were moved away or others put there
    OnlyReads,      // store.replica: the server follows another one
};

// A StoreError that says where, why and what to do: what() for the administrator, with place and
// cause; refusal() for whoever asked.
class StoreFailure : public StoreError, public Unavailable {
public:
    StoreFailure(Away why, const std::string& place, const std::string& cause);
    Error refusal() const override;

private:
    Away why_;
};

// Throws the failure that an error number of the system is, and StoreError for another.
[[noreturn]] void throw_system_failure(int error, const std::string& file);

}  // namespace gongkai::store
