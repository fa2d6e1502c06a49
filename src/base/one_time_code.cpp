#include "base/one_time_code.h"

#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <array>
#include <stdexcept>

#include "base/secrets.h"

namespace gongkai {

namespace {

constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
constexpr std::uint32_t a_million = 1'000'000;  // six digits
constexpr std::size_t digits = 6;

std::array<unsigned char, 20> hmac_sha1(std::string_view key, std::string_view text) {
    std::array<unsigned char, 20> mac{};
    unsigned size = mac.size();
    if (!HMAC(EVP_sha1(), key.data(), int(key.size()),
              reinterpret_cast<const unsigned char*>(text.data()), text.size(), mac.data(), &size))
        throw std::runtime_error("HMAC-SHA-1 is not to be had");
    return mac;
}

}  // namespace

std::string base32(std::string_view bytes) {
    std::string out;
    std::uint32_t bits = 0;
    int held = 0;
    for (const char byte : bytes) {
        bits = bits << 8 | static_cast<unsigned char>(byte);
        for (held += 8; held >= 5; held -= 5)
            out += letters[bits >> (held - 5) & 31U];
    }
    if (held > 0) out += letters[bits << (5 - held) & 31U];
    return out;
}

std::optional<std::string> base32_bytes(std::string_view text) {
    std::string out;
    std::uint32_t bits = 0;
    int held = 0;
    for (char sign : text) {
        if (sign == ' ') continue;
        if (sign >= 'a' && sign <= 'z') sign = char(sign - 'a' + 'A');
        const auto value = letters.find(sign);
        if (value == letters.npos) return {};
        bits = bits << 5 | std::uint32_t(value);
        held += 5;
        if (held < 8) continue;
        held -= 8;
        out += char(bits >> held & 255U);
    }
    return out;
}

// RFC 4226 5.3: four bytes of the HMAC from where its last four bits say, without the sign bit.
std::string one_time_code(std::string_view secret, std::int64_t step) {
    std::string counter;
    for (int shift = 56; shift >= 0; shift -= 8)
        counter += char(std::uint64_t(step) >> shift & 255U);
    const auto mac = hmac_sha1(secret, counter);
    const std::size_t from = mac.back() & 15U;
    std::uint32_t number = mac[from] & 127U;
    for (std::size_t i = 1; i < 4; ++i)
        number = number << 8 | mac[from + i];
    std::string code = std::to_string(number % a_million);
    code.insert(0, digits - code.size(), '0');
    return code;
}

std::optional<std::int64_t> step_of_code(std::string_view secret, std::string_view code,
                                         std::int64_t now) {
    const std::int64_t current = now / milliseconds_of_code;
    std::optional<std::int64_t> found;
    for (std::int64_t step = current - 1; step <= current + 1; ++step)
        if (same_secret(one_time_code(secret, step), code)) found = step;
    return found;
}

}  // namespace gongkai
