#include "reader/private_folder.h"

#include <stdlib.h>

#include <cerrno>
#include <system_error>

namespace gongkai::reader {

PrivateFolder::PrivateFolder() {
    auto pattern = (std::filesystem::temp_directory_path() / "gongkai-XXXXXX").string();
    if (mkdtemp(pattern.data()) == nullptr) {
        throw std::filesystem::filesystem_error("mkdtemp", pattern,
                                                std::error_code(errno, std::generic_category()));
    }
    path_ = pattern;
}

PrivateFolder::~PrivateFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
}

}  // namespace gongkai::reader
