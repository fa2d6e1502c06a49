#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>

#include "base/result.h"
#include "reader/document.h"

namespace gongkai::reader {

// What reading one file may cost. The defaults keep a file below 20 s and 512 MB.
struct Limits {
    std::size_t file_bytes = 64u << 20;
    std::size_t text_bytes = 24u << 20;    // of decoded text, HTML or one XML part
    std::size_t words_bytes = 8u << 20;    // of what is read out of it: a long book has 2 MB
    int helper_seconds = 15;               // of processor and of waiting for a helper program
    std::size_t helper_memory = 1u << 30;  // address space of a helper program
};

// Reads a file of any supported format, told by its first bytes, never by its name.
// Refusals, each with a Chinese message: reader.empty, reader.too-large, reader.unknown-format,
// reader.encrypted, reader.damaged, reader.bomb, reader.too-deep, reader.scan (a PDF of pictures),
// reader.tool-missing (LibreOffice or poppler is not installed), reader.no-cell,
// reader.tool-failed, reader.tool-slow, reader.not-found.
Result<Document> read(std::string_view bytes, const Limits& limits = {});

// The same for a file on disk.
Result<Document> read_file(const std::filesystem::path& path, const Limits& limits = {});

}  // namespace gongkai::reader
