#include "checks/version.h"

#ifndef GONGKAI_RULES_VERSION  // where the file is looked at by itself
#define GONGKAI_RULES_VERSION "none"
#endif

namespace gongkai::checks {

std::string_view rules_version() { return GONGKAI_RULES_VERSION; }

}  // namespace gongkai::checks
