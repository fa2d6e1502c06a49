#pragma once

#include "demo/scene.h"

namespace gongkai::demo {

// The hotline tickets and letters that a body has in a year: most are answered in time, some late,
// some passed to others; a few answers become public.
void plan_messages(Scene& scene, Dice& dice, const Seat& seat, int year);

}  // namespace gongkai::demo
