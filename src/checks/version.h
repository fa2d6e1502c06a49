#pragma once

#include <string_view>

namespace gongkai::checks {

// Another one wherever the rules, the forms or what they read of a report have changed: the build
// makes it of their files. What was worked out by rules of another version is worked out again.
std::string_view rules_version();

}  // namespace gongkai::checks
