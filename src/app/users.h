#pragma once

#include <sys/types.h>

#include <filesystem>
#include <optional>
#include <string>

#include "base/result.h"

// Whose files are: the service has a user of its own, and commands should be run as he.
namespace gongkai::app {

// Nothing where it is not there or cannot be seen.
std::optional<uid_t> owner_of(const std::filesystem::path& path);
std::string name_of_user(uid_t user);

// Refusal office.user: root would make files in the data folder of another user that he could not
// open, such as the write-ahead log or a checkpoint.
Status check_user(const std::filesystem::path& data);

}  // namespace gongkai::app
