#include "base/base64.h"

#include <sodium.h>

namespace gongkai {

namespace {

constexpr int with_padding = sodium_base64_VARIANT_ORIGINAL;

}  // namespace

std::string base64(std::string_view bytes) {
    std::string text(sodium_base64_encoded_len(bytes.size(), with_padding), '\0');
    sodium_bin2base64(text.data(), text.size(),
                      reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(),
                      with_padding);
    text.pop_back();  // the library ends it with a NUL
    return text;
}

std::optional<std::string> bytes_of_base64(std::string_view text) {
    std::string bytes(text.size() / 4 * 3, '\0');
    std::size_t size = 0;
    const char* end = nullptr;
    if (sodium_base642bin(reinterpret_cast<unsigned char*>(bytes.data()), bytes.size(), text.data(),
                          text.size(), nullptr, &size, &end, with_padding) != 0 ||
        end != text.data() + text.size())
        return {};
    bytes.resize(size);
    // One content has one form: the library takes some others too.
    if (base64(bytes) != text) return {};
    return bytes;
}

}  // namespace gongkai
