#pragma once

#include "demo/scene.h"

namespace gongkai::demo {

// How a body's report of a year goes up in the January after it.
struct Season {
    bool returned_once = false;
    bool stays_returned = false;
    bool never_comes = false;
};

// `supervisor`: the account that accepts. `seat` keeps the records; where that is elsewhere,
// `filing` is the same body in the county's office, and the report comes as a Word file.
void plan_report(Scene& scene, const Seat& seat, const Seat& filing, const std::string& supervisor,
                 int year, const Season& season);

}  // namespace gongkai::demo
