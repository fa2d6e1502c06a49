#include "requests/clock.h"

#include <doctest/doctest.h>

#include "requests/offer.h"
#include "requests_for_tests.h"

using namespace gongkai;
using namespace gongkai::testing;

namespace {

std::string due(const Request& request, std::string_view as_of, const Rules& by = rules()) {
    const auto clock = answer_clock(request, by, day(as_of));
    return clock && clock->due ? iso(*clock->due) : "";
}

Clock one(const Request& request, ClockId id, std::string_view as_of) {
    for (const Clock& it : clocks(request, rules(), day(as_of)))
        if (it.id == id) return it;
    throw std::logic_error("no such clock");
}

}  // namespace

TEST_CASE("the last day to answer follows from what happened") {
    // Received on Wednesday 2025-01-15: the Spring Festival lies within the term.
    const Date received = day("2025-01-15");
    const struct {
        const char* what;
        std::vector<Act> acts;
        const char* due;
        const char* late_counts;  // with the setting that lets late notices move the term
    } cases[] = {
        {"nothing yet", {}, "2025-02-18", "2025-02-18"},
        {"extended in time", {extend(day("2025-02-18"))}, "2025-03-18", "2025-03-18"},
        {"extended by five days", {extend(day("2025-02-18"), 5)}, "2025-02-25", "2025-02-25"},
        {"extended too late", {extend(day("2025-02-19"))}, "2025-02-18", "2025-03-18"},
        {"awaiting the correction", {ask_correction(day("2025-01-24"), day("2025-02-24"))}, "", ""},
        {"corrected, so counted anew",
         {ask_correction(day("2025-01-24"), day("2025-02-24")), act(Correct{}, "2025-02-20")},
         "2025-03-20",
         "2025-03-20"},
        {"asked too late for the correction, so not",
         {ask_correction(day("2025-02-06"), day("2025-02-24")), act(Correct{}, "2025-02-20")},
         "2025-02-18",
         "2025-03-20"},
        {"extended, and a late notice of correction takes nothing away",
         {extend(day("2025-01-20")), ask_correction(day("2025-02-06"), day("2025-02-24")),
          act(Correct{}, "2025-02-10")},
         "2025-03-18",
         "2025-03-10"},
        {"extended again after the correction began the term anew",
         {extend(day("2025-01-20")), ask_correction(day("2025-01-24"), day("2025-02-24")),
          act(Correct{}, "2025-02-20"), extend(day("2025-03-01"))},
         "2025-04-18",
         "2025-04-18"},
        {"a third party took three working days",
         {consult(day("2025-01-16")), opinion(day("2025-01-21"), 1)},
         "2025-02-21",
         "2025-02-21"},
        {"a third party and another organ asked at the same time count once",
         {consult(day("2025-01-16")), consult(day("2025-01-17"), Party::OtherOrgan),
          opinion(day("2025-01-21"), 1), opinion(day("2025-01-21"), 2)},
         "2025-02-21",
         "2025-02-21"},
        {"still asking", {consult(day("2025-01-16"))}, "", ""},
        {"the fee is awaited", {fee(day("2025-02-10"))}, "", ""},
        {"paid, so counted anew",
         {fee(day("2025-02-10")), act(Pay{}, "2025-02-12")},
         "2025-03-12",
         "2025-03-12"},
    };
    for (const auto& c : cases) {
        CAPTURE(c.what);
        const Request it = told(request(received), c.acts);
        CHECK(due(it, "2025-03-01") == c.due);
        const Rules lenient{calendar(), {.late_notice_moves_term = true}};
        CHECK(due(it, "2025-03-01", lenient) == c.late_counts);
    }
}

TEST_CASE("the day of receipt is that of Reg. 31") {
    const Date sent = day("2025-04-07"), confirmed = day("2025-04-10");
    for (const Channel channel :
         {Channel::OrdinaryMail, Channel::Internet, Channel::Fax, Channel::Email}) {
        const Request it = request(sent, channel);
        CHECK(it.progress().state == State::AwaitingConfirmation);
        CHECK(clocks(it, rules(), sent).empty());
        CHECK(due(told(it, {act(Confirm{}, confirmed)}), "2025-04-10") == "2025-05-12");
    }
    for (const Channel channel : {Channel::InPerson, Channel::Oral, Channel::SignedMail})
        CHECK(due(request(confirmed, channel), "2025-04-10") == "2025-05-12");
}

TEST_CASE("who lets the term for an opinion pass takes no longer than it") {
    const Act served = serve("2025-03-04", 1);
    const Request it = told(request(day("2025-03-03")), {consult(day("2025-03-03")), served});
    const Clock asked = one(it, ClockId::C5, "2025-03-05");
    CHECK(asked.due == day("2025-03-25"));
    CHECK(asked.state == ClockState::Running);
    CHECK(due(it, "2025-03-25") == "");
    CHECK(one(it, ClockId::C5, "2025-03-26").state == ClockState::Overdue);
    // 16 working days from the 4th to the 25th are out of the term.
    CHECK(due(it, "2025-03-26") == "2025-04-23");
    const Request silent = told(it, {opinion(day("2025-04-01"), 1, Answer::Silent)});
    CHECK(due(silent, "2025-04-01") == "2025-04-23");
}

TEST_CASE("a clock says whether it was met in time") {
    const Request it = request(day("2025-01-15"));
    CHECK(one(it, ClockId::C3, "2025-02-18").state == ClockState::Running);
    CHECK(one(it, ClockId::C3, "2025-02-19").state == ClockState::Overdue);
    CHECK(one(it, ClockId::C1, "2025-01-24").state == ClockState::Running);
    CHECK(one(it, ClockId::C1, "2025-02-05").state == ClockState::Closed);

    // An answer is given on the day of posting (〔2016〕235号), not of the decision.
    const auto answered = [&](std::string_view posted) {
        return told(it, {decide(day("2025-02-17")), act(Deliver{}, posted)});
    };
    CHECK(one(answered("2025-02-18"), ClockId::C3, "2025-03-01").state == ClockState::Met);
    const Request late = answered("2025-02-20");
    CHECK(one(late, ClockId::C3, "2025-03-01").state == ClockState::MetLate);
    const auto lateness = late_acts(late, rules(), day("2025-03-01"));
    REQUIRE(lateness.size() == 1);
    CHECK(lateness[0].working_days == 2);
    // Seen on an earlier day, the later acts have not happened.
    CHECK(one(late, ClockId::C3, "2025-02-16").state == ClockState::Running);
}

TEST_CASE("an extension that is told too late is named as late, whether it counts or not") {
    const Rules lenient{calendar(), {.late_notice_moves_term = true}};
    const auto late = [](std::string_view on, const Rules& by) {
        return late_acts(told(request(day("2025-01-15")), {extend(day(on))}), by,
                         day("2025-02-20"));
    };
    CHECK(late("2025-02-18", rules()).empty());
    for (const Rules& by : {rules(), lenient}) {
        const auto all = late("2025-02-19", by);
        REQUIRE(all.size() == 1);
        CHECK(all[0].due == day("2025-02-18"));
        CHECK(all[0].on == day("2025-02-19"));
        CHECK(all[0].working_days == 1);
    }
}

TEST_CASE("a period fixed for a reasonable but large request takes the place of the term") {
    const Act fix = act(FixPeriod{day("2025-06-30")}, "2025-02-10");
    const Request it = told(request(day("2025-01-15")), {act(AskReasons{}, "2025-01-20"),
                                                         act(GiveReasons{}, "2025-02-07"), fix});
    CHECK(due(it, "2025-02-11") == "2025-06-30");
    CHECK(one(it, ClockId::C7, "2025-02-11").state == ClockState::Running);
    CHECK(one(it, ClockId::C3, "2025-02-11").state == ClockState::Closed);
    // An extension before it keeps a day of its own, though it no longer matters.
    const Request extended = told(request(day("2025-01-15")),
                                  {extend(day("2025-01-16"), 5), act(AskReasons{}, "2025-01-20"),
                                   act(GiveReasons{}, "2025-02-07"), fix});
    CHECK(one(extended, ClockId::C4, "2025-02-11").due == day("2025-02-25"));
    CHECK(one(extended, ClockId::C7, "2025-02-11").due == day("2025-06-30"));
}

TEST_CASE("the trace ends on the due day and counts its working days") {
    const Request it = told(request(day("2025-01-15")),
                            {consult(day("2025-01-16")), opinion(day("2025-01-21"), 1)});
    const Clock clock = one(it, ClockId::C3, "2025-01-22");
    const auto days = trace(clock, calendar());
    CHECK(days.front().day == day("2025-01-16"));
    CHECK(days.back().day == day("2025-02-21"));
    CHECK(days.back().number == 20);
}

TEST_CASE("what is offered is lawful, and says what it does to the day of the answer") {
    const Request it = request(day("2025-01-15"));
    const auto all = offers(it, rules(), day("2025-01-20"));
    const auto find = [&](std::string_view kind) {
        for (const Offer& offer : all)
            if (offer.row->name == kind) return offer;
        throw std::logic_error("not offered");
    };
    CHECK(find("extend").due_after == day("2025-03-18"));
    CHECK(find("extend").effect == "答复期限从2025年2月18日变为2025年3月18日");
    CHECK(find("ask_correction").effect == "答复期限停止计算，此后重新起算");
    CHECK(find("consult").effect == "答复期限暂停计算");
    CHECK(find("annul").refers_to == std::vector<int>{0});
    CHECK_THROWS((void)find("confirm"));
    CHECK_THROWS((void)find("opinion"));
    // Late: still offered, since what happened is recorded.
    CHECK_FALSE(offers(it, rules(), day("2025-06-01")).empty());
}
