#include "portal/form_field.h"

#include <algorithm>

namespace gongkai::portal {

using writer::Html;

namespace {

const Fault* fault_of(std::span<const Fault> faults, std::string_view field) {
    const auto it = std::ranges::find(faults, field, &Fault::field);
    return it == faults.end() ? nullptr : &*it;
}

void help_and_fault(Html& out, const TextField& it, const Fault* fault) {
    if (!it.help.empty())
        out.raw("<p class=\"help\" id=\"").text(it.name).raw("-help\">").text(it.help).raw("</p>");
    if (fault)
        out.raw("<p class=\"fault\" id=\"")
            .text(it.name)
            .raw("-fault\"><b class=\"sr\">错误：</b>")
            .text(fault->message)
            .raw("</p>");
}

void described(Html& out, const TextField& it, const Fault* fault) {
    if (it.help.empty() && !fault) return;
    out.raw(" aria-describedby=\"");
    if (!it.help.empty()) out.text(it.name).raw("-help");
    if (fault) out.raw(" ").text(it.name).raw("-fault");
    out.raw("\"");
    if (fault) out.raw(" aria-invalid=\"true\"");
}

void label(Html& out, const TextField& it) {
    out.raw("<div class=\"field\"><label for=\"").text(it.name).raw("\">");
    out.text(it.label).raw("</label>");
}

}  // namespace

void text_field(Html& out, const TextField& it, std::span<const Fault> faults) {
    const Fault* fault = fault_of(faults, it.name);
    label(out, it);
    help_and_fault(out, it, fault);
    out.raw("<input class=\"line");
    if (it.narrow) out.raw(" narrow");
    out.raw("\" id=\"").text(it.name).raw("\" name=\"").text(it.name);
    out.raw("\" type=\"").text(it.kind).raw("\" autocomplete=\"").text(it.autocomplete).raw("\"");
    described(out, it, fault);
    out.raw(" value=\"").text(it.value).raw("\"></div>");
}

void text_area(Html& out, const TextField& it, std::span<const Fault> faults) {
    const Fault* fault = fault_of(faults, it.name);
    label(out, it);
    help_and_fault(out, it, fault);
    out.raw("<textarea class=\"line\" rows=\"6\" id=\"").text(it.name).raw("\" name=\"");
    out.text(it.name).raw("\"");
    described(out, it, fault);
    // The parser drops one line end behind the tag.
    out.raw(">\n").text(it.value).raw("</textarea></div>");
}

void radio_field(Html& out, const TextField& it, std::span<const Choice> choices,
                 std::span<const Fault> faults) {
    const Fault* fault = fault_of(faults, it.name);
    out.raw("<fieldset class=\"field\"");
    described(out, it, fault);
    out.raw("><legend>").text(it.label).raw("</legend>");
    help_and_fault(out, it, fault);
    bool first = true;
    for (const Choice& choice : choices) {
        out.raw("<label class=\"choice\"><input type=\"radio\" name=\"").text(it.name).raw("\"");
        if (first) out.raw(" id=\"").text(it.name).raw("\"");
        first = false;
        out.raw(" value=\"").text(choice.value).raw("\"");
        if (choice.value == it.value) out.raw(" checked");
        out.raw("><span>").text(choice.name);
        if (!choice.help.empty())
            out.raw(" <span class=\"help\">").text(choice.help).raw("</span>");
        out.raw("</span></label>");
    }
    out.raw("</fieldset>");
}

void error_summary(Html& out, std::span<const Fault> faults) {
    if (faults.empty()) return;
    out.raw("<div class=\"problem\" role=\"alert\" aria-labelledby=\"problem\" tabindex=\"-1\" ")
        .raw("autofocus><h2 id=\"problem\">有 ")
        .number(std::int64_t(faults.size()))
        .raw(" 处填写有误，请修改</h2><ul>");
    for (const Fault& it : faults)
        out.raw("<li><a href=\"#").text(it.field).raw("\">").text(it.message).raw("</a></li>");
    out.raw("</ul></div>");
}

}  // namespace gongkai::portal
