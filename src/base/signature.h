#pragma once

#include <array>
#include <string>
#include <string_view>

#include "base/secrets.h"

// Ed25519 (RFC 8032): what is signed can be checked by anybody who has the public half.
namespace gongkai {

class SigningKey {
public:
    // Derived from `key` for this use alone: nothing more has to be kept, and it is in no file.
    SigningKey(const BoxKey& key, std::string_view use);

    std::string public_half() const;                // 64 hexadecimal digits
    std::string sign(std::string_view text) const;  // 128 hexadecimal digits
    // The same as bytes: 32 and 64.
    std::string public_bytes() const;
    std::string signature_bytes(std::string_view text) const;

private:
    std::array<unsigned char, 32> public_{};
    std::array<unsigned char, 64> private_{};
};

// False also for what is no key or no signature.
bool is_signed(std::string_view text, std::string_view signature, std::string_view public_half);
// The same of bytes.
bool is_signed_bytes(std::string_view text, std::string_view signature,
                     std::string_view public_bytes);

}  // namespace gongkai
