#include "desk/hand_back.h"

#include "desk/recording.h"

namespace gongkai::desk {

using interaction::Message;
using interaction::MessageAct;
using interaction::MessageKey;
using journal::Change;
using requests::Request;
using requests::RequestKey;
namespace messages = interaction::messages;

namespace {

// The act that still stands and fits; -1 where there is none.
template <class History, class Fits>
int standing(const History& history, const Fits& fits) {
    for (int i = 0; i < int(history.acts().size()); ++i)
        if (!history.is_annulled(i) && fits(history.acts()[std::size_t(i)])) return i;
    return -1;
}

template <class Subject>
Status record_annulment(Change& change, const records::History<Subject>& before, int wrong,
                        const typename Subject::Rules& rules, const journal::Signature& by,
                        std::string reason) {
    records::ActOf<Subject> act;
    act.on = china_day(by.at);
    act.what = records::Annul{{wrong}};
    act.words = records::in_clear(std::move(reason));
    sign(act, records::row_of<Subject>(act), by);
    seal<Subject>(change, act);
    GK_TRY(after, before.after(std::move(act), rules));
    append<Subject>(change, before.key(), after.acts().back());
    return Done{};
}

bool is_annulled(const Request& request) {
    return request.progress().state == requests::State::Annulled;
}

Error still_a_request(const std::string& number) {
    return {ErrorKind::NotAllowed, "message.annul.handed-over",
            "这件来信已转为政府信息公开申请" + number +
                "，那件申请还没有作废。误转的，请在那件申请中更正“登记申请”，"
                "来信随之恢复办理。"};
}

}  // namespace

Status give_back_request(Change& change, const requests::Repository& requests,
                         const requests::Rules& rules, const journal::Signature& by,
                         const Message& message, const MessageAct& annulment) {
    const auto wrong = records::annulled_by(annulment.what);
    if (!wrong || *wrong < 0 || *wrong >= int(message.acts().size())) return Done{};
    const auto log = message.key().log;
    const auto& handed = message.acts()[std::size_t(*wrong)];
    const auto is_hand_over = [](const MessageAct& it) { return it.is<messages::HandOver>(); };
    const int hand_over = *wrong == 0                       ? standing(message, is_hand_over)
                          : handed.is<messages::HandOver>() ? *wrong
                                                            : -1;
    if (hand_over >= 0) {
        const auto& number =
            message.acts()[std::size_t(hand_over)].as<messages::HandOver>()->request;
        GK_TRY(request, requests.find(change, RequestKey{log, number}));
        return is_annulled(request) ? Status{Done{}} : Status{still_a_request(number)};
    }
    const auto& origin = concern_of(message).from_request;
    if (*wrong != 0 || origin.empty()) return Done{};
    GK_TRY(request, requests.find(change, RequestKey{log, origin}));
    const int decision = standing(request, [&](const requests::Act& it) {
        const auto* decide = it.as<requests::Decide>();
        return decide && decide->message == message.key().number;
    });
    if (decision < 0) return Done{};
    return record_annulment<requests::Subject>(
        change, request, decision, rules, by,
        "来信" + message.key().number + "登记有误，已作废：" + annulment.words.clear);
}

Status give_back_message(Change& change, const interaction::Messages& all,
                         const journal::Signature& by, const Request& request,
                         const requests::Act& annulment) {
    const auto wrong = records::annulled_by(annulment.what);
    if (!wrong || *wrong < 0 || *wrong >= int(request.acts().size())) return Done{};
    const auto log = request.key().log;
    const auto* decide = request.acts()[std::size_t(*wrong)].as<requests::Decide>();
    if (decide && !decide->message.empty()) {
        GK_TRY(message, all.find(change, MessageKey{log, decide->message}));
        if (message.progress().state == messages::State::Annulled) return Done{};
        return Error{ErrorKind::NotAllowed, "request.annul.message",
                     "这项决定已转为来信" + decide->message +
                         "办理。误转的，请在那件来信中更正“登记来信”，这项决定随之更正，"
                         "申请恢复办理。"};
    }
    const auto& origin = application_of(request).from_message;
    if (*wrong != 0 || origin.empty()) return Done{};
    GK_TRY(message, all.find(change, MessageKey{log, origin}));
    const int hand_over = standing(message, [&](const MessageAct& it) {
        const auto* handed = it.as<messages::HandOver>();
        return handed && handed->request == request.key().number;
    });
    if (hand_over < 0 || message.progress().state != messages::State::HandedOver) return Done{};
    return record_annulment<messages::Subject>(
        change, message, hand_over, {}, by,
        "申请" + request.key().number + "登记有误，已作废：" + annulment.words.clear);
}

}  // namespace gongkai::desk
