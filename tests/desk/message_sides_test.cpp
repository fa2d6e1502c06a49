#include <doctest/doctest.h>

#include "desk/message_desk.h"
#include "mailbox_for_tests.h"

// Between mailbox and requests, and back: no matter is handled twice, and none by nobody.
using namespace gongkai;
using namespace gongkai::testing;

namespace {

using requests::RequestKey;

// A letter that was handed over, and its request.
struct Handed {
    explicit Handed(TestOffice& office) : it(office) {
        number = it.enter(entry()).message.key().number;
        request = {it.town, hand_over(number, {}).as<messages::HandOver>()->request};
    }
    MessageAct hand_over(const std::string& which, std::optional<Date> taken_on) {
        messages::HandOver how;
        how.taken_on = taken_on;
        return it.act_on(which, act(how, "2025-03-04", "已转为申请"), 1).value().acts().back();
    }
    std::string annul_request(int which, std::size_t seen, std::string reason = "误转") {
        requests::Act wrong;
        wrong.on = day("2025-03-05");
        wrong.what = records::Annul{{which}};
        wrong.words = records::in_clear(std::move(reason));
        const auto done =
            it.it.desks.requests.act_on(TestOffice::at("2025-03-05"), request, wrong, seen);
        return done.ok() ? "" : done.error().code;
    }
    messages::State state() {
        return it.desk().open({it.town, number}).value().message.progress().state;
    }
    requests::State request_state() {
        return it.it.desks.requests.open(request).value().request.progress().state;
    }

    // The letters that wait for an answer.
    std::vector<desk::MessageLine> awaiting() {
        records::Ask ask;
        ask.filters.push_back({"group", "awaiting"});
        return it.list(ask, "2025-03-05").rows;
    }

    Mailbox it;
    std::string number;
    RequestKey request;
};

// A request that was decided as a complaint, and its message.
struct Complained {
    explicit Complained(TestOffice& office) : it(office) {
        request = office.desks.requests
                      .take_in(TestOffice::at("2025-03-03"), it.town, any_question("2025-03-03"))
                      .value()
                      .request.key();
        desk::MessageDesk::Complaint how;
        how.notice = "不作为申请处理，已转信箱";
        how.on = day("2025-03-04");
        number = it.desk()
                     .take_complaint(TestOffice::at("2025-03-06"), request, how, 1)
                     .value()
                     .key()
                     .number;
    }

    Mailbox it;
    std::string number;
    RequestKey request;
};

}  // namespace

TEST_CASE("what was handed over by mistake stands in an open list again") {
    on_each_office([](TestOffice& office) {
        Handed handed(office);
        CHECK(handed.state() == messages::State::HandedOver);
        CHECK(handed.awaiting().empty());
        // Not while the request goes on: neither the hand-over nor the whole letter.
        for (const int act_of_it : {0, 1})
            CHECK(handed.it.code_of(handed.number, act(messages::Annul{{act_of_it}}, "2025-03-05"),
                                    2) == "message.annul.handed-over");
        CHECK(handed.annul_request(0, 1) == "");
        CHECK(handed.request_state() == requests::State::Annulled);
        CHECK(handed.state() == messages::State::Received);
        const auto duties = handed.awaiting();
        REQUIRE(duties.size() == 1);
        CHECK(duties[0].listed.due == day("2025-03-10"));  // the term that it had
        const auto opened = handed.it.desk().open({handed.it.town, handed.number}).value();
        REQUIRE(opened.message.acts().size() == 3);
        CHECK(*opened.data.find(opened.message.acts()[2].words) ==
              "申请2025-0001登记有误，已作废：误转");
        // Rightly this time, as another request.
        messages::HandOver again;
        const auto second = handed.it.act_on(handed.number, act(again, "2025-03-05", "已转为申请"),
                                             3, "2025-03-05");
        REQUIRE(second.ok());
        CHECK(second.value().acts().back().as<messages::HandOver>()->request == "2025-0002");
    });
}

TEST_CASE("a letter counts as a request from the day on which the office took it for one") {
    on_each_office([](TestOffice& office) {
        Mailbox it(office);
        const auto number = it.enter(entry()).message.key().number;
        const auto hand_over = [&](std::string_view taken_on) {
            messages::HandOver how;
            how.taken_on = day(taken_on);
            const auto done = it.act_on(number, act(how, "2025-03-07", "已转"), 1, "2025-03-07");
            return done.ok() ? done.value().acts().back().as<messages::HandOver>()->request
                             : done.error().code;
        };
        CHECK(hand_over("2025-03-08") == "message.act.future");
        CHECK(hand_over("2025-03-02") == "message.act.out-of-order");
        const std::string request = hand_over("2025-03-05");
        const auto now =
            office.desks.requests.open(RequestKey{it.town, request}).value().request.progress();
        CHECK(now.received_on == day("2025-03-05"));
    });
}

TEST_CASE("a request that goes on in the mailbox is there from its decision on, and comes back") {
    on_each_office([](TestOffice& office) {
        Complained made(office);
        const auto message = made.it.desk().open({made.it.town, made.number}).value().message;
        // Five working days for a complaint by the site's own rule would be others: 15.
        CHECK(message.progress().received_on == day("2025-03-04"));
        CHECK(due(message.progress()) == day("2025-03-25"));
        CHECK(made.it.code_of(made.number, act(messages::HandOver{}, "2025-03-06", "转"), 1) ==
              "message.hand-over.back");
        const auto annul = [&](int which, std::size_t seen) {
            requests::Act wrong;
            wrong.on = day("2025-03-06");
            wrong.what = records::Annul{{which}};
            wrong.words = records::in_clear("错");
            const auto done = office.desks.requests.act_on(TestOffice::at("2025-03-06"),
                                                           made.request, wrong, seen);
            return done.ok() ? "" : done.error().code;
        };
        CHECK(annul(1, 2) == "request.annul.message");
        (void)made.it
            .act_on(made.number, act(messages::Annul{{0}}, "2025-03-06", "确是申请"), 1,
                    "2025-03-06")
            .value();
        const auto request = office.desks.requests.open(made.request).value();
        CHECK(request.request.progress().state == requests::State::Handling);
        CHECK(*request.words(2) == "来信2025-0001登记有误，已作废：确是申请");
    });
}

TEST_CASE("what came as a letter is not sent back to the mailbox as another one") {
    on_each_office([](TestOffice& office) {
        Handed handed(office);
        desk::MessageDesk::Complaint how;
        how.notice = "不作为申请处理";
        CHECK(handed.it.desk()
                  .take_complaint(TestOffice::at("2025-03-05"), handed.request, how, 1)
                  .error()
                  .code == "message.hand-over.back");
    });
}
