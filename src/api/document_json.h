#pragma once

#include "api/fields.h"
#include "desk/document_desk.h"
#include "site/guard.h"

// Documents as JSON, both ways; docs/api.md.
namespace gongkai::api {

// The name and Chinese of how far a document is: the text in preparation, else what the public
// sees.
struct DocumentState {
    std::string_view name, chinese;
};
DocumentState state_of(const disclosure::Progress& progress);

// A line of the list of those who work on documents.
json::Object summary_json(const disclosure::Document& document, const law::Calendar& calendar,
                          Date today);
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
