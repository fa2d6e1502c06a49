#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "base/secrets.h"

// SM2 with SM3 (国密数字签名, GB/T 32918): for those who must sign by the country's own algorithms.
// The signer's identity is the standard's default, 1234567812345678.
namespace gongkai {

class Sm2Key {
public:
    // Derived from `key` for this use alone. Throws std::runtime_error where the cryptographic
    // library has no SM2.
    Sm2Key(const BoxKey& key, std::string_view use);
    ~Sm2Key();
    Sm2Key(const Sm2Key&) = delete;
    Sm2Key& operator=(const Sm2Key&) = delete;

    const std::string& public_point() const { return public_; }  // 04, x, y: 65 bytes
    // ASN.1 of r and s as GB/T 35276 has it; another one each time.
    std::string sign(std::string_view text) const;

private:
    struct State;
    std::unique_ptr<State> state_;
    std::string public_;
};

// False also for what is no point or no signature.
bool is_sm2_signed(std::string_view text, std::string_view signature,
                   std::string_view public_point);

}  // namespace gongkai
