#pragma once

namespace gongkai::cli {

// What the program answers its caller with; the greater wins.
enum ExitStatus : int {
    clean = 0,
    findings_of_error = 1,
    wrong_usage = 2,
    unreadable = 3,  // something could not be read, or the program broke down
};

}  // namespace gongkai::cli
