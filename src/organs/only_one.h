#pragma once

#include <vector>

#include "organs/organ.h"

namespace gongkai::organs {

// A credit code is one body's (GB 32100): refusal organ.duplicate, which names it, where another of
// `all` has the same at a time when this one exists.
Status check_only_one(const std::vector<Organ>& all, const Organ& organ);

}  // namespace gongkai::organs
