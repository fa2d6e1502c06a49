#pragma once

#include "http/message.h"
#include "organs/organ.h"
#include "records/listing.h"
#include "site/services.h"
#include "writer/html.h"

namespace gongkai::portal {

// The bodies that exist today, those that guide others first, then by number: the page that the
// address asks for by `q` and `after`. What cannot be read of them narrows nothing.
records::Page<organs::Organ> bodies_of_today(const site::Services& services,
                                             const http::Request& request);

// The way to the next page of them, where there is one; `path` is the page that shows them.
void next_bodies(writer::Html& out, std::string_view path, const http::Request& request,
                 const std::string& next);

}  // namespace gongkai::portal
