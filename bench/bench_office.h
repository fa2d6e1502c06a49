#pragma once

#include <doctest/doctest.h>

#include "../tests/desk/office_for_tests.h"
#include "measure.h"

namespace gongkai::bench {

// Twelve bodies of one region.
std::vector<journal::LogKey> found(testing::TestOffice& office);

// Acts a second through the desk, durable when each returns: requests are registered, decided and
// delivered by so many clerks at a time, spread over the bodies.
Rate act_rate(testing::TestOffice& office, const std::vector<journal::LogKey>& bodies, int clerks);

void measure_postgres(const std::filesystem::path& folder, const std::string& address);

}  // namespace gongkai::bench
