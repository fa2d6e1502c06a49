#pragma once

#include <string>
#include <vector>

#include "demo/scene.h"
#include "desk/request_desk.h"

namespace gongkai::demo {

// One act, by whom, and how many days after it happened it is written down.
struct Step {
    requests::Act act;  // its words are in the clear
    Part who = Part::Clerk;
    int recorded_later = 0;
};

// What happens to one request.
struct Story {
    desk::NewRequest asked;
    int registered_later = 0;  // days
    std::vector<Step> steps;
};

// A request of a day that ends with this code, in one of the ways in which it may.
Story story_of(const Scene& scene, Dice& dice, Date on, law::DecisionCode ends_with);

// What is still open on the scene's last day: overdue, due that day, waiting for a correction, a
// third party, a payment, or the head's approval of an extension.
std::vector<Story> open_stories(const Scene& scene, Dice& dice);

// Puts a story on the agenda of a body; what lies behind the scene's last day will not happen.
void plan(Scene& scene, const Seat& seat, Story story);

}  // namespace gongkai::demo
