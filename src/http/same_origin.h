#pragma once

#include "http/message.h"

namespace gongkai::http {

// Whether a browser says that another site's page sends this request, which changes something: by
// Sec-Fetch-Site, or by an Origin that is not the Host. What says neither is no browser's. Such a
// page could file in a visitor's name, or sign him in as somebody else.
bool is_from_another_site(const Request& request);

}  // namespace gongkai::http
