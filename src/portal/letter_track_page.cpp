#include <algorithm>

#include "base/text.h"
#include "desk/message_desk.h"
#include "portal/form_field.h"
#include "portal/platform.h"
#include "portal/platform_pages.h"
#include "site/addresses.h"
#include "site/visitor_limits.h"

// What became of one's letter, for whoever has its number and query code.
namespace gongkai::portal {

using http::Request;
using http::Response;
using writer::Html;
using namespace interaction::messages;

namespace {

struct Sought {
    std::string number, code;
    std::optional<site::Preferences> view;
};

Sought sought(const Request& request) {
    Sought it;
    const auto fields = http::form_fields(request.body);
    it.view = site::view_of(fields);
    for (const auto& [name, value] : fields) {
        const std::string trimmed(text::is_utf8(value) ? text::trim(value) : std::string_view());
        if (name == "number") it.number = trimmed;
        if (name == "query_code") it.code = trimmed;
    }
    // The codes have no lower case; whoever types one means the same.
    std::ranges::transform(it.code, it.code.begin(),
                           [](char c) { return c >= 'a' && c <= 'z' ? char(c - 32) : c; });
    return it;
}

Page track_form(const site::Services& services, const organs::Organ& organ, const Sought& it,
                std::span<const Fault> faults) {
    auto shown = platform_page(services, organ, Column::Home,
                               faults.empty() ? "查询来信办理情况" : "请修改 - 查询来信办理情况",
                               address::letter_track(organ.key));
    auto& out = shown.content;
    error_summary(out, faults);
    out.raw("<h1>查询来信办理情况</h1><p class=\"lead\">编号和查询码在来信回执上。</p>")
        .raw("<form class=\"asking\" method=\"post\" novalidate action=\"");
    out.text(address::letter_track(organ.key)).raw("\">");
    text_field(out, {"number", "来信编号", "如 2026-0001。", it.number, "text", "off", true},
               faults);
    text_field(out, {"query_code", "查询码", "8 位字母和数字。", "", "text", "off", true}, faults);
    out.raw("<button class=\"button large\" type=\"submit\">查询</button></form>");
    return shown;
}

std::vector<Fault> blanks(const Sought& it) {
    std::vector<Fault> all;
    if (it.number.empty()) all.push_back({Step::Kind, "number", "请填写来信编号。"});
    if (it.code.empty()) all.push_back({Step::Kind, "query_code", "请填写查询码。"});
    return all;
}

void timeline(Html& out, const desk::TrackedMessage& tracked) {
    out.raw("<h2>办理经过</h2><ol class=\"timeline\">");
    for (std::size_t i = 0; i < tracked.message.acts().size(); ++i) {
        const auto& act = tracked.message.acts()[i];
        const auto shown = desk::shown_to_writer(tracked.message, int(i));
        if (shown.empty()) continue;
        out.raw("<li><b>").text(chinese(act.on)).raw("</b>　").text(shown);
        if (const auto& notice = tracked.notices[i])
            out.raw("<p class=\"lines\">").text(*notice).raw("</p>");
        if (const auto* handed = act.as<HandOver>()) {
            out.raw("<p>申请编号 ").text(handed->request).raw("。可以用原查询码<a href=\"");
            out.text(address::track(tracked.message.key().log)).raw("\">查询申请进度</a>。</p>");
        }
        out.raw("</li>");
    }
    out.raw("</ol>");
}

Page tracked_page(const site::Services& services, const organs::Organ& organ, const Sought& it,
                  const desk::TrackedMessage& tracked) {
    const Date now = today(services);
    const auto progress = tracked.message.progress(now);
    auto shown = platform_page(services, organ, Column::Home, "来信 " + it.number + " 的办理情况",
                               address::letter_track(organ.key));
    shown.form = "again";
    auto& out = shown.content;
    out.raw("<form id=\"again\" hidden method=\"post\" action=\"");
    out.text(address::letter_track(organ.key));
    out.raw("\"><input type=\"hidden\" name=\"number\" value=\"").text(it.number);
    out.raw("\"><input type=\"hidden\" name=\"query_code\" value=\"").text(it.code);
    out.raw("\"></form><h1>来信 ").text(it.number).raw(" 的办理情况</h1>");
    // Whoever has the code may read what he wrote; nothing where it is erased.
    const auto opened = services.desks->messages.open(tracked.message.key());
    if (const auto* title = opened.ok() ? opened.value().title() : nullptr)
        out.raw("<p class=\"lead\">").text(*title).raw("</p>");
    out.raw("<p class=\"state\">办理状态：<b>");
    out.text(chinese(progress.state)).raw("</b></p>");
    if (const auto clock = answer_clock(tracked.message, services.calendar, now);
        clock && awaits_answer(progress.state)) {
        out.raw("<p class=\"promise\">应于<b>").text(day_and_weekday(clock->due));
        out.raw("</b>前（含当日）答复。</p><p class=\"help\">").text(clock->how).raw("</p>");
    }
    timeline(out, tracked);
    return shown;
}

Response track(const site::Services& services, const organs::Organ& organ, const Request& request) {
    const Sought it = sought(request);
    if (const auto blank = blanks(it); !blank.empty())
        return private_answer(
            it.view ? 200 : 422,
            track_form(services, organ, it, it.view ? std::span<const Fault>() : blank), request,
            it.view);
    const auto may = services.limits->may_guess(request, services.now());
    if (!may.ok()) return too_often_page(services, may.error(), request);
    const auto found = services.desks->messages.track({organ.key, it.number}, it.code);
    if (found.ok())
        return private_answer(200, tracked_page(services, organ, it, found.value()), request,
                              it.view);
    services.limits->note_wrong_guess(request, services.now());
    const Fault fault{Step::Kind, "number", found.error().message};
    return private_answer(422, track_form(services, organ, it, std::span(&fault, 1)), request,
                          it.view);
}

}  // namespace

std::vector<http::Route> letter_track_routes(const site::Services& services) {
    return {body_route(services, "GET", address::pattern::letter_track, "互动交流：查询来信",
                       [&services](const organs::Organ& organ, const Request& it) {
                           return private_answer(200, track_form(services, organ, {}, {}), it, {});
                       }),
            body_route(services, "POST", address::pattern::letter_track, "互动交流：来信的办理情况",
                       [&services](const organs::Organ& organ, const Request& it) {
                           return track(services, organ, it);
                       })};
}

}  // namespace gongkai::portal
