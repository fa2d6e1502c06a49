#pragma once

#include <chrono>

#include "base/try_later.h"
#include "store/database.h"

namespace gongkai::store {

// Others hold what a work needs: the file's only right to write, a row, all connections. Nothing
// has happened.
class Busy : public StoreError, public TryLater {
public:
    using StoreError::StoreError;
};

// How long this program waits for others before it gives up with Busy. Ten seconds unless it says
// otherwise: a command waits for another, a person at a page does not.
void set_patience(std::chrono::milliseconds longest_wait);
std::chrono::milliseconds patience();

}  // namespace gongkai::store
