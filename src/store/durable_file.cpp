#include "store/durable_file.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <system_error>

namespace gongkai::store {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view unfinished = "put-";
constexpr std::chrono::hours abandoned{1};
constexpr std::size_t written_at_once = std::size_t{256} << 10;

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

bool Descriptor::lock_at_once() {
    if (::flock(it_, LOCK_EX | LOCK_NB) == 0) return true;
    if (errno != EWOULDBLOCK) fail(path_);
    return false;
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

bool Unfinished::keep_as_new(const fs::path& target) {
    if (::link(path_.c_str(), target.c_str()) == 0) return true;
    if (errno != EEXIST) fail(target);
    return false;
}

void give_to_owner(int descriptor, const fs::path& like) {
    struct stat owner {};
    if (::geteuid() != 0) return;
    if (::stat(like.c_str(), &owner) != 0 &&
        ::stat(fs::absolute(like).parent_path().c_str(), &owner) != 0)
        return;
    if (::fchown(descriptor, owner.st_uid, owner.st_gid) != 0) fail(like);
}

void make_folders(const fs::path& folder) {
    if (folder.empty() || fs::is_directory(folder)) return;
    make_folders(folder.parent_path());
    if (!fs::create_directory(folder)) return;
    give_to_owner(Descriptor(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC).number(),
                  folder.parent_path());
}

namespace {

void fill(const Unfinished& temporary, const fs::path& target, ByteSource& bytes) {
    Descriptor file(temporary.path(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC);
    give_to_owner(file.number(), target);
    for (std::uint64_t at = 0; at < bytes.size();) {
        const std::string part = bytes.read(at, written_at_once);
        file.write(part);
        at += part.size();
    }
    file.sync();
}

}  // namespace

void write_durably(const fs::path& file, std::string_view bytes) {
    MemorySource source(bytes);
    write_durably(file, source);
}

void write_durably(const fs::path& file, ByteSource& bytes) {
    const fs::path target = fs::absolute(file);  // a plain name has no folder to be forced
    Unfinished temporary(target.parent_path());
    fill(temporary, target, bytes);
    temporary.keep_as(target);
    sync_folder(target.parent_path());
}

bool create_durably(const fs::path& file, std::string_view bytes) {
    const fs::path target = fs::absolute(file);
    Unfinished temporary(target.parent_path());
    MemorySource source(bytes);
    fill(temporary, target, source);
    if (!temporary.keep_as_new(target)) return false;
    sync_folder(target.parent_path());
    return true;
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
