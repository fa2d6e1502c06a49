#include "reader/zip_archive.h"

#include <zip.h>

#include <algorithm>

#include "reader/refusal.h"

namespace gongkai::reader {
namespace {

// Office files hold some dozens of parts; pictures may make it hundreds.
constexpr zip_int64_t most_entries = 20000;
constexpr std::size_t first_read = 1 << 16;

struct CloseFile {
    void operator()(zip_file_t* file) const { zip_fclose(file); }
};

}  // namespace

void ZipArchive::Close::operator()(zip* archive) const { zip_discard(archive); }

Result<ZipArchive> ZipArchive::open(std::string_view bytes) {
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
    if (source == nullptr) return refuse_damaged("无法打开压缩包");
    zip* raw = zip_open_from_source(source, ZIP_RDONLY, &error);
    zip_error_fini(&error);
    if (raw == nullptr) {
        zip_source_free(source);
        return refuse_damaged("文件内部的压缩包不完整");
    }
    ZipArchive opened;
    opened.archive_.reset(raw);
    const auto entries = zip_get_num_entries(raw, 0);
    if (entries > most_entries) return refuse_bomb("其中的文件过多");
    for (zip_int64_t at = 0; at < entries; ++at) {
        zip_stat_t stat;
        if (zip_stat_index(raw, static_cast<zip_uint64_t>(at), 0, &stat) != 0) continue;
        if ((stat.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 &&
            stat.encryption_method != ZIP_EM_NONE) {
            opened.any_encrypted_ = true;
        }
    }
    return opened;
}

bool ZipArchive::has(const std::string& part) const {
    return zip_name_locate(archive_.get(), part.c_str(), ZIP_FL_NOCASE) >= 0;
}

Result<std::string> ZipArchive::read(const std::string& part, std::size_t limit) const {
    const auto index = zip_name_locate(archive_.get(), part.c_str(), ZIP_FL_NOCASE);
    if (index < 0) return refuse_damaged("缺少部件 " + part);
    zip_stat_t stat;
    if (zip_stat_index(archive_.get(), static_cast<zip_uint64_t>(index), 0, &stat) != 0) {
        return refuse_damaged("部件 " + part + " 无法读取");
    }
    if ((stat.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && stat.encryption_method != ZIP_EM_NONE) {
        return refuse_encrypted();
    }
    std::unique_ptr<zip_file_t, CloseFile> file(
        zip_fopen_index(archive_.get(), static_cast<zip_uint64_t>(index), 0));
    if (!file) return refuse_damaged("部件 " + part + " 无法读取");

    // The stated size is a hint for the first allocation only.
    const bool stated = (stat.valid & ZIP_STAT_SIZE) != 0;
    std::string text;
    text.resize(std::min<std::size_t>(stated ? stat.size + 1 : first_read, limit + 1));
    std::size_t filled = 0;
    for (;;) {
        if (filled == text.size()) {
            if (filled > limit) return refuse_bomb("部件 " + part);
            text.resize(std::min(limit + 1, std::max(first_read, filled * 2)));
        }
        const auto got = zip_fread(file.get(), text.data() + filled, text.size() - filled);
        if (got < 0) return refuse_damaged("部件 " + part + " 解压出错");
        if (got == 0) break;
        filled += static_cast<std::size_t>(got);
    }
    if (filled > limit) return refuse_bomb("部件 " + part);
    text.resize(filled);
    return text;
}

}  // namespace gongkai::reader
