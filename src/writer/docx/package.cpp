#include "writer/docx/package.h"

#include <zip.h>

#include <memory>
#include <stdexcept>

namespace gongkai::writer::docx {

namespace {

// 1 January 1980, the first day that an archive can name.
constexpr zip_uint16_t no_time = 0;
constexpr zip_uint16_t no_date = 1 << 5 | 1;

struct Discard {
    void operator()(zip_t* archive) const { zip_discard(archive); }
};
struct Release {
    void operator()(zip_source_t* source) const { zip_source_free(source); }
};

[[noreturn]] void fail(const std::string& what) {
    throw std::runtime_error("docx archive: " + what);
}

void add(zip_t* archive, const Part& part) {
    zip_source_t* source = zip_source_buffer(archive, part.bytes.data(), part.bytes.size(), 0);
    if (source == nullptr) fail(zip_strerror(archive));
    const auto index = zip_file_add(archive, part.name.c_str(), source, ZIP_FL_ENC_UTF_8);
    if (index < 0) {
        zip_source_free(source);
        fail(zip_strerror(archive));
    }
    const auto at = static_cast<zip_uint64_t>(index);
    if (zip_file_set_dostime(archive, at, no_time, no_date, 0) != 0 ||
        zip_set_file_compression(archive, at, ZIP_CM_DEFLATE, 6) != 0)
        fail(zip_strerror(archive));
}

std::string content(zip_source_t* source) {
    zip_stat_t stat;
    if (zip_source_stat(source, &stat) != 0 || (stat.valid & ZIP_STAT_SIZE) == 0 ||
        zip_source_open(source) != 0)
        fail("cannot be read back");
    std::string bytes(stat.size, '\0');
    const auto got = zip_source_read(source, bytes.data(), bytes.size());
    zip_source_close(source);
    if (got < 0 || std::size_t(got) != bytes.size()) fail("cut short");
    return bytes;
}

}  // namespace

std::string package(const std::vector<Part>& parts) {
    zip_error_t error;
    zip_error_init(&error);
    const std::unique_ptr<zip_source_t, Release> memory(
        zip_source_buffer_create(nullptr, 0, 0, &error));
    if (!memory) fail("no memory");
    std::unique_ptr<zip_t, Discard> archive(
        zip_open_from_source(memory.get(), ZIP_CREATE | ZIP_TRUNCATE, &error));
    if (!archive) fail(zip_error_strerror(&error));
    zip_source_keep(memory.get());  // the archive lets go of its own hold when it closes
    for (const Part& part : parts)
        add(archive.get(), part);
    if (zip_close(archive.get()) != 0) fail(zip_strerror(archive.get()));
    (void)archive.release();  // zip_close() has freed it
    return content(memory.get());
}

}  // namespace gongkai::writer::docx
