#pragma once

#include "desk/applicant_desk.h"
#include "writer/html.h"

namespace gongkai::portal {

// What has happened to a request, told to its applicant: a line of acts with their days, the
// latest first. What only the office needs (service of letters on others, proposals) is left out,
// and who did it too.
void timeline(writer::Html& out, const desk::Tracked& it);

}  // namespace gongkai::portal
