#pragma once

#include "demo/scene.h"

namespace gongkai::demo {

// What a body publishes in a year, with reviews, delays and mistakes, and its registers.
void plan_documents(Scene& scene, Dice& dice, const Seat& seat, int year);
void plan_registers(Scene& scene, Dice& dice, const Seat& seat, int year);

}  // namespace gongkai::demo
