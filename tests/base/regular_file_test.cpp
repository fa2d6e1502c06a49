#include "base/regular_file.h"

#include <doctest/doctest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>

using namespace gongkai;
namespace fs = std::filesystem;

namespace {

struct Scratch {
    Scratch() {
        std::string name = (fs::temp_directory_path() / "gongkai-XXXXXX").string();
        REQUIRE(mkdtemp(name.data()) != nullptr);
        path = name;
    }
    ~Scratch() { fs::remove_all(path); }
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;
    fs::path path;
};

bool says(const Error& error, const std::string& part) {
    return error.message.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("what is no regular file is refused at once, by what it is") {
    const Scratch scratch;
    const fs::path pipe = scratch.path / "pipe";
    REQUIRE(mkfifo(pipe.c_str(), 0600) == 0);  // nobody writes to it: to open it would wait
    fs::create_symlink("/dev/zero", scratch.path / "endless");
    const struct {
        fs::path file;
        std::string code, part;
    } cases[] = {
        {pipe, "file.irregular", "是管道"},
        {scratch.path, "file.irregular", "是文件夹"},
        {"/dev/zero", "file.irregular", "是设备"},
        {scratch.path / "endless", "file.irregular", "是设备"},
        {scratch.path / "none", "file.none", "没有设置文件 "},
        {scratch.path / "none" / "below", "file.none", "没有设置文件 "},
    };
    for (const auto& it : cases) {
        CAPTURE(it.file);
        for (const auto& error : {check_regular_file(it.file, "设置文件").error(),
                                  read_regular_file(it.file, "设置文件", 100).error()}) {
            CHECK(error.code == it.code);
            CHECK(says(error, it.part));
            CHECK(says(error, it.file.string()));
        }
    }
}

TEST_CASE("a regular file is read whole, up to the limit and no further") {
    const Scratch scratch;
    const fs::path file = scratch.path / "file";
    const std::string bytes(200'000, 'x');
    std::ofstream(file) << bytes;
    CHECK(check_regular_file(file, "机关名单").ok());
    CHECK(read_regular_file(file, "机关名单", 200'000).value() == bytes);
    const auto refused = read_regular_file(file, "机关名单", 199'999);
    CHECK(refused.error().code == "file.too-large");
    CHECK(refused.error().kind == ErrorKind::TooLarge);
    CHECK(says(refused.error(), "超过了 199999 字节"));
    std::ofstream(scratch.path / "empty");
    CHECK(read_regular_file(scratch.path / "empty", "机关名单", 0).value().empty());
    // It says that it has no bytes, and has some.
    CHECK_FALSE(
        read_regular_file("/proc/self/status", "机关名单", most_of_settings).value().empty());
    CHECK(read_regular_file("/proc/self/status", "机关名单", 10).error().code == "file.too-large");
}

TEST_CASE("a file that may not be read says so") {
    const Scratch scratch;
    const fs::path file = scratch.path / "file";
    std::ofstream(file) << "x";
    fs::permissions(file, fs::perms::none);
    fs::permissions(scratch.path, fs::perms(0755));
    const bool is_root = geteuid() == 0;
    if (is_root) REQUIRE(seteuid(65534) == 0);
    const auto refused = read_regular_file(file, "密钥文件", 100);
    if (is_root) REQUIRE(seteuid(0) == 0);
    CHECK(refused.error().code == "file.unreadable");
    CHECK(says(refused.error(), "Permission denied"));
}
