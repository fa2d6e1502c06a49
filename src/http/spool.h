#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>

#include "http/body.h"

namespace gongkai::http {

// A body on its way: what goes beyond `in_memory` bytes lies in a file without a name, which is
// gone with its last reader, also where the program is killed.
class Spool {
public:
    static constexpr std::size_t in_memory = std::size_t{256} << 10;

    // The file, where one is needed, lies on the disk of `folder`.
    explicit Spool(const std::filesystem::path& folder) : folder_(folder) {}
    ~Spool();
    Spool(const Spool&) = delete;
    Spool& operator=(const Spool&) = delete;

    // Throws std::system_error where the disk takes no more.
    void add(std::string_view bytes);
    std::size_t size() const { return size_; }
    // All that was added, once.
    Body take();

private:
    void write(std::string_view bytes);

    const std::filesystem::path& folder_;
    std::string held_;
    std::size_t size_ = 0;
    int file_ = -1;
};

}  // namespace gongkai::http
