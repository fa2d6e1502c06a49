#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "base/result.h"
#include "store/database.h"
#include "store/ledger/vault.h"

// Data, key and folder know each other: a database has the id of its installation and a check value
// of its key; the data folder has the id too. Nothing is made where something is.
namespace gongkai::store {

// The mark of the data folder.
inline constexpr std::string_view installation_file = "installation";

struct Belongings {
    std::filesystem::path data;
    std::filesystem::path key;
    // Makes an installation anew though the folder has files: only for whoever says so.
    bool anew = false;
    // The files of an older program beside PostgreSQL are about to be moved in.
    bool moves_files = false;
};

// Whether database and data folder are one installation's, before anything is written. Refusals
// installation.no-data, installation.no-files and installation.other-folder.
Status check_folder(Database& database, const Belongings& it);

// The key of the database's installation; of a new one where there is neither database nor key nor
// file. Refusals, each with the folder, the cause and what to do: those of check_folder(),
// installation.files-outside (files of an older program beside PostgreSQL), installation.no-key
// (the data is there, the key is not), installation.wrong-key (another installation's), vault.key
// (a file that cannot be a key, or one that others may read).
Result<VaultKey> take_up(Database& database, const Belongings& it);

// Whether a key is the one of the database's installation. Only reads. Refusal
// installation.wrong-key.
Status check_key(Database& database, const VaultKey& key, const Belongings& it);

// The id in an SQLite file; empty in one of before ids.
std::string installation_in(const std::filesystem::path& database);

}  // namespace gongkai::store
