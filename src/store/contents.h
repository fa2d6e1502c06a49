#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

#include "disclosure/contents.h"

namespace gongkai::store {

// Contents as files of a folder: sha256/ab/cdef… by the digits of the digest. A file is written
// under another name, forced to the disk and only then given its own, so that none is ever half
// there; on reading its bytes are held against its name.
class ContentFolder : public disclosure::Contents {
public:
    static constexpr std::size_t ordinary_limit = std::size_t{100} << 20;

    explicit ContentFolder(const std::filesystem::path& data_folder, std::size_t limit);

    Result<std::string> put(std::string_view bytes) override;
    // Throws StoreError where the bytes are no longer those of the digest.
    std::optional<std::string> get(std::string_view digest) const override;

    // The digests of files whose bytes are no longer those of the digest, in order.
    std::vector<std::string> damaged() const;

    bool has(std::string_view digest) const;

private:
    std::filesystem::path file_of(std::string_view digest) const;

    std::filesystem::path folder_;
    std::size_t limit_;
};

}  // namespace gongkai::store
