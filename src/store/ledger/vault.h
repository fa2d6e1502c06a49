#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "base/secrets.h"
#include "journal/ledger.h"
#include "store/database.h"

namespace gongkai::store {

// The key under which personal data lies encrypted. It is kept in a file outside the data folder,
// so that a copy of the data alone tells nobody anything.
class VaultKey {
public:
    // Makes the file, readable by its owner alone, where there is none. Refusal vault.key where it
    // lies in the data folder or cannot be written.
    static Status make(const std::filesystem::path& file, const std::filesystem::path& data_folder);
    // Reads the file. Refusal vault.key for one that is not there or has another size, one that
    // others may read, or one in the data folder.
    static Result<VaultKey> load(const std::filesystem::path& file,
                                 const std::filesystem::path& data_folder);
    static VaultKey random();

    const BoxKey& key() const { return key_; }

private:
    BoxKey key_{};
};

// A sealed datum: its digest for the journal, and the box in which salt and datum lie encrypted.
// The box opens only for the log and id that it was made for.
struct Box {
    journal::Sealed sealed;
    Blob bytes;
};
//
// `near` is where in the log it will be named: boxes of one time then lie side by side.
Box seal(const VaultKey& key, const journal::LogKey& log, std::int64_t near,
         std::string_view datum);
// Whether a box is this key's.
bool opens(const VaultKey& key, const journal::LogKey& log, const std::string& id, const Blob& box);
// What lies in a box, with its salt, and a box of it for another key or log: for archives. Nothing
// where the box is another key's.
std::optional<std::string> salted_in(const VaultKey& key, const journal::LogKey& log,
                                     const std::string& id, const Blob& box);
Blob boxed(const VaultKey& key, const journal::LogKey& log, const std::string& id,
           std::string_view salted);
// Throws Damaged where the box, the digest or the key is another.
std::string open(const VaultKey& key, const journal::LogKey& log, const journal::Sealed& sealed,
                 const Blob& box);

}  // namespace gongkai::store
