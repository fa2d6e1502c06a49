#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/byte_source.h"
#include "base/result.h"

namespace gongkai::disclosure {

// A file as it is sent: its bytes, and the digest under which they are kept.
struct KeptFile {
    std::shared_ptr<ByteSource> bytes;
    std::string digest;
};

// Where texts and attachments are kept, by the SHA-256 of their bytes: the same bytes are kept
// once for a region, and nothing that is kept ever changes.
class Contents {
public:
    virtual ~Contents() = default;

    // The digest under which the bytes are kept from now on: they are on the disk when this
    // returns. Refusal content.too-large.
    Result<std::string> put(std::int64_t region, std::string_view bytes) {
        MemorySource source(bytes);
        return keep(region, source);
    }
    // The same of bytes that need not be in memory, which are read from the first to the last more
    // than once.
    virtual Result<std::string> keep(std::int64_t region, ByteSource& bytes) = 0;
    // Nothing where there are none of that digest. Throws where they no longer fit it.
    virtual std::optional<std::string> get(std::int64_t region, std::string_view digest) const = 0;
    // The same by parts; null where there are none. Read from the first byte to the last in order,
    // its last part throws where the bytes no longer fit the digest, so that whoever sends them on
    // sends none that look whole. It lives no longer than this.
    virtual std::unique_ptr<ByteSource> open(std::int64_t region,
                                             std::string_view digest) const = 0;
};

}  // namespace gongkai::disclosure
