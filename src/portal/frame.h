#pragma once

#include <functional>
#include <string>

#include "files/site_file.h"
#include "portal/layout.h"

namespace gongkai::portal {

// What stands above and below the content of every page. On the pages of a body (政府信息公开专栏)
// it is the body's name, the columns that 国办公开办函〔2019〕61号 wants the same everywhere, and
// how to reach it; elsewhere the name of this site and its parts.
//
// Whose site it is, is said once, before pages are made: a program serves one site.
void set_site_identity(files::SiteIdentity it);
const files::SiteIdentity& site_identity();

// What every page says at its head while it holds, such as that acts wait; asked for each page.
// Said once, before pages are made. Empty: nothing.
void set_notice(std::function<std::string()> it);
std::string notice();

void banner(writer::Html& out, const Page& it, const site::Preferences& how);
void foot(writer::Html& out, const Page& it);

// The parts of the site, and the columns of a body, as lines of a list.
void site_links(writer::Html& out);
void column_links(writer::Html& out, const journal::LogKey& organ);

}  // namespace gongkai::portal
