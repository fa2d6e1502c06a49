#include "store/content_source.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <optional>

#include "base/damaged.h"
#include "base/digest.h"
#include "store/database.h"

namespace gongkai::store {

namespace {

class Proven : public ByteSource {
public:
    Proven(std::unique_ptr<ByteSource> bytes, std::string_view digest)
        : bytes_(std::move(bytes)), digest_(digest) {}

    std::uint64_t size() const override { return bytes_->size(); }

    std::string read(std::uint64_t from, std::size_t most) override {
        std::string part = bytes_->read(from, most);
        if (from == 0) {
            hash_.emplace();
            hashed_ = 0;
        }
        if (from != hashed_ || !hash_) return part;
        hash_->add(part);
        hashed_ += part.size();
        if (hashed_ < size()) return part;
        const std::string found = hash_->digits();
        hash_.reset();
        if (found != digest_) throw Damaged("内容被改动过或者已经损坏：" + digest_);
        return part;
    }

private:
    const std::unique_ptr<ByteSource> bytes_;
    const std::string digest_;
    std::optional<Sha256> hash_;
    std::uint64_t hashed_ = 0;
};

}  // namespace

FileSource::FileSource(const std::filesystem::path& file)
    : name_(file.string()), file_(::open(file.c_str(), O_RDONLY | O_CLOEXEC)) {
    struct stat seen {};
    if (file_ < 0 || ::fstat(file_, &seen) != 0) {
        if (file_ >= 0) ::close(file_);
        throw StoreError("打不开文件：" + name_);
    }
    size_ = std::uint64_t(seen.st_size);
}

FileSource::~FileSource() { ::close(file_); }

std::string FileSource::read(std::uint64_t from, std::size_t most) {
    std::string part(std::size_t(std::min<std::uint64_t>(most, size_ - std::min(from, size_))),
                     '\0');
    std::size_t have = 0;
    while (have < part.size()) {
        const auto got = ::pread(file_, part.data() + have, part.size() - have, off_t(from + have));
        if (got < 0 && errno == EINTR) continue;
        if (got <= 0) throw StoreError("文件读到一半读不下去：" + name_);
        have += std::size_t(got);
    }
    return part;
}

std::string digest_of(ByteSource& bytes) {
    Sha256 hash;
    for (std::uint64_t at = 0; at < bytes.size();) {
        const std::string part = full_part(bytes, at, usual_part);
        hash.add(part);
        at += part.size();
    }
    return hash.digits();
}

std::string full_part(ByteSource& bytes, std::uint64_t from, std::size_t size) {
    std::string part = bytes.read(from, size);
    while (part.size() < size && from + part.size() < bytes.size())
        part += bytes.read(from + part.size(), size - part.size());
    return part;
}

std::unique_ptr<ByteSource> proven(std::unique_ptr<ByteSource> bytes, std::string_view digest) {
    return std::make_unique<Proven>(std::move(bytes), digest);
}

}  // namespace gongkai::store
