#include "store/sqlite/files_in_place.h"

#include <sys/stat.h>

#include "store/store_failure.h"

namespace gongkai::store {

namespace fs = std::filesystem;

namespace {

[[noreturn]] void fail(const fs::path& file, bool is_there) {
    throw StoreFailure(Away::Replaced, file.string(),
                       is_there ? "那里现在是另一个文件" : "那里现在没有这个文件");
}

// SQLite lays its log beside the file itself, not beside a link to it.
fs::path log_of(const fs::path& database) {
    std::error_code ignored;
    auto real = fs::canonical(database, ignored);
    if (ignored) real = database;
    real += "-wal";
    return real;
}

}  // namespace

FilesInPlace::FilesInPlace(fs::path database)
    : database_(std::move(database)), log_(log_of(database_)), opened_(found(database_)) {}

std::optional<FilesInPlace::Which> FilesInPlace::found(const fs::path& file) {
    struct stat seen {};
    if (::stat(file.c_str(), &seen) != 0) return {};
    return Which{seen.st_dev, seen.st_ino};
}

void FilesInPlace::check_database() const {
    const auto now = found(database_);
    if (!now || now != opened_) fail(database_, now.has_value());
}

void FilesInPlace::check() {
    check_database();
    const auto now = found(log_);
    if (!log_opened_) log_opened_ = now;
    if (!now || now != log_opened_) fail(log_, now.has_value());
}

}  // namespace gongkai::store
