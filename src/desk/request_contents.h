#pragma once

#include <vector>

#include "desk/request_desk.h"

namespace gongkai::desk {

// What an application lacks of the contents of Reg. 29(2), each in one sentence that says what to
// fill in, in the order of the form: request.applicant, request.id-number, request.contact,
// request.content. Empty where nothing is missing. No purpose is asked for.
std::vector<Error> missing_contents(const NewRequest& asked);

}  // namespace gongkai::desk
