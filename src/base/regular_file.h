#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>

#include "base/result.h"

// Files that somebody names to the program: in an option, in the environment, or by laying them
// where it looks. A pipe would be waited for without end, /dev/zero would fill the memory, and a
// folder reads as an empty file: all are refused by what they are, before they are read.
namespace gongkai {

// Refusals: file.none, file.irregular (a folder, a pipe, a device), file.unreadable. Each says
// `what` it should have been ("密钥文件"), its name and what to do. Never waits.
Status check_regular_file(const std::filesystem::path& file, std::string_view what);

// The bytes of a regular file of at most `most` bytes. Refusals: those above, and file.too-large.
Result<std::string> read_regular_file(const std::filesystem::path& file, std::string_view what,
                                      std::size_t most);

// Enough for every file of settings, rules, letters or marks, which a person writes.
inline constexpr std::size_t most_of_settings = std::size_t{16} << 20;

}  // namespace gongkai
