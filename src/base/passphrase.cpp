#include "base/passphrase.h"

#include <sodium.h>

#include <stdexcept>

namespace gongkai {

namespace {

constexpr unsigned long long passes = 3;
constexpr std::size_t memory = 64u << 20;

}  // namespace

BoxKey key_of_passphrase(std::string_view passphrase, std::string_view salt) {
    if (salt.size() != crypto_pwhash_SALTBYTES) throw std::invalid_argument("no salt of 16 bytes");
    BoxKey key{};
    if (crypto_pwhash(key.data(), key.size(), passphrase.data(), passphrase.size(),
                      reinterpret_cast<const unsigned char*>(salt.data()), passes, memory,
                      crypto_pwhash_ALG_ARGON2ID13) != 0)
        throw std::runtime_error("no memory for the key of a passphrase");
    return key;
}

}  // namespace gongkai
