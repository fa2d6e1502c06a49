#pragma once

#include "base/digest_engine.h"

namespace gongkai {

// SHA-256 of the parts as if they were one text, as bytes; sha256() of digest.h gives digits.
Digest sha256_of(std::initializer_list<std::string_view> parts);

}  // namespace gongkai
