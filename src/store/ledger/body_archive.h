#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "journal/audit.h"
#include "store/contents.h"
#include "store/database.h"
#include "store/ledger/projection_rules.h"
#include "store/ledger/vault.h"

// One body's whole record as a file (机关档案): its journal, its texts and files and, under a
// passphrase, its sealed data; for another installation or region. The file is an SQLite database
// whose tables docs/operating.md names.
namespace gongkai::store {

// What an archive says of itself.
struct BodyArchive {
    journal::LogKey log;       // where it was kept
    std::string installation;  // the id of that installation
    std::string body;          // canonical, what was on record of the body; the caller's to read
    journal::TreeHead head;
    std::int64_t contents = 0, sealed = 0;
};

// Writes the archive of a log. Without a passphrase sealed data are left out. Refusals:
// archive.exists, archive.lost where a text or file of its records is not there, archive.nothing
// for a log without entries. No file is left where it refuses or throws.
Result<BodyArchive> export_body(Database& database, const KeptContents& contents,
                                const VaultKey& key, const journal::LogKey& log, std::string body,
                                const std::filesystem::path& file, std::string_view passphrase);

// Reads and verifies a whole archive: entries against the root, contents against their digests, and
// each content against the entries: one that none of them names belongs to nobody.
// Refusal archive.damaged, which says what is wrong.
Result<BodyArchive> archive_in(const std::filesystem::path& file);

// The body of this database that took over the archive's log already, now or when it was shorter;
// nothing where none did. A second one would show the public every document and case twice.
std::optional<journal::LogKey> adopted_before(Connection& connection, const BodyArchive& archive);

// Whether a passphrase opens what is sealed in an archive; an empty one asks for nothing. Refusal
// archive.passphrase.
Status check_passphrase(const std::filesystem::path& file, std::string_view passphrase);

// Takes an archive into a log that has no entries yet: every entry at its number and time, by an
// account that names the region it is of ("account/900121/12"), and at the end `log.adopt`, which
// says whence they came and under which root. All or nothing. With an empty passphrase sealed data
// stay out, as if they had been erased. Refusals: those of archive_in(), archive.passphrase,
// archive.not-empty, archive.adopted (adopted_before() has one).
Result<BodyArchive> import_body(Database& database, KeptContents& contents, const VaultKey& key,
                                const ProjectionRules& rules, const std::filesystem::path& file,
                                std::string_view passphrase, const journal::Signature& by,
                                const journal::LogKey& into);

// Whether an archive would be taken into a new log of the region: import_body(), all of it undone.
Status try_import(Database& database, const VaultKey& key, const ProjectionRules& rules,
                  const std::filesystem::path& file, std::string_view passphrase,
                  std::int64_t region);

// Whether the entries before each log.adopt are those of the log that it names: told as that log
// had them they give its root.
std::vector<journal::LogFault> verify_adoption(Connection& connection, const journal::LogKey& log);

}  // namespace gongkai::store
