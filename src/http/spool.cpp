#include "http/spool.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

namespace gongkai::http {

namespace {

[[noreturn]] void fail(const char* what) {
    throw std::system_error(errno, std::generic_category(), what);
}

int unnamed_file(const std::filesystem::path& folder) {
    const int file = ::open(folder.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (file >= 0) return file;
    // A file system that cannot do that: the name is there for a moment, and is one that is swept.
    std::string name = (folder / "put-XXXXXX").string();
    const int named = ::mkostemp(name.data(), O_CLOEXEC);
    if (named < 0) fail("an upload's file");
    ::unlink(name.c_str());
    return named;
}

}  // namespace

Spool::~Spool() {
    if (file_ >= 0) ::close(file_);
}

void Spool::add(std::string_view bytes) {
    if (file_ < 0 && size_ + bytes.size() > in_memory) {
        file_ = unnamed_file(folder_);
        write(held_);
        held_ = {};
    }
    if (file_ < 0)
        held_.append(bytes);
    else
        write(bytes);
    size_ += bytes.size();
}

void Spool::write(std::string_view bytes) {
    while (!bytes.empty()) {
        const auto written = ::write(file_, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) fail("an upload's file");
        bytes.remove_prefix(std::size_t(written));
    }
}

Body Spool::take() {
    if (file_ < 0) return Body(std::move(held_));
    void* const seen = ::mmap(nullptr, size_, PROT_READ, MAP_PRIVATE, file_, 0);
    if (seen == MAP_FAILED) fail("an upload's file");
    const std::size_t size = size_;
    std::shared_ptr<const void> keeper(
        seen, [size](const void* it) { ::munmap(const_cast<void*>(it), size); });
    return Body(std::move(keeper), {static_cast<const char*>(seen), size});
}

}  // namespace gongkai::http
