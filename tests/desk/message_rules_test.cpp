#include <doctest/doctest.h>

#include "desk/message_desk.h"
#include "mailbox_for_tests.h"

// What the desk asks of a letter beyond its history: who is named in public, who annuls what, which
// body there is, and what figures and lists make of it.
using namespace gongkai;
using namespace gongkai::testing;

namespace {

messages::Propose proposed(std::string title, std::string question, std::string answer) {
    messages::Propose it;
    const messages::PublicText text{std::move(title), std::move(question), std::move(answer)};
    it.text.clear =
        canonical(records::entry_record(records::fields_of<messages::PublicText>, &text));
    return it;
}

constexpr publication::Checklist all_yes{true, true, true, true};

}  // namespace

TEST_CASE("what the office knows of the writer is not in what everybody would read") {
    on_each_office([](TestOffice& office) {
        Mailbox it(office);
        const auto number = it.answered();  // of 王小明, 13800000000, 人民路1号
        for (const auto& wrong :
             {proposed("王小明报修路灯", "问", "答"), proposed("路灯", "电话138-0000-0000", "答"),
              proposed("路灯", "问", "人民路1号门前的路灯已修好")})
            CHECK(it.code_of(number, act(wrong, "2025-03-04"), 3) == "message.public.person");
        CHECK(it.code_of(number, act(proposed("路灯", "人民路的路灯", "已修好"), "2025-03-04"),
                         3) == "");
    });
}

TEST_CASE(
    "a letter taken up again says so in public, and stands in the list until it is replaced") {
    on_each_office([](TestOffice& office) {
        Mailbox it(office);
        const auto number = it.answered();
        (void)it.act_on(number, act(proposal(), "2025-03-04"), 3).value();
        (void)it
            .act_on(number, act(messages::Review{{3}, all_yes}, "2025-03-04"), 4, "2025-03-04",
                    "account/2")
            .value();
        (void)it.act_on(number, act(messages::Publish{}, "2025-03-04"), 5).value();
        const auto line = [&] { return it.desk().letters().page(it.town, {}).value().rows.at(0); };
        CHECK(line().replied_on == day("2025-03-04"));
        CHECK(!line().is_outdated);
        CHECK(group(it.list({}, "2025-03-10"), "to_replace") == 0);
        (void)it.act_on(number, act(messages::Reopen{}, "2025-03-06"), 6, "2025-03-06").value();
        messages::Reply second;
        second.answer = records::in_clear("又坏了，已换新灯。");
        (void)it.act_on(number, act(second, "2025-03-07"), 7, "2025-03-07").value();
        CHECK(!line().replied_on);
        CHECK(line().is_outdated);
        CHECK(group(it.list({}, "2025-03-10"), "to_replace") == 1);
        const auto letter = it.desk().letters().one({it.town, number}, day("2025-03-07")).value();
        CHECK(letter.replied_on() == day("2025-03-04"));
        CHECK(letter.is_outdated());
        (void)it.act_on(number, act(messages::Withdraw{}, "2025-03-07"), 8, "2025-03-07").value();
        (void)it.act_on(number, act(proposal("答：已换新灯。"), "2025-03-07"), 9, "2025-03-07")
            .value();
        (void)it
            .act_on(number, act(messages::Review{{9}, all_yes}, "2025-03-07"), 10, "2025-03-07",
                    "account/2")
            .value();
        (void)it.act_on(number, act(messages::Publish{}, "2025-03-07"), 11, "2025-03-07").value();
        CHECK(line().replied_on == day("2025-03-07"));
        CHECK(!line().is_outdated);
        CHECK(group(it.list({}, "2025-03-10"), "to_replace") == 0);
    });
}

TEST_CASE("an answered letter leaves the figures by a second person alone, and says why") {
    on_each_office([](TestOffice& office) {
        Mailbox it(office);
        auto what = entry();
        const auto receipt = it.enter(what);
        const auto number = receipt.message.key().number;
        (void)it.act_on(number, act(messages::Accept{}, "2025-03-03"), 1).value();
        messages::Reply reply;
        reply.answer = records::in_clear("已修好");
        (void)it.act_on(number, act(reply, "2025-03-04"), 2).value();
        const auto annul = act(messages::Annul{{0}}, "2025-03-04", "重复登记，以2025-0009为准");
        CHECK(it.code_of(number, annul, 3) == "message.annul.own");
        (void)it.act_on(number, annul, 3, "2025-03-04", "account/2").value();
        const auto tracked = it.desk().track({it.town, number}, receipt.query_code).value();
        CHECK(tracked.notices.back() == "重复登记，以2025-0009为准");
        CHECK(desk::shown_to_writer(tracked.message, 3) == "登记有误，已作废，不再办理");
        CHECK(desk::shown_to_writer(tracked.message, 0).empty());
    });
}

TEST_CASE("a body takes letters of days on which it was there") {
    on_each_office([](TestOffice& office) {
        Mailbox it(office);  // from 2019-05-15 on
        organs::Organ body;
        office.ledger.look([&](const journal::View& view) {
            body = office.organs.current(view, it.town).value();
        });
        body.valid_until = day("2025-03-02");
        (void)office.desks.organs.change(TestOffice::at("2025-03-03"), body).value();
        const std::pair<std::string_view, std::string> cases[] = {{"2019-05-14", "organ.not-yet"},
                                                                  {"2019-05-15", ""},
                                                                  {"2025-03-02", ""},
                                                                  {"2025-03-03", "organ.ended"}};
        for (const auto& [on, code] : cases) {
            CAPTURE(on);
            const auto done = it.desk().enter(TestOffice::at("2025-03-03"), it.town,
                                              entry(messages::Source::Hotline, "", on));
            CHECK((done.ok() ? "" : done.error().code) == code);
            if (!done.ok()) CHECK(done.error().kind == ErrorKind::NotAllowed);
        }
    });
}

TEST_CASE("a full stop is neither a reason nor an answer") {
    on_each_office([](TestOffice& office) {
        Mailbox it(office);
        const auto number = it.enter(entry()).message.key().number;
        for (const char* nothing : {"。", " …… ", "--", "？！"})
            CHECK(it.code_of(number, act(messages::Refuse{}, "2025-03-04", nothing), 1) ==
                  "message.act.words");
        CHECK(it.code_of(number, act(messages::HandOver{}, "2025-03-04", "。"), 1) ==
              "message.act.words");
        (void)it.act_on(number, act(messages::Accept{}, "2025-03-03", "。"), 1).value();
        messages::Reply reply;
        reply.answer = records::in_clear(" 。");
        CHECK(it.code_of(number, act(reply, "2025-03-04"), 2) == "message.answer");
        CHECK(it.code_of(number, act(messages::Refuse{}, "2025-03-04", "属信访"), 2) == "");
    });
}

TEST_CASE("whoever reports somebody may stay unknown") {
    on_each_office([](TestOffice& office) {
        Mailbox it(office);
        auto concern = std::get<messages::Enter>(entry(messages::Source::Website).what).concern;
        concern.writer.clear = desk::packed(messages::Writer{});
        const auto now = TestOffice::at("2025-03-03").at;
        CHECK(it.desk().enter_by_web(now, it.town, concern).error().code == "message.name");
        concern.matter = messages::Matter::Report;
        const auto receipt = it.desk().enter_by_web(now, it.town, concern);
        REQUIRE(receipt.ok());
        CHECK(it.desk().track(receipt.value().message.key(), receipt.value().query_code).ok());
    });
}

TEST_CASE("a year's parts add up to what came, and what was closed is the year's own") {
    on_each_office([](TestOffice& office) {
        using namespace messages;
        Mailbox it(office);
        const auto enter = [&](std::string_view on, bool reply_wished = true) {
            auto what = entry(Source::Hotline, "", on);
            std::get<Enter>(what.what).concern.reply_wished = reply_wished;
            return it.enter(std::move(what), on).message.key().number;
        };
        const auto end = [&](const std::string& number, auto how, std::string_view on) {
            (void)it.act_on(number, act(how, on), 1, on).value();
        };
        // Came in 2024, answered and closed in 2025.
        const auto carried = enter("2024-12-30");
        (void)it.act_on(carried, act(Accept{}, "2024-12-30"), 1, "2025-01-03").value();
        Reply reply;
        reply.answer = records::in_clear("已办");
        (void)it.act_on(carried, act(reply, "2025-01-03"), 2, "2025-01-03").value();
        (void)it.act_on(carried, act(Close{}, "2025-01-03"), 3, "2025-01-03").value();
        const auto quiet = enter("2025-03-03", false);
        (void)it.act_on(quiet, act(Accept{}, "2025-03-03"), 1).value();
        (void)it.act_on(quiet, act(Close{}, "2025-03-04"), 2).value();
        end(enter("2025-03-03"), Refuse{Ground::Petition}, "2025-03-04");
        end(enter("2025-03-03"), Refuse{Ground::Petition}, "2025-03-11");  // a day late
        end(enter("2025-03-03"), SendBack{}, "2025-03-04");
        end(enter("2025-03-03"), HandOver{}, "2025-03-04");
        end(enter("2025-03-03"), Transfer{"县住建局"}, "2025-03-04");
        enter("2025-03-20");

        const auto months = it.desk().months(it.town, 2025, day("2025-03-21"));
        CHECK(months[2] == MonthFigures{3, 7, 2, 0, 1, 1, 0, 0, 0, 0, 1});
        const auto sources = it.desk().sources(it.town, 2025, day("2025-03-21"));
        CHECK(sources[0] == SourceFigures{Source::Hotline, 7, 2, 0, 1, 2, 1, 1, 1, 1, 1, 1});
        CHECK(desk::narrative_line(sources, day("2025-03-21")) ==
              "办理12345热线7件，共7件，其中逾期1件，未到期正在办理1件，不要求答复、直接办结1件，"
              "转其他单位办理1件，退回派单单位1件，不予受理1件，转依申请公开办理1件；"
              "办结来信2件（含以前年度收到的1件）（截至2025年3月21日）。");
        const auto before = it.desk().sources(it.town, 2024, day("2025-03-21"));
        CHECK(desk::narrative_line(before, day("2025-03-21")) ==
              "办理12345热线1件，共1件，其中按期答复1件；办结来信0件（截至2025年3月21日）。");
    });
}
