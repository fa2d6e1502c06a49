#pragma once

#include "disclosure/content.h"
#include "journal/payload.h"

namespace gongkai::disclosure {

// A content as it stands in the payload of an act.
journal::Record content_record(const Content& it);
// False for what no content has written.
bool read_content(const journal::Record& from, Content& it);

}  // namespace gongkai::disclosure
