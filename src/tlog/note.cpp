#include "tlog/note.h"

#include <algorithm>

#include "base/base64.h"
#include "base/text.h"

namespace gongkai::tlog {

namespace {

constexpr std::string_view dash = "\xe2\x80\x94 ";  // an em dash and a space
constexpr std::size_t bytes_of_id = 4;
constexpr std::size_t size_of_cosignature = 8 + 64;
// A note has a few lines; verifiers have to take at least 16 signatures.
constexpr std::size_t most_bytes = std::size_t{64} << 10, most_signatures = 64;

Error malformed(const std::string& what) {
    return {ErrorKind::Invalid, "note.form", "带签名的检查点" + what + "，可能没有复制完整。"};
}

bool has_control(std::string_view text) {
    return std::ranges::any_of(text, [](char c) {
        return (static_cast<unsigned char>(c) < ' ' && c != '\n') || c == 0x7f;
    });
}

std::string id_bytes(std::uint32_t id) {
    return {char(id >> 24), char(id >> 16 & 0xff), char(id >> 8 & 0xff), char(id & 0xff)};
}

std::optional<NoteSignature> signature_in(std::string_view line) {
    if (!line.starts_with(dash)) return {};
    line.remove_prefix(dash.size());
    const auto space = line.find(' ');
    if (space == line.npos || !is_key_name(line.substr(0, space))) return {};
    const auto bytes = bytes_of_base64(line.substr(space + 1));
    if (!bytes || bytes->size() <= bytes_of_id) return {};
    std::uint32_t id = 0;
    for (std::size_t at = 0; at < bytes_of_id; ++at)
        id = id << 8 | static_cast<unsigned char>((*bytes)[at]);
    return NoteSignature{std::string(line.substr(0, space)), id, bytes->substr(bytes_of_id)};
}

}  // namespace

std::string written(const NoteSignature& signature) {
    return std::string(dash) + signature.name + " " +
           base64(id_bytes(signature.id) + signature.bytes) + "\n";
}

std::string written(const Note& note) {
    std::string all = note.text + "\n";
    for (const NoteSignature& signature : note.signatures)
        all += written(signature);
    return all;
}

Result<std::vector<NoteSignature>> parse_signatures(std::string_view lines) {
    std::vector<NoteSignature> all;
    while (!lines.empty()) {
        const auto end = lines.find('\n');
        if (end == lines.npos) return malformed("的最后一行没有结束");
        auto signature = signature_in(lines.substr(0, end));
        if (!signature || all.size() == most_signatures)
            return malformed("的第 " + std::to_string(all.size() + 1) + " 个签名读不懂");
        all.push_back(std::move(*signature));
        lines.remove_prefix(end + 1);
    }
    return all;
}

Result<Note> parse_note(std::string_view bytes) {
    if (bytes.size() > most_bytes) return malformed("太长");
    if (!text::is_utf8(bytes) || has_control(bytes)) return malformed("里有不能用的字符");
    const auto gap = bytes.rfind("\n\n");
    if (gap == bytes.npos) return malformed("没有签名");
    GK_TRY(signatures, parse_signatures(bytes.substr(gap + 2)));
    if (signatures.empty()) return malformed("没有签名");
    return Note{std::string(bytes.substr(0, gap + 1)), std::move(signatures)};
}

Result<std::vector<VerifierKey>> signers(const Note& note, std::span<const VerifierKey> keys) {
    std::vector<VerifierKey> all;
    for (const VerifierKey& key : keys) {
        const auto id = key.id();
        const auto is_of_key = [&](const NoteSignature& it) {
            return it.name == key.name && it.id == id;
        };
        if (std::ranges::none_of(note.signatures, is_of_key)) continue;
        for (const NoteSignature& signature : note.signatures)
            if (is_of_key(signature) && !key.holds(note.text, signature))
                return Error{ErrorKind::Invalid, "note.signature",
                             "“" + key.name + "”的签名与检查点的内容不符，检查点可能被改动过。"};
        all.push_back(key);
    }
    return all;
}

std::optional<std::int64_t> cosigned_at(const NoteSignature& signature) {
    if (signature.bytes.size() != size_of_cosignature) return {};
    std::uint64_t second = 0;
    for (std::size_t at = 0; at < 8; ++at)
        second = second << 8 | static_cast<unsigned char>(signature.bytes[at]);
    if (second > std::uint64_t(INT64_MAX)) return {};
    return std::int64_t(second);
}

}  // namespace gongkai::tlog
