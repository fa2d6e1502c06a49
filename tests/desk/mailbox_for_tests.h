#pragma once

#include "office_for_tests.h"

namespace gongkai::testing {

using interaction::MessageAct;
using interaction::MessageKey;
namespace messages = interaction::messages;

// 2025-03-03 is a Monday.
MessageAct entry(messages::Source source = messages::Source::Hotline, std::string ticket = "",
                 std::string_view on = "2025-03-03");

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
    explicit Mailbox(TestOffice& office);

    TestOffice& it;
    journal::LogKey town;

    desk::MessageDesk& desk();
    desk::MessageReceipt enter(MessageAct what, std::string_view on = "2025-03-03");
    Result<interaction::Message> act_on(const std::string& number, MessageAct what,
                                        std::size_t seen, std::string_view on = "2025-03-04",
                                        std::string by = "account/1");
    std::string code_of(const std::string& number, MessageAct what, std::size_t seen);
    // Accepted and answered: three acts.
    std::string answered();
    records::Page<desk::MessageLine> list(records::Ask ask, std::string_view today);
};

messages::Propose proposal(std::string answer = "答：已修好。");

int group(const records::Page<desk::MessageLine>& page, std::string_view name);

}  // namespace gongkai::testing
