#pragma once

#include "demo/dice.h"
#include "desk/request_desk.h"

namespace gongkai::demo {

// Who asks, how, and for what: made up, with proofs of identity that nobody has.
desk::NewRequest any_request(Dice& dice, Date on);

}  // namespace gongkai::demo
