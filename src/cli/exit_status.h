#pragma once

namespace gongkai::cli {

// What the program answers its caller with; the greater wins.
inline constexpr int clean = 0;
inline constexpr int findings_of_error = 1;
inline constexpr int wrong_usage = 2;
inline constexpr int unreadable = 3;  // something could not be read, or the program broke down

}  // namespace gongkai::cli
