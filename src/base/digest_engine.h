#pragma once

#include <array>
#include <initializer_list>
#include <memory>
#include <string_view>

namespace gongkai {

// A digest of 32 bytes.
using Digest = std::array<unsigned char, 32>;

// An algorithm of the cryptographic library with a digest of 32 bytes. To fetch it costs more than
// a short digest: keep one a thread, and none for two.
class DigestEngine {
public:
    explicit DigestEngine(const char* algorithm);
    ~DigestEngine();
    DigestEngine(const DigestEngine&) = delete;
    DigestEngine& operator=(const DigestEngine&) = delete;

    // Of the parts as if they were one text. Throws std::runtime_error where the library does not
    // have the algorithm.
    Digest of(std::initializer_list<std::string_view> parts) const;

private:
    struct State;
    const char* name_;
    std::unique_ptr<State> state_;
};

}  // namespace gongkai
