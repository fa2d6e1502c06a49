#pragma once

#include "demo/scene.h"

namespace gongkai::demo {

// The proposals of deputies and members of the CPPCC that a body gets after the sessions of spring.
// Nothing is diced, so that all else of the demo stays as it is.
void plan_proposals(Scene& scene, const Seat& seat, int year);

}  // namespace gongkai::demo
