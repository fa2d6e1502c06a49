#pragma once

#include <filesystem>

namespace gongkai::reader {

// A folder under the system's temporary folder that only this user can enter. It and all in it
// are removed with the object.
class PrivateFolder {
public:
    PrivateFolder();  // throws std::filesystem::filesystem_error where there is no room
    ~PrivateFolder();
    PrivateFolder(const PrivateFolder&) = delete;
    PrivateFolder& operator=(const PrivateFolder&) = delete;

    const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

}  // namespace gongkai::reader
