#pragma once

#include <chrono>
#include <filesystem>
#include <mutex>
#include <string>

#include "base/rounds.h"
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
    Result<std::shared_ptr<ByteSource>> whole(const std::string& owner,
                                              std::string_view id) override;
    void drop(const std::string& owner, std::string_view id) override;
    void drop_all(const std::string& owner) override;

    // Takes away what nobody has added to for a day.
    void sweep();

private:
    const std::filesystem::path folder_;
    const std::uint64_t largest_;
    mutable std::mutex mutex_;  // of the files: a part is written in an instant

    std::filesystem::path file_of(const std::string& owner, std::string_view id) const;
    Status check_room(const std::string& owner, std::uint64_t size) const;
    // Of one that is whole, whatever its bytes are.
    Result<std::shared_ptr<ByteSource>> opened(const std::string& owner, std::string_view id) const;
};

// Sweeps every hour while a program serves: the last one who uploads may never come back.
class UploadKeeper {
public:
    explicit UploadKeeper(Uploads& uploads,
                          std::chrono::milliseconds between = std::chrono::hours{1})
        : rounds_(between, Rounds::First::AtOnce, [&uploads] { uploads.sweep(); }) {}

private:
    Rounds rounds_;
};

}  // namespace gongkai::store
