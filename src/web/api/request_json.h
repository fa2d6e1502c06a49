#pragma once

#include "desk/request_desk.h"
#include "web/api/fields.h"

// Requests as JSON, both ways; docs/api.md.
namespace gongkai::web::api {

json::Object json_of(const requests::Clock& clock, const law::Calendar& calendar, bool with_trace);
json::Object json_of(const desk::Duty& duty);
json::Object json_of(const desk::Receipt& receipt, const law::Calendar& calendar);
// With what is sealed: for those who handle it.
json::Object json_of(const desk::Case& it, const requests::Rules& rules, Date today);
// Without who asks and for what: for the one with the query code.
json::Object tracking_json(const requests::Request& it, const requests::Rules& rules, Date today);

Result<desk::NewRequest> new_request(const Fields& fields, Date today);
Result<desk::NewAct> new_act(const Fields& fields);

}  // namespace gongkai::web::api
