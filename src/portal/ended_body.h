#pragma once

#include <optional>

#include "http/message.h"
#include "portal/layout.h"
#include "site/services.h"

// What the pages of a body say that has ended: since when, that it takes nothing any more, and who
// does its work now.
namespace gongkai::portal {

// Nothing of a body that goes on.
std::optional<Ended> ended(const site::Services& services, const organs::Organ& organ);

// The sentence at the head of all its pages.
void ended_note(writer::Html& out, const Ended& it);

// In the place of a form of a body that has ended, with a link to the same form of its successor.
enum class Form { Application, Letter };
std::optional<http::Response> instead_of_form(const site::Services& services,
                                              const organs::Organ& organ, Form form,
                                              const http::Request& request);

}  // namespace gongkai::portal
