#pragma once

#include <string>
#include <utility>
#include <vector>

#include "../requests/calendar_for_tests.h"
#include "files/holiday_files.h"
#include "files/message_term_files.h"
#include "interaction/message_clock.h"

namespace gongkai::testing {

using namespace interaction;
using namespace interaction::messages;

// The holidays of the State Council's notices, as carried.
inline const law::Calendar& carried_calendar() {
    static const law::Calendar all = files::load_calendar({}).value();
    return all;
}

inline const Terms& terms() {
    static const Terms carried = files::load_message_terms({}).value();
    return carried;
}

inline Counting counting() { return {terms(), carried_calendar()}; }

inline records::SealedText sealed(std::string id) {
    records::SealedText datum;
    datum.seal = {std::move(id), std::string(64, 'a')};
    return datum;
}

template <class Kind>
MessageAct act(Kind what, Date on, std::string by = "account/1") {
    MessageAct it;
    it.on = it.recorded_on = on;
    it.by = std::move(by);
    it.words = sealed("w");
    it.what = std::move(what);
    return it;
}

inline Enter entry(Source source = Source::Hotline, Matter matter = Matter::Consultation) {
    Enter it;
    it.concern.source = source;
    it.concern.matter = matter;
    it.concern.reply_wished = true;
    it.concern.title = sealed("t");
    it.concern.content = sealed("c");
    return it;
}

inline const MessageKey key{{330302, 7}, "2026-0001"};

inline Message begun(Enter what, Date on) {
    MessageAct first = act(std::move(what), on);
    set_term(first, nullptr, counting());
    return Message::begin(key, std::move(first)).value();
}

inline Result<Message> after(const Message& message, MessageAct next) {
    set_term(next, &message, counting());
    return message.after(std::move(next));
}

// With these acts, all of them lawful.
inline Message told(Message message, std::vector<MessageAct> acts) {
    for (MessageAct& next : acts)
        message = after(message, std::move(next)).value();
    return message;
}

inline Reply reply() { return {ReplyBy::Phone, sealed("r")}; }
inline Propose proposal() {
    Propose it;
    it.text.seal = {"p", std::string(64, 'b')};
    return it;
}
inline Review review(int of, publication::Checklist list = {true, true, true, true}) {
    return {{of}, list};
}
inline Publish publish() { return {{"路灯", "问路灯何时修。", "已修好。"}}; }

}  // namespace gongkai::testing
