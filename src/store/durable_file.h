#pragma once

#include <filesystem>
#include <string>
#include <string_view>

// Files that are never half there: written under a name of their own that begins with "put-",
// forced to the disk, and only then renamed.
namespace gongkai::store {

// An open file or folder; closed at the end. All throw StoreError, which names the file and why.
class Descriptor {
public:
    Descriptor(const std::filesystem::path& path, int flags);
    ~Descriptor();
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;

    void write(std::string_view bytes);
    // So many bytes at most; an empty text at the end of the file.
    std::string_view read(std::string& into);
    void sync();
    // All of the file system on which the file lies: cheaper than each of many files.
    void sync_all();

private:
    std::filesystem::path path_;
    int it_;
};

// Whether a file lies in a folder, at any depth, or is the folder itself; either may not be there.
bool is_below(const std::filesystem::path& file, const std::filesystem::path& folder);

void sync_folder(const std::filesystem::path& folder);

// A file in the making, gone again unless it was kept.
class Unfinished {
public:
    explicit Unfinished(const std::filesystem::path& folder);
    ~Unfinished();
    Unfinished(const Unfinished&) = delete;
    Unfinished& operator=(const Unfinished&) = delete;

    const std::filesystem::path& path() const { return path_; }
    // Gives it its name, in the same folder. That it is on the disk is the caller's.
    void keep_as(const std::filesystem::path& target);

private:
    std::filesystem::path path_;
};

void write_durably(const std::filesystem::path& target, std::string_view bytes);

// Takes away what a program that was killed has left unfinished in a folder, an hour after it was
// last written to: another program may still be at it.
void sweep_unfinished(const std::filesystem::path& folder);

}  // namespace gongkai::store
