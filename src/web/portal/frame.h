#pragma once

#include "web/portal/layout.h"

namespace gongkai::web::portal {

// What stands above and below the content of every page. On the pages of a body (政府信息公开专栏)
// it is the body's name, the columns that 国办公开办函〔2019〕61号 wants the same everywhere, and
// how to reach it; elsewhere the name of this site and its parts.
void banner(writer::Html& out, const Page& it, const Preferences& how);
void foot(writer::Html& out, const Page& it);

}  // namespace gongkai::web::portal
