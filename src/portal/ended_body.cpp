#include "portal/ended_body.h"

#include "http/dispatch.h"
#include "portal/platform.h"
#include "site/addresses.h"

namespace gongkai::portal {

namespace {

using Address = std::string (*)(const journal::LogKey& organ);

// The bodies by name, each with a link to a page of its own.
void links(writer::Html& out, std::span<const organs::Organ> bodies, Address address) {
    for (std::size_t i = 0; i < bodies.size(); ++i) {
        if (i > 0) out.raw("、");
        out.raw("<a href=\"").text(address(bodies[i].key)).raw("\">");
        out.text(bodies[i].name).raw("</a>");
    }
}

}  // namespace

std::optional<Ended> ended(const site::Services& services, const organs::Organ& organ) {
    const Date now = today(services);
    if (!organ.valid_until || now <= *organ.valid_until) return {};
    return Ended{*organ.valid_until, services.desks->organs.heirs(organ, now)};
}

void ended_note(writer::Html& out, const Ended& it) {
    out.raw("<div class=\"bar\"><p class=\"caution ended\" role=\"note\">本机关已于")
        .text(chinese(it.last_day))
        .raw("终止，不再受理申请和来信；公开过的信息仍可查看。");
    const std::span heirs(it.heirs);
    if (!heirs.empty()) {
        out.raw("它的职权和没有办结的事项，现在由");
        links(out, heirs.first(1), address::platform);
        out.raw("承继。");
    }
    if (heirs.size() > 1) {
        out.raw("承继其余职权的还有");
        links(out, heirs.subspan(1), address::platform);
        out.raw("。");
    }
    out.raw("</p></div>");
}

std::optional<http::Response> instead_of_form(const site::Services& services,
                                              const organs::Organ& organ, Form form,
                                              const http::Request& request) {
    const auto gone = ended(services, organ);
    if (!gone) return {};
    const bool letter = form == Form::Letter;
    auto it =
        platform_page(services, organ, Column::Home, "不再受理", address::platform(organ.key));
    it.content.raw("<h1>不再受理</h1><p class=\"lead\">“").text(organ.name).raw("”已于");
    it.content.text(chinese(gone->last_day)).raw("终止，不再受理");
    it.content.text(letter ? "来信。" : "申请。");
    if (!gone->heirs.empty()) {
        it.content.raw("请向承继它职权的");
        links(it.content, gone->heirs, letter ? address::write : address::apply);
        it.content.text(letter ? "写信。" : "提出申请。");
    }
    it.content.raw("</p>");
    const int refused = http::status_of(ErrorKind::NotAllowed);
    return answer(request.method == "POST" ? refused : 200, it, request);
}

}  // namespace gongkai::portal
