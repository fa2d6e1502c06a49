#include "base/secrets.h"
#include "desk/message_desk.h"
#include "desk/recording.h"
#include "desk/request_desk.h"

// Between mailbox and requests, both ways: one act on either side, in one transaction, each naming
// the other.
namespace gongkai::desk {

using interaction::Message;
using interaction::MessageAct;
using interaction::MessageKey;
using journal::Change;
using journal::LogKey;
using journal::View;
using requests::RequestKey;
using namespace interaction::messages;

namespace {

// Reg. 29: a request is in writing; what was said on the telephone is written down by the office.
// What came by the web counts when both sides have confirmed it (Reg. 31(3)).
requests::Channel channel_of(Source source) {
    return source == Source::Hotline ? requests::Channel::Oral : requests::Channel::Internet;
}

std::string opened_or(const View& view, const LogKey& log, const journal::Sealed& seal,
                      std::string otherwise) {
    if (seal.empty()) return otherwise;
    return view.open(log, seal).value_or(std::move(otherwise));
}

// What the message says of the applicant. Proof of identity is asked for by a correction (Reg. 30).
requests::Application application_from(const View& view, const Message& message, Date on) {
    const Concern& concern = concern_of(message);
    const LogKey& log = message.key().log;
    const Writer writer = unpacked<Writer>(opened_or(view, log, concern.writer.seal, ""));
    requests::Application application;
    application.channel = channel_of(concern.source);
    // UNSETTLED Q59: asked for when the office took it for a request, not when the telephone rang.
    application.submitted_on = application.received_on = on;
    application.wished = requests::Delivery::Direct;
    requests::Applicant applicant;
    applicant.name = writer.name.empty() ? "未留姓名" : writer.name;
    applicant.phone = writer.phone;
    applicant.address = writer.address;
    application.applicant.clear = packed(applicant);
    application.content.clear = opened_or(view, log, concern.title.seal, "") + "\n" +
                                opened_or(view, log, concern.content.seal, "内容已经删除");
    application.query_code.clear = opened_or(view, log, concern.query_code.seal, "");
    application.from_message = message.key().number;
    return application;
}

Enter message_from(const View& view, const requests::Request& request,
                   const MessageDesk::Complaint& how) {
    const auto& application = application_of(request);
    const LogKey& log = request.key().log;
    const auto who =
        unpacked<requests::Applicant>(opened_or(view, log, application.applicant.seal, ""));
    Enter entry;
    Concern& concern = entry.concern;
    concern.source = how.source;
    concern.matter = how.matter;
    concern.reply_wished = true;
    concern.writer.clear = packed(Writer{who.name, who.phone, who.address});
    concern.title.clear = "由政府信息公开申请" + request.key().number + "转来";
    concern.content.clear = opened_or(view, log, application.content.seal, "内容已经删除");
    concern.query_code.clear = opened_or(view, log, application.query_code.seal, "");
    concern.from_request = request.key().number;
    return entry;
}

}  // namespace

Result<Message> MessageDesk::hand_over(const Actor& by, const MessageKey& key,
                                       const MessageAct& act, std::size_t seen) const {
    const Date today = china_day(by.at);
    const auto complete = [&](Change& change, const Message& before, MessageAct& ready) -> Status {
        const RequestKey request{key.log, requests_.next_number(change, key.log, year_of(today))};
        auto& handing = std::get<HandOver>(ready.what);
        handing.request = request.number;
        if (handing.taken_on) ready.on = *handing.taken_on;
        // Asked before the request is made, which would refuse the day in its own words.
        GK_CHECK(check_said(ready));
        GK_CHECK(records::check_days(Subject::table(), records::row_of<Subject>(ready), ready,
                                     before.progress().handled_on));
        requests::Act first;
        first.what = requests::Register{application_from(change, before, ready.on)};
        sign(first, records::row_of<requests::Subject>(first), by);
        first.on = ready.on;
        seal<requests::Subject>(change, first);
        GK_TRY(begun, requests::Request::begin(request, std::move(first), request_rules_));
        append<requests::Subject>(change, request, begun.acts().front());
        return Done{};
    };
    return record_act<Subject>(ledger_, messages_, by, key, act, {}, seen, complete);
}

Result<Message> MessageDesk::take_complaint(const Actor& by, const RequestKey& key,
                                            const Complaint& how, std::size_t seen) const {
    std::optional<Message> made;
    requests::Act decision;
    decision.on = how.on.value_or(china_day(by.at));
    decision.words = records::in_clear(how.notice);
    const auto complete = [&](Change& change, const requests::Request& before,
                              requests::Act& ready) -> Status {
        if (const auto& origin = application_of(before).from_message; !origin.empty())
            return Error{ErrorKind::NotAllowed, "message.hand-over.back",
                         "这件申请是由来信" + origin +
                             "转来的，不能再转信箱。属于信访、投诉、举报的，请更正申请的登记，"
                             "来信随之恢复办理。"};
        const MessageKey number{key.log,
                                messages_.next_number(change, key.log, year_of(china_day(by.at)))};
        requests::Decide decide;
        for (int item = 1; item <= application_of(before).items; ++item)
            decide.items.push_back({item, law::DecisionCode::N1});
        decide.message = number.number;
        ready.what = std::move(decide);
        MessageAct first;
        // The mailbox has it from the decision on, whenever that is written down.
        first.on = ready.on;
        first.what = message_from(change, before, how);
        sign(first, records::row_of<Subject>(first), by);
        set_term(first, nullptr, counting_);
        seal<Subject>(change, first);
        GK_TRY(begun, Message::begin(number, std::move(first)));
        append<Subject>(change, number, begun.acts().front());
        made = std::move(begun);
        return Done{};
    };
    if (how.notice.empty())
        return Error{ErrorKind::Invalid, "message.notice",
                     "请写明告知申请人的内容：不作为政府信息公开申请处理，已转信箱办理"
                     "（《条例》第三十九条第一款）。"};
    decision.what = requests::Decide{};
    GK_CHECK(record_act<requests::Subject>(ledger_, requests_, by, key, std::move(decision),
                                           request_rules_, seen, complete));
    return std::move(*made);
}

}  // namespace gongkai::desk
