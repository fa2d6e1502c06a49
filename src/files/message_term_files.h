#pragma once

#include <filesystem>
#include <string_view>

#include "base/result.h"
#include "interaction/message_terms.h"

namespace gongkai::files {

// The terms of messages, as in data/settings/message_terms.json. Refusal message-terms.malformed,
// which says what is wrong in which line.
Result<interaction::messages::Terms> parse_message_terms(std::string_view bytes);
// Those of settings/message_terms.json in a data folder; where it has none, those that the program
// carries. Refusals settings.unreadable and message-terms.malformed, which name the file.
Result<interaction::messages::Terms> load_message_terms(const std::filesystem::path& data);

}  // namespace gongkai::files
