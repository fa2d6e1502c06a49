#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "base/byte_source.h"

namespace gongkai::store {

// So much of a file is in memory at once.
inline constexpr std::size_t usual_part = std::size_t{256} << 10;

// A file by parts. Throws StoreError where it cannot be opened or read.
class FileSource : public ByteSource {
public:
    explicit FileSource(const std::filesystem::path& file);
    ~FileSource() override;
    FileSource(const FileSource&) = delete;
    FileSource& operator=(const FileSource&) = delete;

    std::uint64_t size() const override { return size_; }
    std::string read(std::uint64_t from, std::size_t most) override;

private:
    const std::string name_;
    int file_;
    std::uint64_t size_ = 0;
};

// The SHA-256 of all of them.
std::string digest_of(ByteSource& bytes);
// So many from there on, fewer at the end alone, however small the parts in which they come.
std::string full_part(ByteSource& bytes, std::uint64_t from, std::size_t size);

// The same bytes, held against their digest on the way: read in order from the first to the last,
// the part that ends them throws Damaged where they are others. What is read out of order is
// not held against anything.
std::unique_ptr<ByteSource> proven(std::unique_ptr<ByteSource> bytes, std::string_view digest);

}  // namespace gongkai::store
