#include "desk/applicant_desk.h"

#include <algorithm>

#include "base/secrets.h"
#include "base/text.h"
#include "desk/opened.h"
#include "requests/offer.h"

namespace gongkai::desk {

using journal::View;
using requests::Act;
using requests::Request;

namespace {

constexpr std::size_t longest_words = 5'000;  // signs

bool is_own(const Act& act) {
    return act.is<requests::Correct>() || act.is<requests::GiveReasons>() ||
           act.is<requests::Withdraw>();
}

// Notices are written to the applicant; all other words stay with the office.
bool is_notice(const Act& act) {
    const auto* decision = act.as<requests::Decide>();
    if (decision && !decision->message.empty()) return true;  // why it goes on in the mailbox
    return act.is<requests::AskCorrection>() || act.is<requests::AskReasons>();
}

Status check_words(const Act& act) {
    const auto refused = [](std::string message) {
        return Error{ErrorKind::Invalid, "request.words", std::move(message)};
    };
    const auto words = text::trim(act.words.clear);
    if (!text::is_utf8(act.words.clear) || text::length(words) > longest_words)
        return refused("写的内容太长，请不超过五千字。");
    if (!words.empty()) return Done{};
    if (act.is<requests::Correct>()) return refused("请写明补正的内容。");
    if (act.is<requests::GiveReasons>()) return refused("请写明申请的理由。");
    return Done{};
}

Error not_found() {
    return {ErrorKind::NotFound, "request.not-found",
            "没有找到这件申请。请核对申请编号和查询码，都在回执上；写的是来信的，请到"
            "“互动交流”查询来信办理情况。"};
}

}  // namespace

Result<Request> ApplicantDesk::track(const requests::RequestKey& key,
                                     const std::string& query_code) const {
    Result<Request> result = not_found();
    ledger_.look([&](const View& view) {
        auto found = requests_.find(view, key);
        if (!found.ok()) return;
        const auto code = view.open(key.log, application_of(found.value()).query_code.seal);
        if (code && same_secret(*code, query_code)) result = std::move(found);
    });
    return result;
}

Result<Tracked> ApplicantDesk::track_with_notices(const requests::RequestKey& key,
                                                  const std::string& query_code) const {
    GK_TRY(request, track(key, query_code));
    Tracked it{request, {}};
    ledger_.look([&](const View& view) {
        for (const Act& act : it.request.acts())
            it.notices.push_back(is_notice(act) ? view.open(key.log, act.words.seal)
                                                : std::nullopt);
    });
    return it;
}

std::vector<const records::Row*> own_acts(const Request& request, Date today) {
    std::vector<const records::Row*> all{&requests::row_for<requests::Correct>(),
                                         &requests::row_for<requests::GiveReasons>(),
                                         &requests::row_for<requests::Withdraw>()};
    const auto progress = request.progress(today);
    std::erase_if(all, [&](const records::Row* row) {
        return !requests::Subject::lawful(row->lawful_in, progress);
    });
    return all;
}

Result<Request> ApplicantDesk::act(std::int64_t now, const requests::RequestKey& key,
                                   const std::string& query_code, Act wanted, std::size_t seen) {
    GK_CHECK(track(key, query_code));
    if (!is_own(wanted))
        return Error{ErrorKind::Forbidden, "request.not-yours",
                     "这一事项由行政机关办理，不能在这里提交。"};
    GK_CHECK(check_words(wanted));
    wanted.on = china_day(now);
    return desk_.act_on(Actor::unasked("public", now), key, std::move(wanted), seen);
}

Result<Receipt> ApplicantDesk::apply(std::int64_t now, const journal::LogKey& organ,
                                     const NewRequest& asked) {
    const Date today = china_day(now);
    const auto first_of_its_kind = [&](const View& view) -> Status {
        for (const Request& request : requests_.open(view, organ)) {
            const auto& before = application_of(request);
            if (before.channel != asked.channel || before.submitted_on != today) continue;
            const auto is_the_same = [&] {
                return view.open(organ, before.applicant.seal) == packed(asked.who) &&
                       view.open(organ, before.content.seal) == asked.content.clear;
            };
            if (unless_damaged(is_the_same, false))
                return Error{ErrorKind::Conflict, "request.twice",
                             "内容完全相同的申请今天已经提交过，编号是 " + request.key().number +
                                 "，没有再登记一次。查询码在那一次的回执上。"};
        }
        return Done{};
    };
    return desk_.take_in(Actor::unasked("public", now), organ, asked, first_of_its_kind);
}

}  // namespace gongkai::desk
