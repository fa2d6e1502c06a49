#pragma once

#include "desk/table_file.h"
#include "http/message.h"

namespace gongkai::api {

// Whether only the result is wanted; refusal fields.kind for a dry_run that is neither 1 nor 0.
Result<bool> is_dry_run(const http::Request& request);

// What became of each row; 422 with the rows where one of them keeps all from being written.
http::Response import_answer(const desk::Import& done, bool dry_run);

}  // namespace gongkai::api
