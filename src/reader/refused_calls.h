#pragma once

namespace gongkai::reader {

// Takes from this process and all that it starts, for good, the calls to the kernel that reach past
// Landlock's rules: sockets of any network, connections and messages to other programs' sockets,
// and rights, owners and times of files (those are not done, and said to be). False where the
// kernel refuses. To be called between fork() and exec, where privileges are given up already: a
// system call only.
bool refuse_calls();

}  // namespace gongkai::reader
