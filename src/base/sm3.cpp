#include "base/sm3.h"

#include <openssl/evp.h>

#include <algorithm>
#include <memory>
#include <stdexcept>

namespace gongkai {

namespace {

struct Free {
    void operator()(EVP_MD* it) const { EVP_MD_free(it); }
    void operator()(EVP_MD_CTX* it) const { EVP_MD_CTX_free(it); }
};

// Fetching the algorithm costs more than a short digest: once a thread.
struct Engine {
    std::unique_ptr<EVP_MD, Free> algorithm{EVP_MD_fetch(nullptr, "SM3", nullptr)};
    std::unique_ptr<EVP_MD_CTX, Free> context{EVP_MD_CTX_new()};
};

int value_of(char digit) {
    if (digit >= '0' && digit <= '9') return digit - '0';
    if (digit >= 'a' && digit <= 'f') return digit - 'a' + 10;
    return -1;
}

}  // namespace

Sm3 sm3(std::initializer_list<std::string_view> parts) {
    thread_local const Engine engine;
    EVP_MD_CTX* context = engine.context.get();
    Sm3 digest{};
    bool good = engine.algorithm && context &&
                EVP_DigestInit_ex2(context, engine.algorithm.get(), nullptr) == 1;
    for (const std::string_view part : parts)
        good = good && EVP_DigestUpdate(context, part.data(), part.size()) == 1;
    if (!good || EVP_DigestFinal_ex(context, digest.data(), nullptr) != 1)
        throw std::runtime_error("SM3 is not available");
    return digest;
}

std::string_view bytes(const Sm3& digest) {
    return {reinterpret_cast<const char*>(digest.data()), digest.size()};
}

std::string hex(std::string_view bytes) {
    constexpr char digits[] = "0123456789abcdef";
    std::string text;
    text.reserve(bytes.size() * 2);
    for (const char byte : bytes) {
        text += digits[static_cast<unsigned char>(byte) >> 4];
        text += digits[static_cast<unsigned char>(byte) & 15];
    }
    return text;
}

std::optional<Sm3> parse_sm3(std::string_view hex) {
    Sm3 digest{};
    if (hex.size() != digest.size() * 2) return {};
    for (std::size_t i = 0; i < digest.size(); ++i) {
        const int high = value_of(hex[2 * i]), low = value_of(hex[2 * i + 1]);
        if (high < 0 || low < 0) return {};
        digest[i] = static_cast<unsigned char>(high << 4 | low);
    }
    return digest;
}

std::optional<Sm3> sm3_of_bytes(std::string_view bytes) {
    Sm3 digest{};
    if (bytes.size() != digest.size()) return {};
    std::ranges::copy(bytes, digest.begin());
    return digest;
}

}  // namespace gongkai
