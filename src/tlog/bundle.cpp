#include "tlog/bundle.h"

#include <cstdint>
#include <limits>

namespace gongkai::tlog {

std::string bundle(const std::vector<std::string>& entries) {
    constexpr std::size_t longest = std::numeric_limits<std::uint16_t>::max();
    std::string all;
    for (const std::string& entry : entries) {
        const std::size_t size = entry.size() > longest ? 0 : entry.size();
        all += char(size >> 8);
        all += char(size & 0xff);
        all.append(entry, 0, size);
    }
    return all;
}

}  // namespace gongkai::tlog
