#pragma once

#include <string>

#include "forms/report.h"

namespace gongkai::desk {

// An annual report in the layout in which it is published: title, the six parts with their text,
// tables two to four as the form prints them. A cell that the report lacks is blank.
std::string report_docx(const forms::Report& report);

// The same as one page of HTML that needs no other file.
std::string report_html(const forms::Report& report);

}  // namespace gongkai::desk
