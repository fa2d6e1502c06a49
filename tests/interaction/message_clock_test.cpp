#include "interaction/message_clock.h"

#include <doctest/doctest.h>

#include "messages_for_tests.h"

using namespace gongkai;
using namespace gongkai::testing;

TEST_CASE("the last day follows from source, kind and the calendar, counted by hand") {
    const struct {
        const char* what;
        Source source;
        Matter matter;
        bool urgent;
        const char* received;
        const char* due;
    } cases[] = {
        // 2026-03-02 is a Monday; no holiday before 清明 on 4 to 6 April.
        {"hotline, consultation: 3", Source::Hotline, Matter::Consultation, false, "2026-03-02",
         "2026-03-05"},
        {"hotline, complaint: 5", Source::Hotline, Matter::Complaint, false, "2026-03-02",
         "2026-03-09"},
        {"received on a Friday: Monday is the first", Source::Hotline, Matter::Consultation, false,
         "2026-03-06", "2026-03-11"},
        {"received on a Sunday", Source::Hotline, Matter::Consultation, false, "2026-03-08",
         "2026-03-11"},
        // 15 to 23 February is the Spring Festival, the 14th and the 28th are worked.
        {"over the Spring Festival", Source::Hotline, Matter::Complaint, false, "2026-02-12",
         "2026-02-26"},
        {"a Saturday that is worked", Source::Hotline, Matter::Consultation, false, "2026-02-26",
         "2026-03-02"},
        {"a mailbox, consultation: 5", Source::HeadMailbox, Matter::Consultation, false,
         "2026-03-02", "2026-03-09"},
        {"a mailbox, complaint: 15", Source::SecretaryMailbox, Matter::Complaint, false,
         "2026-03-02", "2026-03-23"},
        {"a message, suggestion: 15, over 清明", Source::Website, Matter::Suggestion, false,
         "2026-03-26", "2026-04-17"},
        {"what is wrong on the site: 3", Source::Correction, Matter::Complaint, false, "2026-03-02",
         "2026-03-05"},
        {"urgent: the same day, a Sunday too", Source::Hotline, Matter::Help, true, "2026-03-08",
         "2026-03-08"},
    };
    for (const auto& c : cases) {
        CAPTURE(c.what);
        Enter what = entry(c.source, c.matter);
        what.concern.urgent = c.urgent;
        const Message message = begun(what, day(c.received));
        const auto clock = answer_clock(message, carried_calendar(), day(c.received));
        REQUIRE(clock);
        CHECK(iso(clock->due) == c.due);
        CHECK(clock->state == ClockState::Running);
    }
}

TEST_CASE("calendar days count all days, and how it was counted is told") {
    const Terms local({{{}, {}, false, 30, DayKind::Calendar, "某县规定"}});
    const Term term = Counting{local, carried_calendar()}.of(Source::Hotline, Matter::Help, false,
                                                             day("2026-03-02"));
    CHECK(term.due == day("2026-04-01"));
    CHECK(counted_how(term, day("2026-03-02")) ==
          "自2026年3月2日次日起算30日，节假日、休息日计算在内，期限为2026年4月1日。");
    CHECK(
        counted_how(begun(entry(), day("2026-03-02")).progress().term.value(), day("2026-03-02")) ==
        "自2026年3月2日次日起算3个工作日，节假日、休息日不计入，调休工作日计入，"
        "期限为2026年3月5日。");
}

TEST_CASE("the dispatcher's own day stands before the settings, and stays") {
    Enter what = entry();
    what.concern.until = day("2026-03-20");
    const Message message = begun(what, day("2026-03-02"));
    CHECK(due(message.progress()) == day("2026-03-20"));
    const auto later =
        after(message, act(Reclassify{Matter::Complaint, false, true}, day("2026-03-03")));
    CHECK(due(later.value().progress()) == day("2026-03-20"));
    what.concern.until = day("2026-03-01");
    MessageAct early = act(what, day("2026-03-02"));
    CHECK(Message::begin(key, early).error().code == "message.until");
}

TEST_CASE("an extension moves the day where it was told in time") {
    const Message message =
        told(begun(entry(), day("2026-03-02")), {act(Accept{}, day("2026-03-02"))});
    const auto in_time = after(message, act(Extend{day("2026-03-20")}, day("2026-03-05")));
    const auto clock = answer_clock(in_time.value(), carried_calendar(), day("2026-03-06"));
    CHECK(clock->due == day("2026-03-20"));
    CHECK(clock->state == ClockState::Running);
    CHECK(clock->how.ends_with("2026年3月5日延期至2026年3月20日。"));
    // Told a day late: recorded, but the day stays.
    const auto late = after(message, act(Extend{day("2026-03-20")}, day("2026-03-06")));
    REQUIRE(late.ok());
    const auto stays = answer_clock(late.value(), carried_calendar(), day("2026-03-06"));
    CHECK(stays->due == day("2026-03-05"));
    CHECK(stays->state == ClockState::Overdue);
    CHECK(stays->how.ends_with("2026年3月6日才告知延期，期限没有改变。"));
}

TEST_CASE("an extension is in time by the term of its own day, whatever the kind becomes") {
    // A complaint to a mailbox: 15 working days to 2026-03-23; a consultation would have 5, to the
    // 9th.
    const Message complaint =
        begun(entry(Source::HeadMailbox, Matter::Complaint), day("2026-03-02"));
    const Reclassify consultation{Matter::Consultation, false, true};
    const Message extended = told(complaint, {act(Extend{day("2026-04-10")}, day("2026-03-12"))});
    const Message shorter = told(extended, {act(consultation, day("2026-03-13"))});
    const auto clock = answer_clock(shorter, carried_calendar(), day("2026-03-13"));
    CHECK(clock->due == day("2026-04-10"));
    CHECK(clock->state == ClockState::Running);
    CHECK(clock->how.ends_with("2026年3月12日延期至2026年4月10日。"));
    // The other way round: a longer term does not make a late notice one in time.
    const Message late = told(begun(entry(Source::HeadMailbox), day("2026-03-02")),
                              {act(Extend{day("2026-04-10")}, day("2026-03-10")),
                               act(Reclassify{Matter::Complaint, false, true}, day("2026-03-11"))});
    CHECK(due(late.progress()) == day("2026-03-09"));
    // A term that is longer than what was told holds.
    const Message longer =
        told(begun(entry(Source::HeadMailbox), day("2026-03-02")),
             {act(Extend{day("2026-03-12")}, day("2026-03-05")),
              act(Reclassify{Matter::Complaint, false, true}, day("2026-03-06"))});
    CHECK(due(longer.progress()) == day("2026-03-23"));
}

TEST_CASE("a term that has run out or was met is not changed by another kind") {
    const Reclassify complaint{Matter::Complaint, false, true};
    const Message message =
        told(begun(entry(), day("2026-03-02")), {act(Accept{}, day("2026-03-02"))});
    const struct {
        const char* what;
        std::vector<MessageAct> acts;
        const char* due;
        ClockState state;
    } cases[] = {
        {"in time", {act(complaint, day("2026-03-05"))}, "2026-03-09", ClockState::Overdue},
        {"overdue", {act(complaint, day("2026-03-06"))}, "2026-03-05", ClockState::Overdue},
        {"overdue, answered in the longer term",
         {act(complaint, day("2026-03-06")), act(reply(), day("2026-03-09"))},
         "2026-03-05",
         ClockState::MetLate},
        {"answered late, then another kind",
         {act(reply(), day("2026-03-06")), act(complaint, day("2026-03-06"))},
         "2026-03-05",
         ClockState::MetLate},
        {"answered in time, then another kind",
         {act(reply(), day("2026-03-04")), act(complaint, day("2026-03-04"))},
         "2026-03-05",
         ClockState::Met},
        {"returned late", {act(SendBack{}, day("2026-03-06"))}, "2026-03-05", ClockState::MetLate},
    };
    for (const auto& c : cases) {
        CAPTURE(c.what);
        const Message after_it = told(message, c.acts);
        const auto clock = answer_clock(after_it, carried_calendar(), day("2026-03-10"));
        REQUIRE(clock);
        CHECK(iso(clock->due) == c.due);
        CHECK(clock->state == c.state);
        // The figures say the same.
        const bool late = c.state != ClockState::Met;
        CHECK(in_time(after_it.progress(), day("2026-03-10")) == !late);
    }
    // A complaint answered in its own time stays so when it is found to have been a consultation.
    const Message was =
        told(begun(entry(Source::Hotline, Matter::Complaint), day("2026-03-02")),
             {act(Accept{}, day("2026-03-02")), act(reply(), day("2026-03-09")),
              act(Reclassify{Matter::Consultation, false, true}, day("2026-03-10"))});
    CHECK(answer_clock(was, carried_calendar(), day("2026-03-10"))->state == ClockState::Met);
    CHECK(in_time(was.progress(), day("2026-03-10")) == true);
}

TEST_CASE(
    "a term that a program before recorded with a change of kind that came too late is none") {
    const Message message =
        told(begun(entry(), day("2026-03-02")), {act(Accept{}, day("2026-03-02"))});
    Reclassify change{Matter::Complaint, false, true};
    change.term = counting().of(Source::Hotline, Matter::Complaint, false, day("2026-03-02"));
    const auto due_after = [&](const Message& before, const char* on) {
        return iso(due(before.after(act(change, day(on))).value().progress()).value());
    };
    CHECK(due_after(message, "2026-03-05") == "2026-03-09");
    CHECK(due_after(message, "2026-03-06") == "2026-03-05");
    CHECK(due_after(told(message, {act(reply(), day("2026-03-04"))}), "2026-03-04") ==
          "2026-03-05");
}

TEST_CASE("a day that the dispatcher set is told as such, be it the day of receipt") {
    Enter what = entry();
    what.concern.until = day("2026-03-02");
    const auto clock =
        answer_clock(begun(what, day("2026-03-02")), carried_calendar(), day("2026-03-02"));
    CHECK(clock->how == "派单时确定，期限为2026年3月2日。");
}

TEST_CASE("a clock is met in time, late, or past") {
    const Message message =
        told(begun(entry(), day("2026-03-02")), {act(Accept{}, day("2026-03-02"))});
    const auto state = [&](std::vector<MessageAct> acts, const char* as_of) {
        return answer_clock(told(message, std::move(acts)), carried_calendar(), day(as_of))->state;
    };
    CHECK(state({}, "2026-03-05") == ClockState::Running);
    CHECK(state({}, "2026-03-06") == ClockState::Overdue);
    CHECK(state({act(reply(), day("2026-03-05"))}, "2026-03-10") == ClockState::Met);
    CHECK(state({act(reply(), day("2026-03-06"))}, "2026-03-10") == ClockState::MetLate);
    CHECK(state({act(SendBack{}, day("2026-03-03"))}, "2026-03-10") == ClockState::Closed);
    CHECK(state({act(Transfer{"县住建局"}, day("2026-03-03"))}, "2026-03-10") == ClockState::Met);
    CHECK(in_time(message.progress(), day("2026-03-05")) == std::nullopt);
    CHECK(in_time(message.progress(), day("2026-03-06")) == false);
}

TEST_CASE("what is of another kind has its term from the same day; what comes back has a new one") {
    const Message message = begun(entry(), day("2026-03-02"));
    const auto complaint =
        after(message, act(Reclassify{Matter::Complaint, false, true}, day("2026-03-04")));
    CHECK(due(complaint.value().progress()) == day("2026-03-09"));
    const Message back =
        told(message, {act(SendBack{}, day("2026-03-03")), act(Designate{}, day("2026-03-06"))});
    CHECK(due(back.progress()) == day("2026-03-11"));
    // Designated while it is here: the term goes on.
    const Message here = told(message, {act(Designate{}, day("2026-03-04"))});
    CHECK(due(here.progress()) == day("2026-03-05"));
}

TEST_CASE("day by day for working days") {
    const Message message = begun(entry(), day("2026-03-06"));
    const auto clock = answer_clock(message, carried_calendar(), day("2026-03-06"));
    const auto days = trace(*clock, carried_calendar());
    REQUIRE(days.size() == 5);
    CHECK(days.back().number == 3);
    CHECK(working_days_left(*clock, carried_calendar(), day("2026-03-10")) == 1);
    CHECK(working_days_left(*clock, carried_calendar(), day("2026-03-13")) == -2);
}
