#pragma once

#include <span>

#include "base/phrases.h"

namespace gongkai::checks {

// The phrases behind each Mark.
std::span<const text::Phrase> marks();

}  // namespace gongkai::checks
