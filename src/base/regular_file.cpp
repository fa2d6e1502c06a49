#include "base/regular_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

namespace gongkai {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t part_bytes = std::size_t{1} << 16;

std::string named(std::string_view what, const fs::path& file) {
    return std::string(what) + " " + file.string();
}

Error unreadable(std::string_view what, const fs::path& file, int error) {
    if (error == ENOENT || error == ENOTDIR)
        return {ErrorKind::NotFound, "file.none",
                "没有" + named(what, file) + "。请核对文件的位置和名称。"};
    return {ErrorKind::Invalid, "file.unreadable",
            "打不开" + named(what, file) + "（" + std::generic_category().message(error) +
                "）。请检查它和所在文件夹的权限。"};
}

std::string_view kind_of(mode_t mode) {
    if (S_ISDIR(mode)) return "文件夹";
    if (S_ISFIFO(mode)) return "管道";
    if (S_ISCHR(mode) || S_ISBLK(mode)) return "设备";
    return "特殊文件";
}

Error irregular(std::string_view what, const fs::path& file, mode_t mode) {
    return {ErrorKind::Invalid, "file.irregular",
            named(what, file) + " 不是普通文件，是" + std::string(kind_of(mode)) +
                "，没有读取。请换成普通文件。"};
}

Error too_large(std::string_view what, const fs::path& file, std::size_t most) {
    constexpr std::size_t megabyte = std::size_t{1} << 20;
    const auto limit =
        most < megabyte ? std::to_string(most) + " 字节" : std::to_string(most / megabyte) + " MB";
    return {ErrorKind::TooLarge, "file.too-large",
            named(what, file) + " 超过了 " + limit + "，没有读取，可能选错了文件。"};
}

class Opened {
public:
    // Without O_NONBLOCK a pipe is waited for until somebody writes to it.
    explicit Opened(const fs::path& file)
        : it_(::open(file.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY)) {}
    ~Opened() {
        if (it_ >= 0) ::close(it_);
    }
    Opened(const Opened&) = delete;
    Opened& operator=(const Opened&) = delete;
    int number() const { return it_; }

private:
    int it_;
};

Status check(const Opened& opened, const fs::path& file, std::string_view what, struct stat& seen) {
    if (opened.number() < 0 || ::fstat(opened.number(), &seen) != 0)
        return unreadable(what, file, errno);
    if (!S_ISREG(seen.st_mode)) return irregular(what, file, seen.st_mode);
    return Done{};
}

}  // namespace

Status check_regular_file(const fs::path& file, std::string_view what) {
    struct stat seen {};
    return check(Opened(file), file, what, seen);
}

Result<std::string> read_regular_file(const fs::path& file, std::string_view what,
                                      std::size_t most) {
    const Opened opened(file);
    struct stat seen {};
    GK_CHECK(check(opened, file, what, seen));
    if (std::size_t(seen.st_size) > most) return too_large(what, file, most);
    // It may grow while it is read, and files of /proc say that they are empty: the bytes count.
    std::string bytes;
    for (std::string part(part_bytes, '\0');;) {
        const auto got = ::read(opened.number(), part.data(), part.size());
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return unreadable(what, file, errno);
        if (got == 0) return bytes;
        bytes.append(part, 0, std::size_t(got));
        if (bytes.size() > most) return too_large(what, file, most);
    }
}

}  // namespace gongkai
