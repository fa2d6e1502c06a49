#include <algorithm>

#include "portal/apply_form.h"
#include "portal/apply_steps.h"
#include "portal/ended_body.h"
#include "portal/platform_pages.h"
#include "portal/receipt_page.h"
#include "site/addresses.h"
#include "site/visitor_limits.h"

namespace gongkai::portal {

using http::Request;
using http::Response;

namespace {

constexpr int most_suggestions = 5;
constexpr std::string_view step_names[] = {"kind", "who", "what", "how", "check"};

// What is posted: the answers so far, the step that it comes from, and where to go.
struct Posted {
    Application it;
    Step from = Step::Kind;
    std::string go;
    std::optional<site::Preferences> view;  // the form was sent to be shown another way
};

std::optional<Step> step_of(std::string_view name) {
    for (int i = 0; i < steps; ++i)
        if (step_names[i] == name) return Step(i);
    return {};
}

Posted posted(const Request& request) {
    const auto fields = http::form_fields(request.body);
    Posted out{application_of(fields), Step::Kind, "next", site::view_of(fields)};
    for (const auto& [name, value] : fields) {
        if (name == "step") out.from = step_of(value).value_or(Step::Kind);
        if (name == "go") out.go = value;
    }
    return out;
}

class Asking {
public:
    Asking(const site::Services& services, PlatformState& state, const organs::Organ& organ,
           const Request& request)
        : services_(services), state_(state), organ_(organ), request_(request) {}

    Response first() const {
        const auto given = state_.tokens.give(request_);
        Application it;
        it.token = given.token;
        Response page = show(it, Step::Kind, {});
        if (!given.cookie.empty()) page.set("Set-Cookie", given.cookie);
        return page;
    }

    Response after(const Posted& posted) {
        const auto& it = posted.it;
        view_ = posted.view;
        if (view_) return show(it, posted.from, {});
        if (posted.go == "back") return show(it, Step(std::max(0, int(posted.from) - 1)), {});
        if (posted.go.starts_with("to-"))
            return show(it, step_of(posted.go.substr(3)).value_or(Step::Kind), {});
        if (posted.go == "look") return show(it, Step::What, {}, true);
        if (posted.go == "submit") return submit(it);
        if (const auto wrong = faults(it, posted.from); !wrong.empty())
            return show(it, wrong.front().step, wrong);
        const bool back_to_check = it.checked && faults(it, Step::How).empty();
        return show(it,
                    back_to_check ? Step::Check : Step(std::min(steps - 1, int(posted.from) + 1)),
                    {}, posted.from == Step::What);
    }

private:
    const site::Services& services_;
    PlatformState& state_;
    const organs::Organ& organ_;
    const Request& request_;
    std::optional<site::Preferences> view_;

    Response show(Application it, Step step, std::span<const Fault> wrong,
                  bool suggest = false) const {
        if (step == Step::Check) it.checked = true;
        std::vector<Fault> here;
        std::ranges::copy_if(wrong, std::back_inserter(here),
                             [&](const Fault& each) { return each.step == step; });
        Suggestions suggestions;
        if (suggest && (step == Step::What || step == Step::How))
            suggestions = {
                services_.desks->catalogue.likely(
                    organ_.key, it.subject.empty() ? it.description : it.subject, most_suggestions),
                step == Step::What};
        return private_answer(here.empty() ? 200 : 422,
                              step_page(services_, organ_, it, step, here, suggestions), request_,
                              view_);
    }

    Response submit(const Application& it) const {
        if (const auto wrong = faults(it, Step::How); !wrong.empty())
            return show(it, wrong.front().step, wrong);
        const std::string token =
            state_.tokens.is_of(request_, it.token) ? it.token : std::string();
        if (const auto given = state_.counter.given(organ_.key, token)) return receipt(*given);
        const auto may = services_.limits->take_application(request_, services_.now());
        if (!may.ok()) return too_often_page(services_, may.error(), request_);
        const auto taken =
            state_.counter.take(services_.desks->applicants, services_.now(), organ_.key,
                                new_request(it, today(services_)), token);
        return taken.ok() ? receipt(taken.value()) : refused_page(taken.error(), request_);
    }

    Response receipt(const desk::Receipt& it) const {
        return private_answer(200, receipt_page(services_, organ_, it), request_, {});
    }
};

}  // namespace

std::vector<http::Route> apply_routes(const site::Services& services, PlatformState& state) {
    const auto route = [&services, &state](std::string_view method, std::string_view title,
                                           auto work) {
        return body_route(
            services, method, address::pattern::apply, title,
            [&services, &state, work](const organs::Organ& organ, const Request& request) {
                if (auto ended = instead_of_form(services, organ, Form::Application, request))
                    return std::move(*ended);
                Asking asking(services, state, organ, request);
                return work(asking, request);
            });
    };
    return {route("GET", "依申请公开：填写申请",
                  [](const Asking& it, const Request&) { return it.first(); }),
            route("POST", "依申请公开：下一步、提交",
                  [](Asking& it, const Request& request) { return it.after(posted(request)); })};
}

}  // namespace gongkai::portal
