#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace gongkai {

// Base32 of RFC 4648 without the signs at the end that fill it up: how authenticator programs take
// a secret. And back, in either case and with blanks; nothing for any other text.
std::string base32(std::string_view bytes);
std::optional<std::string> base32_bytes(std::string_view text);

// Codes that change every thirty seconds (RFC 6238 with SHA-1 and six digits, as every
// authenticator program knows them).
inline constexpr std::int64_t milliseconds_of_code = 30'000;
std::string one_time_code(std::string_view secret, std::int64_t step);

// The step of which `code` is the code: that of now, the one before it or the one after it, since
// clocks of telephones are not exact. Nothing where it is none of theirs. `now`: milliseconds since
// 1970 UTC.
std::optional<std::int64_t> step_of_code(std::string_view secret, std::string_view code,
                                         std::int64_t now);

}  // namespace gongkai
