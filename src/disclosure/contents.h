#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"

namespace gongkai::disclosure {

// Where texts and attachments are kept, by the SHA-256 of their bytes: the same bytes are kept
// once for a region, and nothing that is kept ever changes.
class Contents {
public:
    virtual ~Contents() = default;

    // The digest under which the bytes are kept from now on: they are on the disk when this
    // returns. Refusal content.too-large.
    virtual Result<std::string> put(std::int64_t region, std::string_view bytes) = 0;
    // Nothing where there are none of that digest. Throws where they no longer fit it.
    virtual std::optional<std::string> get(std::int64_t region, std::string_view digest) const = 0;
};

}  // namespace gongkai::disclosure
