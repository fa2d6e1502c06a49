#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "tlog/key.h"

// Signed notes (C2SP signed-note): a text that ends in a newline, an empty line, and lines
//     — <key's name> <base64 of the key's id, 4 bytes, and the signature>
namespace gongkai::tlog {

struct NoteSignature {
    std::string name;
    std::uint32_t id = 0;
    std::string bytes;
    friend bool operator==(const NoteSignature&, const NoteSignature&) = default;
};

struct Note {
    std::string text;
    std::vector<NoteSignature> signatures;
};

std::string written(const NoteSignature& signature);  // its line
std::string written(const Note& note);

// Refusal note.form names the line that is not as it has to be.
Result<Note> parse_note(std::string_view bytes);
// Lines of signatures alone, as a witness answers. Refusal note.form.
Result<std::vector<NoteSignature>> parse_signatures(std::string_view lines);

// Which of the keys have signed the note, each once, in their order. Signatures of other keys are
// passed over; refusal note.signature where one of these keys' does not hold.
Result<std::vector<VerifierKey>> signers(const Note& note, std::span<const VerifierKey> keys);

// The second since 1970 at which a cosignature was made; nothing where it is none.
std::optional<std::int64_t> cosigned_at(const NoteSignature& signature);

}  // namespace gongkai::tlog
