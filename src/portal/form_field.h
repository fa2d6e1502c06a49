#pragma once

#include <span>
#include <string_view>

#include "portal/apply_form.h"
#include "writer/html.h"

namespace gongkai::portal {

// The fields of a form with what is wrong about them, in the manner of the term page: label, help,
// fault, field, each bound to the next for screen readers.

struct TextField {
    std::string_view name, label, help, value;
    std::string_view kind = "text";  // type of the input
    std::string_view autocomplete = "off";
    bool narrow = false;
};
void text_field(writer::Html& out, const TextField& it, std::span<const Fault> faults);
void text_area(writer::Html& out, const TextField& it, std::span<const Fault> faults);
void radio_field(writer::Html& out, const TextField& it, std::span<const Choice> choices,
                 std::span<const Fault> faults);

// All faults on top of the page, each linked to its field. Nothing where there are none.
void error_summary(writer::Html& out, std::span<const Fault> faults);

}  // namespace gongkai::portal
