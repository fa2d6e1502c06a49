#include "portal/ended_body.h"

#include <set>

#include "http/dispatch.h"
#include "portal/platform.h"
#include "site/addresses.h"

namespace gongkai::portal {

namespace {

// Who does its work today: the successor, or the successor's where that has ended too.
std::optional<organs::Organ> successor_of(const site::Services& services, organs::Organ organ) {
    std::set<std::int64_t> seen{organ.key.organ};
    while (organ.successor && seen.insert(*organ.successor).second) {
        auto next = services.desks->organs.find({organ.key.region, *organ.successor});
        if (!next.ok()) return {};
        organ = std::move(next.value());
        if (exists_on(organ, today(services))) return organ;
    }
    return {};
}

void link(writer::Html& out, const std::string& to, const std::string& name) {
    out.raw("<a href=\"").text(to).raw("\">").text(name).raw("</a>");
}

}  // namespace

void ended_note(writer::Html& out, const site::Services& services, const organs::Organ& organ) {
    if (exists_on(organ, today(services))) return;
    out.raw("<p class=\"caution\">本机关已经撤销，不再受理申请；公开过的信息仍可查看。");
    if (const auto next = successor_of(services, organ)) {
        out.raw("它的职权现在由");
        link(out, address::platform(next->key), next->name);
        out.raw("行使。");
    }
    out.raw("</p>");
}

std::optional<http::Response> instead_of_form(const site::Services& services,
                                              const organs::Organ& organ, Form form,
                                              const http::Request& request) {
    if (exists_on(organ, today(services))) return {};
    const bool letter = form == Form::Letter;
    auto it = platform_page(organ, Column::Home, "不再受理", address::platform(organ.key));
    it.content.raw("<h1>不再受理</h1><p class=\"lead\">“").text(organ.name).raw("”已经不再受理");
    it.content.text(letter ? "来信。" : "申请。");
    if (const auto next = successor_of(services, organ)) {
        it.content.raw("它的职权现在由").text(next->name).raw("行使，请向它");
        link(it.content, letter ? address::write(next->key) : address::apply(next->key),
             letter ? "写信" : "提出申请");
        it.content.raw("。");
    }
    it.content.raw("</p>");
    const int refused = http::status_of(ErrorKind::NotAllowed);
    return answer(request.method == "POST" ? refused : 200, it, request);
}

}  // namespace gongkai::portal
