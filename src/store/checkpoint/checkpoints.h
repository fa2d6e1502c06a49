#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "store/checkpoint/continuity.h"
#include "store/ledger/projection_rules.h"
#include "store/ledger/vault.h"

namespace gongkai::store {

// The checkpoint file of one database. Several programs may use one file: each takes it as the
// others left it, and it never goes back. Used by one thread at a time.
class Checkpoints {
public:
    // `file` lies outside the data folder. The database's installation is taken up already.
    Checkpoints(Database& database, const VaultKey& key, std::filesystem::path file);

    const std::filesystem::path& file() const { return file_; }
    const SigningKey& key() const { return key_; }

    // What does not hold; nothing does where both are empty.
    struct Finding {
        // checkpoint.missing (there was one, and it is gone), checkpoint.torn, checkpoint.foreign,
        // checkpoint.unreadable (nobody knows what it says)
        std::optional<Error> of_file;
        std::vector<SetBack> set_back;
        std::int64_t written_at = 0;  // of the file
        // The file lay behind what this program knows: somebody put an older one there. What is
        // known was held against the database in its place, and was written again.
        bool file_was_older = false;

        bool empty() const { return !of_file && set_back.empty(); }
    };
    // Only reads.
    Finding hold();
    // And where all holds, writes what the logs are now: what is in the file is durable in the
    // database. Throws StoreError where either cannot be had.
    Finding advance(std::int64_t now);

    // Goes on from the database as it is: an entry log.resume in each log that is set back, or in
    // every one where the file is missing or torn; the numbers that it tells of stay handed out.
    // Nothing where all holds. Refusals checkpoint.foreign, checkpoint.unreadable,
    // checkpoint.reason (none was given),
    // fields.line (the reason is no line). Answers in how many logs it is recorded.
    Result<std::int64_t> resume(std::int64_t now, const std::string& reason,
                                const ProjectionRules& rules);

    // A file of another installation is kept under another name, so that this one may begin.
    void set_aside_foreign();

private:
    void set_torn_aside();
    // The logs to go on with, each with what it was where that is known.
    std::map<journal::LogKey, std::optional<Mark>> given_up(const Finding& finding, Held& held);
    Database& database_;
    VaultKey vault_;
    SigningKey key_;
    std::filesystem::path file_;
    std::string installation_;
    bool was_kept_ = false;           // the database knows that there is a file
    std::optional<Checkpoint> last_;  // as this program read or wrote it last
    std::string stamp_;               // of the file then
    std::string state_;               // of the database then
    bool file_was_older_ = false;     // when it was read last

    Result<Checkpoint> read();
    Result<Checkpoint> read_file();
    Finding hold_against(const Checkpoint& it, Held& held);
    void write(const Checkpoint& it);
    void note_kept();
    std::string stamp_of_file() const;
};

// What acts are refused with while a finding stands, and what the administrator reads of it.
std::optional<Error> refusal(const Checkpoints::Finding& it);
std::vector<std::string> sentences(const Checkpoints::Finding& it);
// Of a file that was older: for the log, nothing has to be done.
std::string older_file_sentence(const std::filesystem::path& file);

}  // namespace gongkai::store
