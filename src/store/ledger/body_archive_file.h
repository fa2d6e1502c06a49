#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "base/passphrase.h"
#include "store/ledger/body_archive.h"
#include "store/sqlite/sqlite_connection.h"

// The tables of an archive's file.
namespace gongkai::store {

// Of what the key of a passphrase is made.
inline constexpr std::size_t salt_bytes = 16;

class ArchiveFile {
public:
    // Throws StoreError where it cannot be opened.
    static ArchiveFile made(const std::filesystem::path& file);
    static ArchiveFile opened(const std::filesystem::path& file);

    // Tables alone: a view could be read for ever.
    bool is_plain();
    void note(std::string_view name, std::string_view value);
    std::string noted(std::string_view name);  // empty where it is not

    void add(const journal::Entry& entry);
    void add_content(const std::string& digest, std::string_view bytes);
    void add_sealed(const std::string& id, std::string_view box);
    void finish();

    // Of the log that the archive names, in order.
    void each_entry(const journal::LogKey& log,
                    const std::function<void(const journal::Entry&)>& take);
    void each_content(
        const std::function<void(const std::string& digest, std::string bytes)>& take);
    void each_sealed(
        const std::function<void(const std::string& id, const std::string& box)>& take);
    std::int64_t count(std::string_view table);

private:
    explicit ArchiveFile(std::unique_ptr<SqliteConnection> it) : it_(std::move(it)) {}
    std::unique_ptr<SqliteConnection> it_;
};

Error archive_refused(std::string_view code, std::string message);
Error archive_damaged(const std::string& what);
// What a sealed datum's box in an archive is bound to.
std::string archive_place(const std::string& id);
// As the log of another region has it, and back. Who has no account is told as he is.
std::string actor_of_elsewhere(std::int64_t region, const std::string& actor);
std::string actor_at_home(std::int64_t region, const std::string& actor);

}  // namespace gongkai::store
