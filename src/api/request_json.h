#pragma once

#include "base/json_value.h"
#include "desk/request_desk.h"
#include "desk/request_list.h"

// Requests as JSON, both ways; docs/api.md.
namespace gongkai::api {

json::Object json_of(const requests::Clock& clock, const law::Calendar& calendar, bool with_trace);
// A row of the list, and of what is to be done.
json::Object line_json(const desk::RequestRow& row);
json::Object json_of(const desk::Receipt& receipt, const law::Calendar& calendar);
// With what is sealed: for those who handle it.
json::Object json_of(const desk::Case& opened, const requests::Rules& rules, Date today);
// What the public may know of it, without who asks and for what: for the one with the query code.
json::Object tracking_json(const requests::Request& request, const requests::Rules& rules,
                           Date today);

// The registration of docs/records.md, flat. A day that is not given is today, or that of the
// receipt.
Result<desk::NewRequest> new_request(const json::Object& given, Date today);

}  // namespace gongkai::api
