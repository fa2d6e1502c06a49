#pragma once

#include "forms/report.h"

namespace gongkai::recognizer {

// Where the narrative states the figure of one glued cell and some reading agrees, the readings
// that disagree are dropped; a cell that is then the same in all is certain (and derived).
void settle_by_narrative(forms::Report& report);

}  // namespace gongkai::recognizer
