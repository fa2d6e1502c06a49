#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace gongkai {

// Bytes that lie somewhere and are read by parts, so that no more of them is in memory than is on
// its way. Used by one reader at a time.
class ByteSource {
public:
    virtual ~ByteSource() = default;

    virtual std::uint64_t size() const = 0;
    // The bytes from there on, at least one and at most so many; none at the end. Throws where they
    // are lost or no longer what they were.
    virtual std::string read(std::uint64_t from, std::size_t most) = 0;
};

// Bytes that are in memory, which outlive it.
class MemorySource : public ByteSource {
public:
    explicit MemorySource(std::string_view bytes) : bytes_(bytes) {}

    std::uint64_t size() const override { return bytes_.size(); }
    std::string read(std::uint64_t from, std::size_t most) override {
        return std::string(bytes_.substr(std::min<std::uint64_t>(from, bytes_.size()), most));
    }

private:
    const std::string_view bytes_;
};

}  // namespace gongkai
