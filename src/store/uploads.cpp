#include "store/uploads.h"

#include <fcntl.h>

#include <chrono>
#include <optional>
#include <system_error>

#include "base/digest.h"
#include "base/whole_number.h"
#include "store/content_source.h"
#include "store/durable_file.h"

namespace gongkai::store {

namespace fs = std::filesystem;

using organs::Upload;

namespace {

constexpr std::chrono::hours abandoned{24};
constexpr std::size_t owner_digits = 16, digest_digits = 64;
// All accounts together: a disk is not for those who never finish.
constexpr std::uint64_t most_of_all = 50;  // times the largest

// <digest of the owner>-<digest of the file>-<size>; the id is what stands behind the owner.
std::string owner_part(const std::string& owner) {
    return sha256(owner).substr(0, owner_digits) + "-";
}

std::string id_of(std::string_view digest, std::uint64_t size) {
    return std::string(digest) + "-" + std::to_string(size);
}

struct Named {
    std::string digest;
    std::uint64_t size = 0;
};

std::optional<Named> parse(std::string_view id) {
    if (id.size() < digest_digits + 2 || id[digest_digits] != '-') return {};
    Named it{std::string(id.substr(0, digest_digits)), 0};
    const auto size = whole_number<std::uint64_t>(id.substr(digest_digits + 1));
    if (!size) return {};
    it.size = *size;
    // As it is written here: "+7" and "007" would be other names.
    if (!is_digest(it.digest) || id != id_of(it.digest, it.size)) return {};
    return it;
}

Error refused(ErrorKind kind, std::string_view code, std::string message) {
    return {kind, "upload." + std::string(code), std::move(message)};
}

Error not_found() {
    return refused(ErrorKind::NotFound, "not-found",
                   "没有这个上传，可能已经过了一天或者已经用过。请重新选择文件上传。");
}

Error too_large(std::uint64_t largest) {
    return refused(ErrorKind::TooLarge, "size",
                   "文件是空的，或者超过了 " + std::to_string(largest >> 20) +
                       " MB。请检查文件，太大的请压缩或者拆成几个。");
}

std::optional<std::uint64_t> length_of(const fs::path& file) {
    std::error_code none;
    const auto length = fs::file_size(file, none);
    return none ? std::nullopt : std::optional<std::uint64_t>(length);
}

}  // namespace

Uploads::Uploads(const fs::path& data, std::uint64_t largest)
    : folder_(data / "uploads"), largest_(largest) {}

fs::path Uploads::file_of(const std::string& owner, std::string_view id) const {
    return folder_ / (owner_part(owner) + std::string(id));
}

// What is begun counts as whole: it may come to that.
Status Uploads::check_room(const std::string& owner, std::uint64_t size) const {
    const auto own = owner_part(owner);
    int count = 0;
    std::uint64_t of_owner = size, of_all = size;
    std::error_code ignored;
    for (const auto& it : fs::directory_iterator(folder_, ignored)) {
        const std::string name = it.path().filename().string();
        if (name.size() <= own.size()) continue;
        const auto named = parse(std::string_view(name).substr(own.size()));
        if (!named) continue;
        of_all += named->size;
        if (!name.starts_with(own)) continue;
        ++count;
        of_owner += named->size;
    }
    if (count >= most_of_one || of_owner > 2 * largest_)
        return refused(ErrorKind::Conflict, "too-many",
                       "没有传完的文件太多，最多同时 " + std::to_string(most_of_one) +
                           " 个。请先传完或者放弃一些，一天以后会自动清除。");
    if (of_all > most_of_all * largest_)
        return refused(ErrorKind::Unavailable, "too-many", "现在上传的人较多，请过一会儿再试。");
    return Done{};
}

Result<Upload> Uploads::begin(const std::string& owner, std::string_view digest,
                              std::uint64_t size) {
    if (!is_digest(digest))
        return refused(ErrorKind::Invalid, "digest",
                       "文件的摘要应是 SHA-256 的 64 位小写十六进制数字。");
    if (size == 0 || size > largest_) return too_large(largest_);
    sweep();
    const std::lock_guard lock(mutex_);
    Upload fresh{id_of(digest, size), size, 0};
    const fs::path file = file_of(owner, fresh.id);
    if (const auto length = length_of(file)) return Upload{fresh.id, size, *length};
    GK_CHECK(check_room(owner, size));
    fs::create_directories(folder_);
    const Descriptor made(file, O_WRONLY | O_CREAT | O_CLOEXEC);
    return fresh;
}

Result<Upload> Uploads::find(const std::string& owner, std::string_view id) const {
    const auto named = parse(id);
    const auto length = named ? length_of(file_of(owner, id)) : std::nullopt;
    if (!length) return not_found();
    return Upload{std::string(id), named->size, *length};
}

Result<Upload> Uploads::add(const std::string& owner, std::string_view id, std::uint64_t offset,
                            std::string_view bytes) {
    const std::lock_guard lock(mutex_);
    GK_TRY(it, find(owner, id));
    if (offset != it.offset)
        return refused(
            ErrorKind::Conflict, "offset",
            "这一段接不上已经收到的部分，请从第 " + std::to_string(it.offset) + " 个字节继续。");
    if (bytes.size() > it.size - it.offset) return too_large(largest_);
    // A disk that fills up in the middle leaves what it took: it goes on from there.
    Descriptor(file_of(owner, id), O_WRONLY | O_APPEND | O_CLOEXEC).write(bytes);
    it.offset += bytes.size();
    return it;
}

Result<std::shared_ptr<ByteSource>> Uploads::opened(const std::string& owner,
                                                    std::string_view id) const {
    const std::lock_guard lock(mutex_);
    GK_TRY(it, find(owner, id));
    if (it.offset < it.size)
        return refused(ErrorKind::Conflict, "unfinished",
                       "文件还没有传完，收到 " + std::to_string(it.offset) + " 字节，共 " +
                           std::to_string(it.size) + " 字节。请继续上传。");
    return std::shared_ptr<ByteSource>(std::make_shared<FileSource>(file_of(owner, id)));
}

Result<std::shared_ptr<ByteSource>> Uploads::whole(const std::string& owner, std::string_view id) {
    GK_TRY(bytes, opened(owner, id));
    if (digest_of(*bytes) == parse(id)->digest) return std::move(bytes);
    drop(owner, id);
    return refused(ErrorKind::Invalid, "changed",
                   "收到的内容与选择的文件不一样，可能上传时文件被改动了。请重新选择文件上传。");
}

void Uploads::drop(const std::string& owner, std::string_view id) {
    if (!parse(id)) return;
    const std::lock_guard lock(mutex_);  // not between an add() that found it and its writing
    std::error_code ignored;             // what is not there is dropped
    fs::remove(file_of(owner, id), ignored);
}

void Uploads::drop_all(const std::string& owner) {
    const auto own = owner_part(owner);
    const std::lock_guard lock(mutex_);
    std::error_code ignored;  // what cannot be dropped is swept after a day
    for (const auto& it : fs::directory_iterator(folder_, ignored))
        if (it.path().filename().string().starts_with(own)) fs::remove(it.path(), ignored);
}

void Uploads::sweep() {
    const std::lock_guard lock(mutex_);
    std::error_code ignored;  // what cannot be swept is swept another time
    const auto now = fs::file_time_type::clock::now();
    for (const auto& it : fs::directory_iterator(folder_, ignored))
        if (it.is_regular_file(ignored) && now - it.last_write_time(ignored) > abandoned)
            fs::remove(it.path(), ignored);
}

}  // namespace gongkai::store
