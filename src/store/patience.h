#pragma once

#include <chrono>

namespace gongkai::store {

// How long this program waits for others before it gives up with
// StoreFailure, Away::Locked. Ten seconds unless it says
// otherwise: a command waits for another, a person at a page does not.
void set_patience(std::chrono::milliseconds longest_wait);
std::chrono::milliseconds patience();

}  // namespace gongkai::store
