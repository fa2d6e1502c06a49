#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace gongkai {

// SHA-256 of the bytes, 64 lower-case hexadecimal digits.
std::string sha256(std::string_view bytes);
// 64 hexadecimal digits of lower case.
bool is_digest(std::string_view text);

// SHA-256 of bytes that come in parts.
class Sha256 {
public:
    Sha256();
    ~Sha256();
    Sha256(const Sha256&) = delete;
    Sha256& operator=(const Sha256&) = delete;

    void add(std::string_view bytes);
    // Of all that was added; nothing can be added after it.
    std::string digits();

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace gongkai
