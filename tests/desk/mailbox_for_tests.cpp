#include "mailbox_for_tests.h"

namespace gongkai::testing {

MessageAct entry(messages::Source source, std::string ticket, std::string_view on) {
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

messages::Propose proposal(std::string answer) {
    messages::Propose it;
    const messages::PublicText text{"路灯报修", "问：人民路路灯不亮。", std::move(answer)};
    it.text.clear =
        canonical(records::entry_record(records::fields_of<messages::PublicText>, &text));
    return it;
}

int group(const records::Page<desk::MessageLine>& page, std::string_view name) {
    for (const auto& each : page.groups)
        if (each.name == name) return each.count.number;
    return -1;
}

Mailbox::Mailbox(TestOffice& office) : it(office), town(office.town()) {}

desk::MessageDesk& Mailbox::desk() { return it.desks.messages; }

desk::MessageReceipt Mailbox::enter(MessageAct what, std::string_view on) {
    return desk().enter(TestOffice::at(on), town, std::move(what)).value();
}

Result<interaction::Message> Mailbox::act_on(const std::string& number, MessageAct what,
                                             std::size_t seen, std::string_view on,
                                             std::string by) {
    return desk().act_on(TestOffice::at(on, std::move(by)), {town, number}, std::move(what), seen);
}

std::string Mailbox::code_of(const std::string& number, MessageAct what, std::size_t seen) {
    const auto done = act_on(number, std::move(what), seen);
    return done.ok() ? "" : done.error().code;
}

std::string Mailbox::answered() {
    const auto number = enter(entry()).message.key().number;
    (void)act_on(number, act(messages::Accept{}, "2025-03-03"), 1).value();
    messages::Reply reply;
    reply.answer = records::in_clear("路灯已于3月4日修好，王小明先生已知悉。");
    (void)act_on(number, act(reply, "2025-03-04"), 2).value();
    return number;
}

records::Page<desk::MessageLine> Mailbox::list(records::Ask ask, std::string_view today) {
    return desk().list(town, ask, day(today)).value();
}

}  // namespace gongkai::testing
