#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "base/byte_source.h"

namespace gongkai::store {

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

// The same bytes, held against their digest on the way: read in order from the first to the last,
// the part that ends them throws Damaged where they are others. What is read out of order is
// not held against anything.
std::unique_ptr<ByteSource> proven(std::unique_ptr<ByteSource> bytes, std::string_view digest);

}  // namespace gongkai::store
