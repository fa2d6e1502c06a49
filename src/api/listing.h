#pragma once

#include <string_view>
#include <vector>

#include "base/json_value.h"
#include "http/message.h"
#include "http/router.h"
#include "records/listing.h"

// Lists as the API gives them: {"<plural>": [...], "next": "...", "count": {"number", "more"},
// "groups": {...}}. docs/api.md tells it to those who call.
namespace gongkai::api {

// What the query asks of a list. Refusals: those of records::ask_of().
Result<records::Ask> ask_of(const http::Request& request);

// The same where the query also says things that are none of the list's: those stay out.
Result<records::Ask> ask_of(const http::Request& request,
                            const std::vector<std::string_view>& of_the_route);

json::Object page_json(std::string_view plural, records::Page<json::Object> page);

// The parameters of a list's route: its own filters, and those of every list.
std::vector<http::Parameter> list_parameters(std::vector<http::Parameter> filters,
                                             std::string_view sorts);

}  // namespace gongkai::api
