#pragma once

#include <vector>

#include "organs/organ.h"
#include "site/services.h"

namespace gongkai::portal {

// All bodies that exist today, those that guide others first, then by number.
std::vector<organs::Organ> bodies_of_today(const site::Services& services);

}  // namespace gongkai::portal
