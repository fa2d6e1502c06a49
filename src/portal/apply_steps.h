#pragma once

#include "desk/platform.h"
#include "portal/apply_form.h"
#include "portal/platform.h"

namespace gongkai::portal {

// Documents already public that may be what is asked for.
struct Suggestions {
    std::vector<disclosure::PublicRow> found;
    bool asked_for = false;  // somebody wants to know, so that none is an answer too
};

// One step of the application as a page: where one is, what is wrong, the question, the way on.
Page step_page(const site::Services& services, const organs::Organ& organ, const Application& it,
               Step step, std::span<const Fault> faults, const Suggestions& suggestions);

// How far one has come: `done` for the receipt.
void progress_line(writer::Html& out, Step step, bool done);

}  // namespace gongkai::portal
