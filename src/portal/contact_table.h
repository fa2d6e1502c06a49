#pragma once

#include "organs/organ.h"
#include "writer/html.h"

namespace gongkai::portal {

// How the disclosure office of a body is reached, as Reg. 12(2) has the guide print it.
void contact_table(writer::Html& out, const organs::Organ& organ);

}  // namespace gongkai::portal
