#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "base/byte_source.h"
#include "store/store_failure.h"

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
    // Alone with it among all programs, for as long as it is open; false where another is.
    bool lock_at_once();
    int number() const { return it_; }
    // All of the file system on which the file lies: cheaper than each of many files.
    void sync_all();

private:
    std::filesystem::path path_;
    int it_;
};

// What the standard library throws of files and folders, as the StoreError that it is.
template <class Work>
auto told_as_failure(Work&& work) {
    try {
        return work();
    } catch (const std::filesystem::filesystem_error& fault) {
        throw_system_failure(fault.code().value(), fault.path1().string());
    }
}

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
    // The same where nothing has that name; false where something does.
    bool keep_as_new(const std::filesystem::path& target);

private:
    std::filesystem::path path_;
};

// A file that is replaced keeps its owner, and a new one has that of its folder, where this program
// may give it: what an administrator does as root, the program that serves can read.
void write_durably(const std::filesystem::path& file, std::string_view bytes);
void write_durably(const std::filesystem::path& file, ByteSource& bytes);
// The same where there is no such file yet; false, and nothing is written, where there is one.
bool create_durably(const std::filesystem::path& file, std::string_view bytes);
// To the owner of `like`, or of its folder where it is not there.
void give_to_owner(int descriptor, const std::filesystem::path& like);
// Those that are missing on the way, each with the owner of the one that it lies in.
void make_folders(const std::filesystem::path& folder);

// Takes away what a program that was killed has left unfinished in a folder, an hour after it was
// last written to: another program may still be at it.
void sweep_unfinished(const std::filesystem::path& folder);

}  // namespace gongkai::store
