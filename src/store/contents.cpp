#include "store/contents.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <fstream>
#include <iterator>
#include <system_error>

#include "base/digest.h"
#include "disclosure/content.h"
#include "store/database.h"

namespace gongkai::store {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view unfinished = "put-";

[[noreturn]] void fail(const fs::path& file) {
    throw StoreError("不能保存内容：" + file.string() + "（" +
                     std::generic_category().message(errno) + "）");
}

// An open file; closed at the end.
class Descriptor {
public:
    Descriptor(const fs::path& path, int flags)
        : path_(path), it_(::open(path.c_str(), flags, 0600)) {
        if (it_ < 0) fail(path_);
    }
    ~Descriptor() { ::close(it_); }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;

    void write(std::string_view bytes) {
        while (!bytes.empty()) {
            const auto done = ::write(it_, bytes.data(), bytes.size());
            if (done < 0 && errno != EINTR) fail(path_);
            if (done > 0) bytes.remove_prefix(std::size_t(done));
        }
    }
    void sync() {
        if (::fsync(it_) != 0) fail(path_);
    }

private:
    fs::path path_;
    int it_;
};

void sync_folder(const fs::path& folder) {
    Descriptor(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC).sync();
}

// A name that no other put() has, of this program or another.
fs::path unfinished_name(const fs::path& folder) {
    static std::atomic<std::uint64_t> count = 0;
    return folder /
           (std::string(unfinished) + std::to_string(::getpid()) + "-" + std::to_string(++count));
}

// A file that is gone again unless it came to its own name.
class Unfinished {
public:
    explicit Unfinished(const fs::path& folder) : path_(unfinished_name(folder)) {}
    ~Unfinished() {
        std::error_code ignored;
        fs::remove(path_, ignored);
    }
    Unfinished(const Unfinished&) = delete;
    Unfinished& operator=(const Unfinished&) = delete;
    const fs::path& path() const { return path_; }

private:
    fs::path path_;
};

void write_durably(const fs::path& target, std::string_view bytes) {
    const Unfinished temporary(target.parent_path());
    {
        Descriptor file(temporary.path(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC);
        file.write(bytes);
        file.sync();
    }
    fs::rename(temporary.path(), target);
    sync_folder(target.parent_path());
}

std::optional<std::string> read(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) return {};
    return std::string(std::istreambuf_iterator<char>(file), {});
}

}  // namespace

ContentFolder::ContentFolder(const fs::path& data_folder, std::size_t limit)
    : folder_(data_folder / "sha256"), limit_(limit) {}

fs::path ContentFolder::file_of(std::string_view digest) const {
    return folder_ / digest.substr(0, 2) / digest.substr(2);
}

Result<std::string> ContentFolder::put(std::string_view bytes) {
    if (bytes.size() > limit_)
        return Error{ErrorKind::TooLarge, "content.too-large",
                     "文件太大，每个文件最多 " + std::to_string(limit_ >> 20) +
                         " MB。请压缩或者拆成几个文件。"};
    const std::string digest = sha256(bytes);
    const fs::path file = file_of(digest);
    if (read(file) == bytes) return digest;
    if (fs::create_directories(file.parent_path())) {
        sync_folder(folder_);
        sync_folder(folder_.parent_path());
    }
    write_durably(file, bytes);
    return digest;
}

std::optional<std::string> ContentFolder::get(std::string_view digest) const {
    if (!is_digest(digest)) return {};
    auto bytes = read(file_of(digest));
    if (bytes && sha256(*bytes) != digest)
        throw StoreError("内容被改动过或者已经损坏：" + std::string(digest));
    return bytes;
}

std::vector<std::string> ContentFolder::damaged() const {
    std::vector<std::string> all;
    if (!fs::exists(folder_)) return all;
    for (const auto& it : fs::recursive_directory_iterator(folder_)) {
        const std::string digest =
            it.path().parent_path().filename().string() + it.path().filename().string();
        if (!it.is_regular_file() || !is_digest(digest)) continue;
        if (const auto bytes = read(it.path()); bytes && sha256(*bytes) != digest)
            all.push_back(digest);
    }
    std::ranges::sort(all);
    return all;
}

bool ContentFolder::has(std::string_view digest) const {
    return is_digest(digest) && fs::is_regular_file(file_of(digest));
}

}  // namespace gongkai::store
