#pragma once

#include "api/fields.h"
#include "desk/document_desk.h"
#include "desk/document_list.h"
#include "site/guard.h"

// Documents as JSON, both ways; docs/api.md.
namespace gongkai::api {

// A line of the list of those who work on documents.
json::Object line_json(const desk::DocumentRow& row);
// Whole, with what the caller may do with it.
json::Object document_json(const desk::DocumentFile& file, const site::Services& services,
                           const site::Caller& caller);
// What the public sees: a line of the catalogue; the rest of it with its text. `base` is the path
// under which the site is served.
json::Object public_json(const disclosure::PublicView& view, std::string_view base);
json::Object public_json(const disclosure::PublicView& view, std::string_view base,
                         std::string_view body);
json::Object normative_json(const desk::NormativeLine& line);

}  // namespace gongkai::api
