#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "tlog/checkpoint.h"
#include "tlog/key.h"
#include "tlog/note.h"

// What a witness (共同签名的见证方) does, C2SP tlog-witness: it signs that a log goes on from what
// it saw of it last, and never two histories of one log.
namespace gongkai::tlog {

// A log that a witness follows, and the keys by which it signs.
struct FollowedLog {
    std::string origin;
    std::vector<VerifierKey> keys;
};

// The request add-checkpoint: `old`, a proof from there, and the checkpoint.
struct AddCheckpoint {
    std::int64_t old = 0;
    std::vector<Digest> proof;
    Note note;
    Checkpoint checkpoint;
};
// Its text: a line "old 12", lines of base64, at most 63, an empty line, and the note. Refusals
// witness.form, note.form, log.checkpoint.
Result<AddCheckpoint> parse_add_checkpoint(std::string_view body);
std::string written(const AddCheckpoint& it);

// Whose log it is. Refusals witness.unknown-log, witness.unsigned, note.signature.
Status check_signed(const AddCheckpoint& it, std::span<const FollowedLog> followed);

// Whether the checkpoint goes on from the one that was cosigned last: of a log that was never, a
// tree without leaves. Refusals witness.old (above the new size), witness.conflict (it is not from
// there, or another root of the same size), witness.proof.
Status check_goes_on(const AddCheckpoint& it, const TreeHead& last);

// Where a witness keeps what it cosigned last of each log.
class WitnessBook {
public:
    virtual ~WitnessBook() = default;

    virtual std::optional<TreeHead> last(const std::string& origin) const = 0;
    // Checks and writes down in one step, durable when it returns: of two at a time the second is
    // held against the first. The refusals are those of check_goes_on().
    virtual Status advance(const AddCheckpoint& it) = 0;
};

// Cosigns for a place what it follows.
class Witness {
public:
    // All outlive it.
    Witness(const WitnessSigner& signer, const std::vector<FollowedLog>& follows, WitnessBook& book)
        : signer_(signer), follows_(follows), book_(book) {}

    // The cosignature, once it is durable what was cosigned. Refusals those of check_signed() and
    // check_goes_on(). Second since 1970.
    Result<NoteSignature> add(const AddCheckpoint& it, std::int64_t second);
    const WitnessSigner& signer() const { return signer_; }
    const WitnessBook& book() const { return book_; }

private:
    const WitnessSigner& signer_;
    const std::vector<FollowedLog>& follows_;
    WitnessBook& book_;
};

}  // namespace gongkai::tlog
