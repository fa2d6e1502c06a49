#include "store/contents.h"

#include <algorithm>

#include "base/damaged.h"
#include "base/digest.h"
#include "base/regular_file.h"
#include "disclosure/content.h"
#include "store/content_source.h"
#include "store/database.h"
#include "store/durable_file.h"

namespace gongkai::store {

namespace fs = std::filesystem;

namespace {

// Nothing where it is missing; Damaged where something else lies under its name.
std::optional<std::string> read(const fs::path& path) {
    auto bytes = read_regular_file(path, "正文或者附件", largest_content);
    if (bytes.ok()) return std::move(bytes.value());
    if (bytes.error().kind == ErrorKind::NotFound) return {};
    throw Damaged(bytes.error().message);
}

}  // namespace

ContentFolder::ContentFolder(const fs::path& data_folder, std::size_t limit)
    : folder_(data_folder / "sha256"), limit_(limit) {}

fs::path ContentFolder::file_of(std::string_view digest) const {
    return folder_ / digest.substr(0, 2) / digest.substr(2);
}

Result<std::string> ContentFolder::keep(std::int64_t, ByteSource& bytes) {
    GK_CHECK(check_size(bytes.size(), limit_));
    const std::string digest = digest_of(bytes);
    const fs::path file = file_of(digest);
    if (has(0, digest)) {
        FileSource known(file);
        if (digest_of(known) == digest) return digest;
    }
    if (!fs::exists(file.parent_path())) {
        make_folders(file.parent_path());
        sync_folder(folder_);
        sync_folder(folder_.parent_path());
    }
    write_durably(file, bytes);
    return digest;
}

std::optional<std::string> ContentFolder::get(std::int64_t, std::string_view digest) const {
    if (!is_digest(digest)) return {};
    auto bytes = read(file_of(digest));
    if (bytes && sha256(*bytes) != digest)
        throw Damaged("内容被改动过或者已经损坏：" + std::string(digest));
    return bytes;
}

std::unique_ptr<ByteSource> ContentFolder::open(std::int64_t, std::string_view digest) const {
    if (!has(0, digest)) return nullptr;
    return proven(std::make_unique<FileSource>(file_of(digest)), digest);
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

bool ContentFolder::has(std::int64_t, std::string_view digest) const {
    return is_digest(digest) && fs::is_regular_file(file_of(digest));
}

std::string ContentFolder::name_of(std::string_view digest) const {
    return "sha256/" + std::string(digest.substr(0, 2)) + "/" + std::string(digest.substr(2));
}

Status check_size(std::uint64_t bytes, std::size_t limit) {
    if (bytes <= limit) return Done{};
    return Error{
        ErrorKind::TooLarge, "content.too-large",
        "文件太大，每个文件最多 " + std::to_string(limit >> 20) + " MB。请压缩或者拆成几个文件。"};
}

std::unique_ptr<KeptContents> contents_of(Database& database, const fs::path& data,
                                          std::size_t limit) {
    if (database.engine() == Database::Engine::Sqlite)
        return std::make_unique<ContentFolder>(data, limit);
    return std::make_unique<ContentRows>(database, limit);
}

}  // namespace gongkai::store
