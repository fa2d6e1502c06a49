#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace gongkai {

// Bytes that nobody can guess. Throws std::runtime_error where the system gives none.
std::string random_bytes(std::size_t count);
// So many signs of an alphabet without those that look alike: for codes that people type.
std::string random_code(std::size_t signs);

// Authenticated encryption (XChaCha20-Poly1305): the box opens with the same key and the same
// `about`, unchanged, or not at all. It is 40 bytes longer than the text.
using BoxKey = std::array<unsigned char, 32>;
BoxKey random_box_key();
std::string sealed_box(const BoxKey& key, std::string_view about, std::string_view plain);
std::optional<std::string> opened_box(const BoxKey& key, std::string_view about,
                                      std::string_view box);

// HMAC-SHA-256 of the text under a key that is derived from `key` for this use alone, 64
// hexadecimal digits: without the key nobody can tell whether it is that of a text.
std::string keyed_digest(const BoxKey& key, std::string_view use, std::string_view text);

// An argon2id string with its own salt (19 MiB, two passes). Throws where memory is short.
std::string password_hash(std::string_view password);
bool is_password(std::string_view password, const std::string& hash);

// Whether two texts are the same, in a time that does not tell where they differ.
bool same_secret(std::string_view a, std::string_view b);

}  // namespace gongkai
