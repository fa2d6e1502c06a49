#pragma once

#include "office_for_tests.h"

namespace gongkai::testing {

using interaction::MessageAct;
using interaction::MessageKey;
namespace messages = interaction::messages;

// 2025-03-03 is a Monday.
inline MessageAct entry(messages::Source source = messages::Source::Hotline,
                        std::string ticket = "", std::string_view on = "2025-03-03") {
    messages::Enter what;
    what.concern.source = source;
    what.concern.matter = messages::Matter::Help;
    what.concern.ticket = std::move(ticket);
    what.concern.reply_wished = true;
    what.concern.writer.clear =
        desk::packed(messages::Writer{"王小明", "13800000000", "人民路1号"});
    what.concern.title = records::in_clear("人民路12号门前路灯三天不亮了请尽快修好谢谢");
    what.concern.content = records::in_clear("人民路12号门前的路灯不亮");
    MessageAct act;
    act.on = day(on);
    act.what = what;
    return act;
}

template <class Kind>
MessageAct act(Kind what, std::string_view on, std::string words = "说明") {
    MessageAct it;
    it.on = day(on);
    it.what = std::move(what);
    it.words = records::in_clear(std::move(words));
    return it;
}

// An office with a town and its messages.
struct Mailbox {
    explicit Mailbox(TestOffice& office) : it(office), town(office.town()) {}

    TestOffice& it;
    journal::LogKey town;

    desk::MessageDesk& desk() { return it.desks.messages; }
    desk::MessageReceipt enter(MessageAct what, std::string_view on = "2025-03-03") {
        return desk().enter(TestOffice::at(on), town, std::move(what)).value();
    }
    Result<interaction::Message> act_on(const std::string& number, MessageAct what,
                                        std::size_t seen, std::string_view on = "2025-03-04",
                                        std::string by = "account/1") {
        return desk().act_on(TestOffice::at(on, std::move(by)), {town, number}, std::move(what),
                             seen);
    }
    std::string code_of(const std::string& number, MessageAct what, std::size_t seen) {
        const auto done = act_on(number, std::move(what), seen);
        return done.ok() ? "" : done.error().code;
    }
    // Accepted and answered: three acts.
    std::string answered() {
        const auto number = enter(entry()).message.key().number;
        (void)act_on(number, act(messages::Accept{}, "2025-03-03"), 1).value();
        messages::Reply reply;
        reply.answer = records::in_clear("路灯已于3月4日修好，王小明先生已知悉。");
        (void)act_on(number, act(reply, "2025-03-04"), 2).value();
        return number;
    }
    records::Page<desk::MessageLine> list(records::Ask ask, std::string_view today) {
        return desk().list(town, ask, day(today)).value();
    }
};

inline messages::Propose proposal(std::string answer = "答：已修好。") {
    messages::Propose it;
    const messages::PublicText text{"路灯报修", "问：人民路路灯不亮。", std::move(answer)};
    it.text.clear =
        canonical(records::entry_record(records::fields_of<messages::PublicText>, &text));
    return it;
}

inline int group(const records::Page<desk::MessageLine>& page, std::string_view name) {
    for (const auto& each : page.groups)
        if (each.name == name) return each.count.number;
    return -1;
}

}  // namespace gongkai::testing
