#pragma once

#include <doctest/doctest.h>
#include <sys/mount.h>

#include <filesystem>
#include <fstream>
#include <iostream>
#include <string>

namespace gongkai::testing {

// A disk of so many megabytes at a folder, where one can be had: only root can mount.
class SmallDisk {
public:
    SmallDisk(const std::filesystem::path& at, int megabytes)
        : at_(at), is_there_(mount(megabytes, 0)) {
        if (!is_there_)
            std::cout << "SKIP: no file system can be mounted, the full disk is not tried\n";
    }
    ~SmallDisk() {
        if (is_there_) ::umount2(at_.c_str(), MNT_DETACH);
    }
    SmallDisk(const SmallDisk&) = delete;
    SmallDisk& operator=(const SmallDisk&) = delete;

    bool is_there() const { return is_there_; }
    void grow(int megabytes) const { REQUIRE(mount(megabytes, MS_REMOUNT)); }
    // Leaves no byte free.
    void fill() const {
        std::ofstream filler(at_ / "filler", std::ios::binary);
        const std::string block(4096, 'x');
        while (filler.write(block.data(), std::streamsize(block.size())).flush()) {
        }
    }
    void free() const { std::filesystem::remove(at_ / "filler"); }

private:
    const std::filesystem::path at_;
    const bool is_there_;

    bool mount(int megabytes, unsigned long how) const {
        const std::string size = "size=" + std::to_string(megabytes) + "m";
        return ::mount("tmpfs", at_.c_str(), "tmpfs", how, size.c_str()) == 0;
    }
};

}  // namespace gongkai::testing
