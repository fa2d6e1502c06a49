#include "base/secrets.h"

#include <sodium.h>

#include <stdexcept>

#include "base/sm3.h"

namespace gongkai {

namespace {

constexpr std::size_t nonce_bytes = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t tag_bytes = crypto_aead_xchacha20poly1305_ietf_ABYTES;
constexpr unsigned long long passes = 2;
constexpr std::size_t memory = 19U << 20;
static_assert(std::tuple_size_v<BoxKey> == crypto_aead_xchacha20poly1305_ietf_KEYBYTES);

void prepare() {
    static const bool ready = sodium_init() >= 0;
    if (!ready) throw std::runtime_error("加密部件不能启动");
}

const unsigned char* raw(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}

unsigned char* raw(std::string& text) { return reinterpret_cast<unsigned char*>(text.data()); }

}  // namespace

std::string random_bytes(std::size_t count) {
    prepare();
    std::string bytes(count, '\0');
    randombytes_buf(bytes.data(), bytes.size());
    return bytes;
}

std::string random_code(std::size_t signs) {
    prepare();
    constexpr std::string_view alphabet = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
    std::string code;
    while (code.size() < signs)
        code += alphabet[randombytes_uniform(alphabet.size())];
    return code;
}

BoxKey random_box_key() {
    prepare();
    BoxKey key{};
    randombytes_buf(key.data(), key.size());
    return key;
}

std::string sealed_box(const BoxKey& key, std::string_view about, std::string_view plain) {
    std::string box = random_bytes(nonce_bytes);
    const std::string nonce = box;
    box.resize(nonce_bytes + plain.size() + tag_bytes);
    crypto_aead_xchacha20poly1305_ietf_encrypt(raw(box) + nonce_bytes, nullptr, raw(plain),
                                               plain.size(), raw(about), about.size(), nullptr,
                                               raw(std::string_view(nonce)), key.data());
    return box;
}

std::optional<std::string> opened_box(const BoxKey& key, std::string_view about,
                                      std::string_view box) {
    prepare();
    if (box.size() < nonce_bytes + tag_bytes) return {};
    std::string plain(box.size() - nonce_bytes - tag_bytes, '\0');
    const int fault = crypto_aead_xchacha20poly1305_ietf_decrypt(
        raw(plain), nullptr, nullptr, raw(box) + nonce_bytes, box.size() - nonce_bytes, raw(about),
        about.size(), raw(box), key.data());
    if (fault != 0) return {};
    return plain;
}

std::string keyed_digest(const BoxKey& key, std::string_view use, std::string_view text) {
    prepare();
    std::array<unsigned char, crypto_auth_hmacsha256_KEYBYTES> derived{};
    static_assert(derived.size() == crypto_auth_hmacsha256_BYTES);
    crypto_auth_hmacsha256(derived.data(), raw(use), use.size(), key.data());
    std::string digest(crypto_auth_hmacsha256_BYTES, '\0');
    crypto_auth_hmacsha256(raw(digest), raw(text), text.size(), derived.data());
    return hex(digest);
}

std::string password_hash(std::string_view password) {
    prepare();
    char hash[crypto_pwhash_STRBYTES];
    if (crypto_pwhash_str_alg(hash, password.data(), password.size(), passes, memory,
                              crypto_pwhash_ALG_ARGON2ID13) != 0)
        throw std::runtime_error("内存不足，不能处理密码");
    return hash;
}

bool is_password(std::string_view password, const std::string& hash) {
    prepare();
    return crypto_pwhash_str_verify(hash.c_str(), password.data(), password.size()) == 0;
}

bool same_secret(std::string_view a, std::string_view b) {
    return a.size() == b.size() && sodium_memcmp(a.data(), b.data(), a.size()) == 0;
}

}  // namespace gongkai
