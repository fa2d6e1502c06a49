#pragma once

#include <optional>

#include "http/message.h"
#include "organs/organ.h"
#include "site/services.h"
#include "writer/html.h"

// What the pages of a body say that has ended: that it takes nothing any more, and who does its
// work now.
namespace gongkai::portal {

// The sentence on its front page; nothing of a body that goes on.
void ended_note(writer::Html& out, const site::Services& services, const organs::Organ& organ);

// In the place of a form of a body that has ended, with a link to the same form of its successor.
enum class Form { Application, Letter };
std::optional<http::Response> instead_of_form(const site::Services& services,
                                              const organs::Organ& organ, Form form,
                                              const http::Request& request);

}  // namespace gongkai::portal
