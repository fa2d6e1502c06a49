#include "base/signature.h"

#include <sodium.h>

#include <stdexcept>

#include "base/sm3.h"

namespace gongkai {

namespace {

const unsigned char* raw(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}

template <std::size_t size>
std::string digits(const std::array<unsigned char, size>& bytes) {
    return hex({reinterpret_cast<const char*>(bytes.data()), bytes.size()});
}

// Whether the digits are exactly so many bytes.
template <std::size_t size>
bool read_digits(std::string_view digits, std::array<unsigned char, size>& bytes) {
    std::size_t read = 0;
    return digits.size() == 2 * size &&
           sodium_hex2bin(bytes.data(), size, digits.data(), digits.size(), nullptr, &read,
                          nullptr) == 0 &&
           read == size;
}

}  // namespace

SigningKey::SigningKey(const BoxKey& key, std::string_view use) {
    static_assert(std::tuple_size_v<decltype(public_)> == crypto_sign_PUBLICKEYBYTES);
    static_assert(std::tuple_size_v<decltype(private_)> == crypto_sign_SECRETKEYBYTES);
    std::array<unsigned char, crypto_sign_SEEDBYTES> seed{};
    if (!read_digits(keyed_digest(key, use, "ed25519"), seed)) throw std::logic_error("no seed");
    crypto_sign_seed_keypair(public_.data(), private_.data(), seed.data());
    sodium_memzero(seed.data(), seed.size());
}

std::string SigningKey::public_half() const { return digits(public_); }

std::string SigningKey::public_bytes() const {
    return {reinterpret_cast<const char*>(public_.data()), public_.size()};
}

std::string SigningKey::sign(std::string_view text) const { return hex(signature_bytes(text)); }

std::string SigningKey::signature_bytes(std::string_view text) const {
    std::string signature(crypto_sign_BYTES, '\0');
    crypto_sign_detached(reinterpret_cast<unsigned char*>(signature.data()), nullptr, raw(text),
                         text.size(), private_.data());
    return signature;
}

bool is_signed(std::string_view text, std::string_view signature, std::string_view public_half) {
    std::array<unsigned char, crypto_sign_BYTES> signed_bytes{};
    std::array<unsigned char, crypto_sign_PUBLICKEYBYTES> key{};
    return read_digits(signature, signed_bytes) && read_digits(public_half, key) &&
           is_signed_bytes(
               text, {reinterpret_cast<const char*>(signed_bytes.data()), signed_bytes.size()},
               {reinterpret_cast<const char*>(key.data()), key.size()});
}

bool is_signed_bytes(std::string_view text, std::string_view signature,
                     std::string_view public_bytes) {
    return signature.size() == crypto_sign_BYTES &&
           public_bytes.size() == crypto_sign_PUBLICKEYBYTES &&
           crypto_sign_verify_detached(raw(signature), raw(text), text.size(), raw(public_bytes)) ==
               0;
}

}  // namespace gongkai
