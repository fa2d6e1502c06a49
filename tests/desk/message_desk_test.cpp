#include "desk/message_desk.h"

#include <doctest/doctest.h>

#include "mailbox_for_tests.h"
#include "store/ledger/projected_by.h"

using namespace gongkai;
using namespace gongkai::testing;

TEST_CASE("a ticket is entered, handled and closed, and its writer follows it by number and code") {
    on_each_office([](TestOffice& office) {
        Mailbox it(office);
        const auto receipt = it.enter(entry());
        const auto number = receipt.message.key().number;
        CHECK(number == "2025-0001");
        CHECK(receipt.query_code.size() == 8);
        // Five working days for help by the hotline.
        CHECK(receipt.clock->due == day("2025-03-10"));
        CHECK(it.desk().track({it.town, number}, "AAAAAAAA").error().code == "message.not-found");
        (void)it.act_on(number, act(messages::Accept{}, "2025-03-03", "内部意见"), 1).value();
        messages::Reply reply;
        reply.answer = records::in_clear("已修好");
        (void)it.act_on(number, act(reply, "2025-03-04"), 2).value();
        const auto tracked = it.desk().track({it.town, number}, receipt.query_code).value();
        REQUIRE(tracked.notices.size() == 3);
        CHECK(!tracked.notices[1]);  // what the office says to itself
        CHECK(tracked.notices[2] == "已修好");
        (void)it
            .act_on(number,
                    act(messages::CallBack{true, messages::Solved::Yes,
                                           messages::Satisfaction::Satisfied},
                        "2025-03-05"),
                    3, "2025-03-05")
            .value();
        (void)it.act_on(number, act(messages::Close{}, "2025-03-05"), 4, "2025-03-05").value();
        CHECK(it.code_of(number, act(messages::Close{}, "2025-03-05"), 4) == "message.changed");
    });
}

TEST_CASE("a ticket that is on record is not entered again") {
    on_each_office([](TestOffice& office) {
        Mailbox it(office);
        const auto number = it.enter(entry(messages::Source::Hotline, "RX1")).message.key().number;
        const auto enter = [&](messages::Source source) {
            const auto done =
                it.desk().enter(TestOffice::at("2025-03-03"), it.town, entry(source, "RX1"));
            return done.ok() ? "" : done.error().message;
        };
        CHECK(enter(messages::Source::Hotline) ==
              "工单“RX1”已经登记，编号是 2025-0001，没有再登记一次。");
        CHECK(enter(messages::Source::HeadMailbox) == "");  // another's numbers
        // What was entered by mistake and annulled may come again.
        (void)it.act_on(number, act(messages::Annul{{0}}, "2025-03-04"), 1).value();
        CHECK(enter(messages::Source::Hotline) == "");
    });
}

TEST_CASE("the list says what each is about, masked, and counts its groups") {
    on_each_office([](TestOffice& office) {
        Mailbox it(office);
        it.answered();
        it.enter(entry(messages::Source::Hotline, "RX2"));
        it.enter(entry(messages::Source::HeadMailbox, "", "2025-03-07"), "2025-03-07");
        const auto page = it.list({}, "2025-03-11");
        REQUIRE(page.rows.size() == 3);
        CHECK(page.rows[0].listed.number == "2025-0001");  // due on the 10th, as is 0002
        CHECK(page.rows[1].listed.number == "2025-0002");
        CHECK(page.rows[1].masked_name == "王**");
        CHECK(page.rows[1].beginning == "人民路12号门前路灯三天不亮了请尽快修好");
        CHECK(page.count.number == 3);
        CHECK(group(page, "open") == 3);
        CHECK(group(page, "overdue") == 1);
        CHECK(group(page, "to_close") == 1);
        records::Ask mailbox;
        mailbox.filters.push_back({"source", "head_mailbox"});
        CHECK(it.list(mailbox, "2025-03-11").rows.size() == 1);
        records::Ask ticket;
        ticket.search = "RX2";
        CHECK(it.list(ticket, "2025-03-11").rows.size() == 1);
        // What waits for an answer, by the page: the most urgent first.
        records::Ask awaiting;
        awaiting.filters.push_back({"group", "awaiting"});
        awaiting.limit = 1;
        const auto first = it.list(awaiting, "2025-03-11");
        CHECK(first.count.number == 2);
        CHECK(first.rows.at(0).listed.number == "2025-0002");
        awaiting.after = first.next;
        const auto last = it.list(awaiting, "2025-03-11");
        CHECK(last.rows.size() == 1);
        CHECK(last.next.empty());
    });
}

TEST_CASE("a letter is found by its writer's whole name, until the name is erased") {
    on_each_office([](TestOffice& office) {
        Mailbox it(office);
        const auto number = it.enter(entry()).message.key().number;
        auto other = entry();
        std::get<messages::Enter>(other.what).concern.writer.clear =
            desk::packed(messages::Writer{"王小", "13800000001", ""});
        (void)it.enter(other);
        auto nameless = entry();
        std::get<messages::Enter>(nameless.what).concern.writer.clear.clear();
        (void)it.enter(nameless);
        const auto found = [&](std::string sought) {
            std::string all;
            const auto page =
                it.list({.search = std::move(sought), .sort = "number"}, "2025-03-04");
            for (const auto& row : page.rows)
                all += row.listed.number + " ";
            return all;
        };
        CHECK(found("王小明") == "2025-0001 ");
        CHECK(found("王　小明") == "2025-0001 ");
        CHECK(found("王小") == "2025-0002 ");
        CHECK(found("小明").empty());
        CHECK(found("2025-0003") == "2025-0003 ");
        // As a program left it that knew no names of writers.
        office.database.transaction([](store::Connection& connection) {
            connection.run_script("DELETE FROM sealed_name;UPDATE projected_by SET rules = ''");
        });
        CHECK(found("王小明").empty());
        store::keep_projected_by(office.database, office.key, {rules()});
        CHECK(found("王小明") == "2025-0001 ");
        CHECK(office.faults() == "");
        const auto who = concern_of(it.desk().open({it.town, number}).value().message).writer.seal;
        REQUIRE(office.ledger
                    .change({"account/1", 1'741'000'000'000}, it.town,
                            [&](journal::Change& change) -> Status {
                                change.erase("message/" + number, who);
                                return Done{};
                            })
                    .ok());
        CHECK(found("王小明").empty());
    });
}

TEST_CASE("an answer becomes public by a second person alone, with the words that were passed") {
    on_each_office([](TestOffice& office) {
        Mailbox it(office);
        const auto number = it.answered();
        const auto letters = [&] {
            return it.desk().letters().page(it.town, {}).value().rows.size();
        };
        (void)it.act_on(number, act(proposal(), "2025-03-04"), 3).value();
        const messages::Review review{{3}, {true, true, true, true}};
        CHECK(it.code_of(number, act(review, "2025-03-04"), 4) == "message.review.own");
        (void)it.act_on(number, act(review, "2025-03-04"), 4, "2025-03-04", "account/2").value();
        CHECK(letters() == 0);
        (void)it.act_on(number, act(messages::Publish{{"别的", "别的", "别的"}}, "2025-03-04"), 5)
            .value();
        CHECK(letters() == 1);
        const MessageKey key{it.town, number};
        const auto letter = it.desk().letters().one(key, day("2025-03-04"));
        REQUIRE(letter.ok());
        CHECK(letter.value().text().answer == "答：已修好。");
        // Found by what it says, whatever was typed.
        for (const auto& [words, found] :
             {std::pair{"路灯报修", 1u}, {"已修好", 1u}, {"王小明", 0u}}) {
            records::Ask ask;
            ask.search = words;
            CHECK(it.desk().letters().page(it.town, ask).value().rows.size() == found);
        }
        (void)it.act_on(number, act(messages::Withdraw{}, "2025-03-04"), 6).value();
        CHECK(letters() == 0);
        CHECK(it.desk().letters().one(key, day("2025-03-05")).error().code == "letter.not-found");
    });
}

TEST_CASE("what asks for information goes on as a request, under the same code") {
    on_each_office([](TestOffice& office) {
        Mailbox it(office);
        const auto receipt = it.enter(entry());
        const auto number = receipt.message.key().number;
        CHECK(it.code_of(number, act(messages::HandOver{}, "2025-03-04", ""), 1) ==
              "message.act.words");
        const auto after =
            it.act_on(number, act(messages::HandOver{}, "2025-03-04", "已转为申请"), 1).value();
        CHECK(after.progress().state == messages::State::HandedOver);
        const auto& handed = *after.acts().back().as<messages::HandOver>();
        CHECK(handed.request == "2025-0001");
        const requests::RequestKey request{it.town, handed.request};
        const auto tracked = office.desks.applicants.track(request, receipt.query_code);
        REQUIRE(tracked.ok());
        // The clerk entered it: whoever rang has no code, and is not sent to look with one.
        const auto opened_case = it.desk().open({it.town, number}).value();
        const auto notice = desk::notice_text(opened_case, "hand_over", "柳河镇");
        CHECK(notice.find("可以向本机关询问") != std::string::npos);
        CHECK(notice.find("查询码") == std::string::npos);
        const auto& application = application_of(tracked.value());
        CHECK(application.from_message == number);
        CHECK(application.channel == requests::Channel::Oral);
        CHECK(tracked.value().progress().received_on == day("2025-03-04"));
        const auto opened = office.desks.requests.open(request).value();
        CHECK(opened.applicant()->phone == "13800000000");
        CHECK(opened.content()->ends_with("人民路12号门前的路灯不亮"));
        const auto told = it.desk().track({it.town, number}, receipt.query_code).value();
        CHECK(told.notices.back() == "已转为申请");
    });
}

TEST_CASE("a request that is a complaint is decided as one and goes on in the mailbox, at once") {
    on_each_office([](TestOffice& office) {
        Mailbox it(office);
        const auto made =
            office.desks.requests
                .take_in(TestOffice::at("2025-03-03"), it.town, any_question("2025-03-03"))
                .value();
        const auto key = made.request.key();
        desk::MessageDesk::Complaint how;
        const auto take = [&](std::size_t seen) {
            return it.desk().take_complaint(TestOffice::at("2025-03-04"), key, how, seen);
        };
        CHECK(take(1).error().code == "message.notice");
        how.notice = "不作为申请处理，已转信箱";
        CHECK(take(2).error().code == "request.changed");
        const auto message = take(1);
        REQUIRE(message.ok());
        const auto& concern = concern_of(message.value());
        CHECK(concern.from_request == key.number);
        CHECK(concern.matter == messages::Matter::Complaint);
        const auto opened = office.desks.requests.open(key).value();
        const auto& decide = *opened.request.acts().back().as<requests::Decide>();
        CHECK(decide.message == message.value().key().number);
        REQUIRE(decide.items.size() == 1);
        CHECK(decide.items[0].code == law::DecisionCode::N1);
        // The person keeps his code, and reads why it goes on elsewhere.
        CHECK(office.desks.applicants.track_with_notices(key, made.query_code)
                  .value()
                  .notices.back() == "不作为申请处理，已转信箱");
        CHECK(it.desk().track(message.value().key(), made.query_code).ok());
        // Decided once, it is not taken again, and no second message is left behind.
        CHECK(take(2).error().code == "request.act.not-now");
        CHECK(it.list({}, "2025-03-04").count.number == 1);
    });
}

TEST_CASE("months are summed by hand: received, in time, closed, solved, satisfied") {
    on_each_office([](TestOffice& office) {
        using namespace messages;
        Mailbox it(office);
        const auto first = it.answered();  // in time
        (void)it
            .act_on(
                first,
                act(CallBack{true, Solved::Partly, Satisfaction::FairlySatisfied}, "2025-04-01"), 3,
                "2025-04-01")
            .value();
        (void)it.act_on(first, act(Close{}, "2025-04-01"), 4, "2025-04-01").value();
        it.enter(entry());  // never answered: late from the 11th on
        const auto third = it.enter(entry()).message.key().number;
        (void)it.act_on(third, act(Transfer{"县住建局"}, "2025-03-04"), 1).value();
        const auto fourth = it.enter(entry()).message.key().number;
        (void)it.act_on(fourth, act(Annul{{0}}, "2025-03-04"), 1).value();

        const auto before = it.desk().months(it.town, 2025, day("2025-03-10"));
        CHECK(before[2].late == 0);
        const auto months = it.desk().months(it.town, 2025, day("2025-04-30"));
        REQUIRE(months.size() == 12);
        CHECK(months[2] == MonthFigures{3, 3, 2, 1, 1, 0, 0, 0, 0, 0, 0});
        CHECK(months[3] == MonthFigures{4, 0, 0, 0, 0, 1, 0, 1, 1, 1, 0});
        const auto sources = it.desk().sources(it.town, 2025, day("2025-04-30"));
        CHECK(sources[0] == SourceFigures{Source::Hotline, 3, 2, 1, 1, 1, 0, 0, 1});
        CHECK(sources[1] == SourceFigures{Source::SecretaryMailbox});
        CHECK(desk::narrative_line(sources, day("2025-04-30")) ==
              "办理12345热线3件，共3件，其中按期答复1件，逾期1件，转其他单位办理1件；"
              "办结来信1件（截至2025年4月30日）。");
        CHECK(desk::narrative_line({}, day("2025-04-30")) == "");
    });
}

TEST_CASE("whoever writes by the web leaves name and telephone, and sends it once") {
    on_each_office([](TestOffice& office) {
        Mailbox it(office);
        auto concern = std::get<messages::Enter>(entry(messages::Source::Website).what).concern;
        const auto now = TestOffice::at("2025-03-03").at;
        const auto first = it.desk().enter_by_web(now, it.town, concern);
        REQUIRE(first.ok());
        CHECK(it.desk().enter_by_web(now, it.town, concern).error().code == "message.twice");
        concern.writer.clear = desk::packed(messages::Writer{});
        CHECK(it.desk().enter_by_web(now, it.town, concern).error().code == "message.name");
    });
}

TEST_CASE("who lacks the right enters nothing") {
    on_each_office([](TestOffice& office) {
        Mailbox it(office);
        const desk::Actor nobody{{"account/9", TestOffice::at("2025-03-03").at},
                                 [](records::Right) { return false; }};
        CHECK(it.desk().enter(nobody, it.town, entry()).error().code == "door.right");
        CHECK(it.desk().import().run(nobody, it.town, "", true).error().code == "door.right");
        CHECK(it.desk()
                  .take_complaint(nobody, {it.town, "2025-0001"},
                                  {.notice = "告知", .on = day("2025-03-03")}, 1)
                  .error()
                  .code == "door.right");
    });
}
