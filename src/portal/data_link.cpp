#include "portal/data_link.h"

#include <cstdint>

namespace gongkai::portal {

std::string data_link(std::string_view media_type, std::string_view bytes) {
    constexpr char signs[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string link = "data:" + std::string(media_type) + ";base64,";
    link.reserve(link.size() + bytes.size() * 4 / 3 + 4);
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        const auto byte = [&](std::size_t at) {
            return at < bytes.size() ? std::uint32_t(static_cast<unsigned char>(bytes[at])) : 0u;
        };
        const std::uint32_t three = byte(i) << 16 | byte(i + 1) << 8 | byte(i + 2);
        link += signs[three >> 18];
        link += signs[three >> 12 & 63];
        link += i + 1 < bytes.size() ? signs[three >> 6 & 63] : '=';
        link += i + 2 < bytes.size() ? signs[three & 63] : '=';
    }
    return link;
}

}  // namespace gongkai::portal
