#include "base/sm3.h"

#include <algorithm>

#include "base/digest_engine.h"

namespace gongkai {

namespace {

int value_of(char digit) {
    if (digit >= '0' && digit <= '9') return digit - '0';
    if (digit >= 'a' && digit <= 'f') return digit - 'a' + 10;
    return -1;
}

}  // namespace

Sm3 sm3(std::initializer_list<std::string_view> parts) {
    thread_local const DigestEngine engine("SM3");
    return engine.of(parts);
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
