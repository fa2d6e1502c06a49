#include "desk/applicant_desk.h"

#include <algorithm>

#include "base/text.h"
#include "requests/transition.h"

namespace gongkai::desk {

using journal::View;
using requests::Act;
using requests::ActKind;
using requests::Request;

namespace {

constexpr std::size_t longest_words = 5'000;  // signs
constexpr ActKind own[] = {ActKind::Correct, ActKind::GiveReasons, ActKind::Withdraw};

// Notices are written to the applicant; all other words stay with the office.
bool is_notice(const Act& act) {
    return act.kind == ActKind::AskCorrection || act.kind == ActKind::AskReasons;
}

Status check_words(const NewAct& it) {
    const auto refused = [](std::string message) {
        return Error{ErrorKind::Invalid, "request.words", std::move(message)};
    };
    const auto words = text::trim(it.words);
    if (!text::is_utf8(it.words) || text::length(words) > longest_words)
        return refused("写的内容太长，请不超过五千字。");
    if (!words.empty()) return Done{};
    if (it.act.kind == ActKind::Correct) return refused("请写明补正的内容。");
    if (it.act.kind == ActKind::GiveReasons) return refused("请写明申请的理由。");
    return Done{};
}

}  // namespace

Result<Tracked> track_with_notices(const Office& office, const requests::RequestKey& key,
                                   const std::string& query_code) {
    GK_TRY(request, track(office, key, query_code));
    Tracked it{request, {}};
    office.ledger.look([&](const View& view) {
        for (const Act& act : it.request.acts())
            it.notices.push_back(is_notice(act) ? view.open(key.log, act.words) : std::nullopt);
    });
    return it;
}

std::vector<ActKind> own_acts(const Request& request, Date today) {
    std::vector<ActKind> all;
    const auto state = request.progress(today).state;
    std::ranges::copy_if(own, std::back_inserter(all),
                         [&](ActKind it) { return requests::transition(it).lawful_in(state); });
    return all;
}

Result<Request> act_as_applicant(Office& office, std::int64_t now, const requests::RequestKey& key,
                                 const std::string& query_code, NewAct asked, std::size_t seen) {
    GK_CHECK(track(office, key, query_code));
    const Date today = china_day(now);
    if (std::ranges::find(own, asked.act.kind) == std::end(own))
        return Error{ErrorKind::Forbidden, "request.not-yours",
                     "这一事项由行政机关办理，不能在这里提交。"};
    GK_CHECK(check_words(asked));
    asked.act.on = today;
    return act_on(office, {"public", now}, key, std::move(asked), seen);
}

std::optional<std::string> same_request_of_today(const Office& office, const journal::LogKey& organ,
                                                 const NewRequest& asked, Date today) {
    std::optional<std::string> number;
    office.ledger.look([&](const View& view) {
        for (const Request& it : office.requests.open(view, organ)) {
            const auto& before = it.application();
            if (before.channel != asked.channel || before.submitted_on != today) continue;
            if (view.open(organ, before.applicant) == packed(asked.applicant) &&
                view.open(organ, before.content) == asked.content)
                number = it.key().number;
        }
    });
    return number;
}

}  // namespace gongkai::desk
