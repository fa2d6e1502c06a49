#pragma once

#include <filesystem>
#include <mutex>
#include <string>

#include "organs/upload.h"

namespace gongkai::store {

// Files of the folder `uploads` of the data folder, on either engine: what has come of a file is as
// long as the file is. Their names say whose they are and what they shall be, so that nothing is
// kept beside them. Throws StoreError where the disk does not do.
class Uploads : public organs::Uploads {
public:
    // `largest` in bytes, of one file.
    Uploads(const std::filesystem::path& data, std::uint64_t largest);

    Result<organs::Upload> begin(const std::string& owner, std::string_view digest,
                                 std::uint64_t size) override;
    Result<organs::Upload> find(const std::string& owner, std::string_view id) const override;
    Result<organs::Upload> add(const std::string& owner, std::string_view id, std::uint64_t offset,
                               std::string_view bytes) override;
    Result<std::string> whole(const std::string& owner, std::string_view id) override;
    void drop(const std::string& owner, std::string_view id) override;

    // Takes away what nobody has added to for a day.
    void sweep();

private:
    const std::filesystem::path folder_;
    const std::uint64_t largest_;
    mutable std::mutex mutex_;  // of the files: a part is written in an instant

    std::filesystem::path file_of(const std::string& owner, std::string_view id) const;
    Status check_room(const std::string& owner, std::uint64_t size) const;
};

}  // namespace gongkai::store
