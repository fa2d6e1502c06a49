#include "store/durable_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <system_error>

#include "store/store_failure.h"

namespace gongkai::store {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view unfinished = "put-";
constexpr std::chrono::hours abandoned{1};

[[noreturn]] void fail(const fs::path& file) { throw_system_failure(errno, file.string()); }

// A name that nobody else has, of this program or another.
fs::path unfinished_name(const fs::path& folder) {
    static std::atomic<std::uint64_t> count = 0;
    return folder /
           (std::string(unfinished) + std::to_string(::getpid()) + "-" + std::to_string(++count));
}

}  // namespace

Descriptor::Descriptor(const fs::path& path, int flags)
    : path_(path), it_(::open(path.c_str(), flags, 0600)) {
    if (it_ < 0) fail(path_);
}

Descriptor::~Descriptor() { ::close(it_); }

void Descriptor::write(std::string_view bytes) {
    while (!bytes.empty()) {
        const auto done = ::write(it_, bytes.data(), bytes.size());
        if (done < 0 && errno != EINTR) fail(path_);
        if (done > 0) bytes.remove_prefix(std::size_t(done));
    }
}

std::string_view Descriptor::read(std::string& into) {
    for (;;) {
        const auto done = ::read(it_, into.data(), into.size());
        if (done >= 0) return std::string_view(into).substr(0, std::size_t(done));
        if (errno != EINTR) fail(path_);
    }
}

void Descriptor::sync() {
    if (::fsync(it_) != 0) fail(path_);
}

void Descriptor::sync_all() {
    if (::syncfs(it_) != 0) fail(path_);
}

bool is_below(const fs::path& file, const fs::path& folder) {
    const auto inner = fs::weakly_canonical(file), outer = fs::weakly_canonical(folder);
    return std::mismatch(outer.begin(), outer.end(), inner.begin(), inner.end()).first ==
           outer.end();
}

void sync_folder(const fs::path& folder) {
    Descriptor(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC).sync();
}

Unfinished::Unfinished(const fs::path& folder) : path_(unfinished_name(folder)) {}

Unfinished::~Unfinished() {
    std::error_code ignored;
    fs::remove(path_, ignored);
}

void Unfinished::keep_as(const fs::path& target) {
    if (::rename(path_.c_str(), target.c_str()) != 0) fail(target);
}

void write_durably(const fs::path& named, std::string_view bytes) {
    const fs::path target = fs::absolute(named);  // a plain name has no folder to be forced
    Unfinished temporary(target.parent_path());
    {
        Descriptor file(temporary.path(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC);
        file.write(bytes);
        file.sync();
    }
    temporary.keep_as(target);
    sync_folder(target.parent_path());
}

void sweep_unfinished(const fs::path& folder) {
    std::error_code ignored;  // what cannot be swept is swept another time
    const auto now = fs::file_time_type::clock::now();
    for (const auto& it : fs::recursive_directory_iterator(
             folder, fs::directory_options::skip_permission_denied, ignored))
        if (it.path().filename().string().starts_with(unfinished) && it.is_regular_file(ignored) &&
            now - it.last_write_time(ignored) > abandoned)
            fs::remove(it.path(), ignored);
}

}  // namespace gongkai::store
