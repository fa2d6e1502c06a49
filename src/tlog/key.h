#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/secrets.h"

// The keys of signed notes. A key's id is the beginning of SHA-256(name, newline, type, key); the
// type is a byte, of our own a longer one: FF and "SM2-SM3".
namespace gongkai::tlog {

struct NoteSignature;

enum class KeyKind {
    Ed25519,      // 01: over the text
    Cosignature,  // 04: Ed25519 over the text and the time at which it was seen
    Sm2           // FF: SM2 with SM3 over the text; 65 bytes, 04 x y
};

// What a signature is verified by. Written name+0a1b2c3d+base64, the base64 of type and key.
struct VerifierKey {
    std::string name;
    KeyKind kind = KeyKind::Ed25519;
    std::string bytes;

    std::uint32_t id() const;
    std::string written() const;
    // Whether the signature, that names this key, is one of the text.
    bool holds(std::string_view text, const NoteSignature& signature) const;
    friend bool operator==(const VerifierKey&, const VerifierKey&) = default;
};

// Refusal note.key says what is wrong with it, also where the id is not that of the rest.
Result<VerifierKey> parse_key(std::string_view written);
// Whether a key may have the name: it is not empty and has no space, control sign or plus sign.
bool is_key_name(std::string_view name);

// Signs as a log: by Ed25519, and by SM2 beside it. Both keys come of `key`, for this name alone.
class LogSigner {
public:
    LogSigner(const BoxKey& key, std::string name);

    const VerifierKey& ed25519() const { return ed25519_; }
    const VerifierKey& sm2() const { return sm2_; }
    std::vector<NoteSignature> sign(std::string_view text) const;

private:
    BoxKey key_;
    VerifierKey ed25519_, sm2_;

    std::string use() const { return "log/" + ed25519_.name; }
};

// Signs what others' logs are, as a witness.
class WitnessSigner {
public:
    WitnessSigner(const BoxKey& key, std::string name);

    const VerifierKey& key() const { return verifier_; }
    // Second since 1970.
    NoteSignature cosign(std::string_view text, std::int64_t second) const;

private:
    BoxKey key_;
    VerifierKey verifier_;

    std::string use() const { return "witness/" + verifier_.name; }
};

}  // namespace gongkai::tlog
