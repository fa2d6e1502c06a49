#include "store/patience.h"

#include <atomic>

namespace gongkai::store {

namespace {

std::atomic<std::chrono::milliseconds> longest{std::chrono::seconds{10}};

}  // namespace

void set_patience(std::chrono::milliseconds longest_wait) { longest = longest_wait; }

std::chrono::milliseconds patience() { return longest; }

}  // namespace gongkai::store
