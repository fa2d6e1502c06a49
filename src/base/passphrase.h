#pragma once

#include <string_view>

#include "base/secrets.h"

namespace gongkai {

// The key of a passphrase and 16 bytes of salt (argon2id, 64 MiB, three passes: a second or so, for
// whoever tries passphrases as well). Throws std::invalid_argument for a salt of another size, and
// std::runtime_error where memory is short.
BoxKey key_of_passphrase(std::string_view passphrase, std::string_view salt);

}  // namespace gongkai
