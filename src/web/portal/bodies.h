#pragma once

#include <vector>

#include "organs/organ.h"
#include "web/services.h"

namespace gongkai::web::portal {

// All bodies that exist today, those that guide others first, then by number.
std::vector<organs::Organ> bodies_of_today(const Services& services);

}  // namespace gongkai::web::portal
