#include "tlog/key.h"

#include <algorithm>

#include "base/base64.h"
#include "base/quoted.h"
#include "base/sha256.h"
#include "base/signature.h"
#include "base/sm2.h"
#include "base/sm3.h"
#include "tlog/note.h"

namespace gongkai::tlog {

namespace {

using namespace std::string_view_literals;

constexpr std::size_t bytes_of_id = 4, digits_of_id = 8, bytes_of_time = 8;
constexpr std::size_t size_of_ed25519 = 32, size_of_point = 65;

struct Kind {
    KeyKind kind;
    std::string_view type;
    std::size_t size;
};
constexpr Kind kinds[] = {{KeyKind::Ed25519, "\x01"sv, size_of_ed25519},
                          {KeyKind::Cosignature, "\x04"sv, size_of_ed25519},
                          {KeyKind::Sm2, "\xffSM2-SM3"sv, size_of_point}};

const Kind& told_of(KeyKind kind) { return *std::ranges::find(kinds, kind, &Kind::kind); }

std::string big_endian(std::uint64_t number, std::size_t bytes) {
    constexpr int bits = 8;
    std::string all(bytes, '\0');
    for (std::size_t at = bytes; at > 0; --at, number >>= bits)
        all[at - 1] = char(number & 0xff);
    return all;
}

// What a witness signs: the checkpoint, and when it saw it.
std::string with_time(std::string_view text, std::uint64_t second) {
    return "cosignature/v1\ntime " + std::to_string(second) + "\n" + std::string(text);
}

Error no_key(std::string_view written, std::string_view what) {
    return {ErrorKind::Invalid, "note.key",
            "公钥" + text::in_quotes(written) + std::string(what) +
                "。公钥应写成“名称+八位编号+Base64”，请向日志的主办机关索取，原样复制。"};
}

}  // namespace

std::uint32_t VerifierKey::id() const {
    const Digest digest = sha256_of({name, "\n", told_of(kind).type, bytes});
    std::uint32_t number = 0;
    for (std::size_t at = 0; at < bytes_of_id; ++at)
        number = number << 8 | digest[at];
    return number;
}

std::string VerifierKey::written() const {
    return name + "+" + hex(big_endian(id(), bytes_of_id)) + "+" +
           base64(std::string(told_of(kind).type) + bytes);
}

bool VerifierKey::holds(std::string_view text, const NoteSignature& signature) const {
    if (kind == KeyKind::Sm2) return is_sm2_signed(text, signature.bytes, bytes);
    if (kind == KeyKind::Ed25519) return is_signed_bytes(text, signature.bytes, bytes);
    const auto second = cosigned_at(signature);
    return second &&
           is_signed_bytes(with_time(text, std::uint64_t(*second)),
                           std::string_view(signature.bytes).substr(bytes_of_time), bytes);
}

bool is_key_name(std::string_view name) {
    return !name.empty() && std::ranges::none_of(name, [](char c) {
        return static_cast<unsigned char>(c) <= ' ' || c == '+' || c == 0x7f;
    });
}

Result<VerifierKey> parse_key(std::string_view written) {
    const auto plus = written.find('+'), second = written.find('+', plus + 1);
    if (plus == written.npos || second == written.npos) return no_key(written, "不完整");
    const auto bytes = bytes_of_base64(written.substr(second + 1));
    if (!bytes || second - plus - 1 != digits_of_id) return no_key(written, "有写错的字符");
    VerifierKey key;
    key.name = written.substr(0, plus);
    if (!is_key_name(key.name)) return no_key(written, "的名称不对");
    const auto kind = std::ranges::find_if(kinds, [&](const Kind& it) {
        return bytes->starts_with(it.type) && bytes->size() == it.type.size() + it.size;
    });
    if (kind == std::end(kinds)) return no_key(written, "是本系统不认识的种类");
    key.kind = kind->kind;
    key.bytes = bytes->substr(kind->type.size());
    if (key.written() != written) return no_key(written, "的编号与内容不符");
    return key;
}

LogSigner::LogSigner(const BoxKey& key, std::string name) : key_(key) {
    ed25519_.name = std::move(name);
    ed25519_.bytes = SigningKey(key_, use()).public_bytes();
    sm2_ = {ed25519_.name, KeyKind::Sm2, Sm2Key(key_, use()).public_point()};
}

std::vector<NoteSignature> LogSigner::sign(std::string_view text) const {
    return {{ed25519_.name, ed25519_.id(), SigningKey(key_, use()).signature_bytes(text)},
            {sm2_.name, sm2_.id(), Sm2Key(key_, use()).sign(text)}};
}

WitnessSigner::WitnessSigner(const BoxKey& key, std::string name) : key_(key) {
    verifier_ = {std::move(name), KeyKind::Cosignature, {}};
    verifier_.bytes = SigningKey(key_, use()).public_bytes();
}

NoteSignature WitnessSigner::cosign(std::string_view text, std::int64_t second) const {
    return {verifier_.name, verifier_.id(),
            big_endian(std::uint64_t(second), bytes_of_time) +
                SigningKey(key_, use()).signature_bytes(with_time(text, std::uint64_t(second)))};
}

}  // namespace gongkai::tlog
