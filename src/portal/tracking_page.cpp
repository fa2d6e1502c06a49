#include <algorithm>

#include "base/text.h"
#include "base/whole_number.h"
#include "desk/applicant_desk.h"
#include "portal/clock_view.h"
#include "portal/form_field.h"
#include "portal/platform.h"
#include "portal/platform_pages.h"
#include "portal/tracking_acts.h"
#include "site/addresses.h"
#include "site/visitor_limits.h"

namespace gongkai::portal {

using http::Request;
using http::Response;
using writer::Html;

namespace {

// What comes in the body of the form, and never in an address.
struct Asked {
    std::string number, code, act, words;
    std::size_t seen = 0;
    std::optional<site::Preferences> view;  // the form was sent to be shown another way
};

// The codes have no lower case; whoever types one means the same.
std::string as_printed(std::string code) {
    std::ranges::transform(code, code.begin(),
                           [](char c) { return c >= 'a' && c <= 'z' ? char(c - 32) : c; });
    return code;
}

Asked asked(const Request& request) {
    Asked it;
    const auto fields = http::form_fields(request.body);
    it.view = site::view_of(fields);
    for (const auto& [name, value] : fields) {
        const std::string trimmed(text::is_utf8(value) ? text::trim(value) : std::string_view());
        if (name == "number") it.number = trimmed;
        if (name == "query_code") it.code = trimmed;
        if (name == "act") it.act = trimmed;
        if (name == "words") it.words = trimmed;
        if (name == "seen") it.seen = whole_number<decltype(it.seen)>(trimmed).value_or(it.seen);
    }
    it.code = as_printed(std::move(it.code));
    return it;
}

std::vector<Fault> blanks(const Asked& it) {
    std::vector<Fault> all;
    if (it.number.empty()) all.push_back({Step::Kind, "number", "请填写申请编号。"});
    if (it.code.empty()) all.push_back({Step::Kind, "query_code", "请填写查询码。"});
    return all;
}

class Tracking {
public:
    Tracking(const site::Services& services, const organs::Organ& organ, const Request& request)
        : services_(services), organ_(organ), request_(request) {}

    Response ask(const Asked& it, std::span<const Fault> faults) const {
        auto shown = start(faults.empty() ? "查询申请进度" : "请修改 - 查询申请进度");
        auto& out = shown.content;
        error_summary(out, faults);
        out.raw("<h1>查询申请进度</h1><p class=\"lead\">编号和查询码在申请回执上。</p>")
            .raw("<form class=\"asking\" method=\"post\" novalidate action=\"");
        out.text(address::track(organ_.key)).raw("\">");
        text_field(out, {"number", "申请编号", "如 2026-0001。", it.number, "text", "off", true},
                   faults);
        text_field(out, {"query_code", "查询码", "8 位字母和数字。", "", "text", "off", true},
                   faults);
        out.raw("<button class=\"button large\" type=\"submit\">查询进度</button></form>");
        return private_answer(faults.empty() ? 200 : 422, shown, request_, it.view);
    }

    Response shown(const Asked& it) const {
        if (const auto blank = blanks(it); !blank.empty())
            return ask(it, it.view ? std::span<const Fault>() : blank);
        const auto may = services_.limits->may_guess(request_, services_.now());
        if (!may.ok()) return too_often_page(services_, may.error(), request_);
        if (!it.act.empty()) return act(it);
        return with(it, {}, {});
    }

private:
    const site::Services& services_;
    const organs::Organ& organ_;
    const Request& request_;

    Page start(std::string title) const {
        return platform_page(services_, organ_, Column::Apply, std::move(title),
                             address::track(organ_.key));
    }
    requests::RequestKey key(const Asked& it) const { return {organ_.key, it.number}; }

    Response act(const Asked& it) const {
        const auto* row = requests::Subject::table().find(it.act);
        requests::Act wanted;
        if (row)
            records::emplace(wanted.what,
                             std::size_t(row - requests::Subject::table().rows.data()));
        wanted.words = records::in_clear(it.words);
        const bool withdraws = wanted.is<requests::Withdraw>();
        const auto after = services_.desks->applicants.act(services_.now(), key(it), it.code,
                                                           std::move(wanted), it.seen);
        if (after.ok())
            return with(it, withdraws ? "已经登记：申请撤回。" : "已经收到您写的内容。", {});
        if (after.error().kind == ErrorKind::NotFound) return with(it, {}, {});
        if (after.error().kind == ErrorKind::Unavailable)
            return refused_page(after.error(), request_);
        const Fault fault{Step::What, withdraws ? "withdraw" : "words", after.error().message};
        return with(it, {}, std::span(&fault, 1));
    }

    Response with(const Asked& it, std::string_view said, std::span<const Fault> faults) const {
        const auto found = services_.desks->applicants.track_with_notices(key(it), it.code);
        if (!found.ok()) {
            services_.limits->note_wrong_guess(request_, services_.now());
            const Fault fault{Step::Kind, "number", found.error().message};
            return ask(it, std::span(&fault, 1));
        }
        auto page = start("申请 " + it.number + " 的办理进度");
        page.form = "again";
        auto& out = page.content;
        out.raw("<form id=\"again\" hidden method=\"post\" action=\"")
            .text(address::track(organ_.key));
        out.raw("\">");
        keys(out, it);
        out.raw("</form>");
        error_summary(out, faults);
        if (!said.empty())
            out.raw("<p class=\"promise\" role=\"status\"><b>").text(said).raw("</b></p>");
        tell(out, it, found.value(), faults);
        return private_answer(faults.empty() ? 200 : 422, page, request_, it.view);
    }

    void tell(Html& out, const Asked& it, const desk::Tracked& tracked,
              std::span<const Fault> faults) const {
        const Date now = today(services_);
        const auto progress = tracked.request.progress(now);
        out.raw("<h1>申请 ").text(it.number).raw(" 的办理进度</h1>");
        out.raw("<p class=\"state\">现在的状态：<b>").text(chinese(progress.state)).raw("</b></p>");
        const auto clock = answer_clock(tracked.request, services_.desks->requests.rules(), now);
        if (clock && progress.state != requests::State::Ended)
            clock_view(out, *clock, services_.calendar, now);
        if (progress.state == requests::State::AwaitingConfirmation)
            out.raw(
                   "<p "
                   "class=\"caution\">机关会用您留下的联系方式与您确认，确认之日起计算答复期限。")
                .raw("三个工作日内没有人联系您的，请致电 ")
                .text(organ_.contact.phone)
                .raw("。</p>");
        own_forms(out, it, tracked, faults);
        out.raw("<h2>办理经过</h2>");
        timeline(out, tracked);
        withdrawal(out, it, tracked);
        out.raw("<p class=\"actions\"><button class=\"button quiet\" type=\"button\" data-print ")
            .raw("hidden>打印本页</button></p>");
    }

    static void keys(Html& out, const Asked& it) {
        out.raw("<input type=\"hidden\" name=\"number\" value=\"").text(it.number);
        out.raw("\"><input type=\"hidden\" name=\"query_code\" value=\"").text(it.code).raw("\">");
    }

    void begin_form(Html& out, const Asked& it, const desk::Tracked& tracked,
                    std::string_view act) const {
        out.raw("<form class=\"asking\" method=\"post\" action=\"")
            .text(address::track(organ_.key));
        out.raw("\" novalidate>");
        keys(out, it);
        out.raw("<input type=\"hidden\" name=\"act\" value=\"").text(act);
        out.raw("\"><input type=\"hidden\" name=\"seen\" value=\"");
        out.number(std::int64_t(tracked.request.acts().size())).raw("\">");
    }

    template <class Kind>
    bool may(const desk::Tracked& tracked) const {
        const auto own = desk::own_acts(tracked.request, today(services_));
        return std::ranges::find(own, &requests::row_for<Kind>()) != own.end();
    }

    struct OwnForm {
        std::string_view title, label, help, button;
    };

    template <class Kind>
    void own_form(Html& out, const Asked& it, const desk::Tracked& tracked,
                  std::span<const Fault> faults, const OwnForm& form) const {
        if (!may<Kind>(tracked)) return;
        out.raw("<section class=\"yours\"><h2>").text(form.title).raw("</h2>");
        begin_form(out, it, tracked, requests::row_for<Kind>().name);
        const std::string_view written = faults.empty() ? std::string_view() : it.words;
        text_area(out, {"words", form.label, form.help, written}, faults);
        out.raw("<button class=\"button\" type=\"submit\" data-once>").text(form.button);
        out.raw("</button></form></section>");
    }

    void own_forms(Html& out, const Asked& it, const desk::Tracked& tracked,
                   std::span<const Fault> faults) const {
        own_form<requests::Correct>(out, it, tracked, faults,
                                    {"现在请您补正", "补正的内容",
                                     "按照下面“请您补正申请”里写的事项逐项补正。", "提交补正"});
        own_form<requests::GiveReasons>(
            out, it, tracked, faults,
            {"现在请您说明理由", "申请的理由", "说明为什么需要这么多、这么多次。", "提交理由"});
    }

    void withdrawal(Html& out, const Asked& it, const desk::Tracked& tracked) const {
        if (!may<requests::Withdraw>(tracked)) return;
        out.raw("<details class=\"withdraw\" id=\"withdraw\"><summary>撤回申请</summary>")
            .raw("<p>撤回以后，机关不再处理这件申请，不能恢复；需要时可以重新申请。</p>");
        begin_form(out, it, tracked, requests::row_for<requests::Withdraw>().name);
        out.raw("<button class=\"button danger\" type=\"submit\" data-once>确定撤回申请</button>")
            .raw("</form></details>");
    }
};

}  // namespace

std::vector<http::Route> tracking_routes(const site::Services& services) {
    const auto route = [&services](std::string_view method, std::string_view title, auto work) {
        return body_route(services, method, address::pattern::track, title,
                          [&services, work](const organs::Organ& organ, const Request& request) {
                              return work(Tracking(services, organ, request), request);
                          });
    };
    return {
        route("GET", "查询申请进度",
              [](const Tracking& it, const Request&) { return it.ask({}, {}); }),
        // Number and code travel in the body: addresses end up in logs.
        route("POST", "申请的办理进度，补正、撤回",
              [](const Tracking& it, const Request& request) { return it.shown(asked(request)); })};
}

}  // namespace gongkai::portal
