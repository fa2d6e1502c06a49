#include <doctest/doctest.h>

#include "requests/clock.h"
#include "requests_for_tests.h"

// Each period on its last day and on the day after, and the article of each. All begin in March
// 2025, whose working days are those of the week.
using namespace gongkai;
using namespace gongkai::testing;
using law::DecisionCode;

namespace {

Request received() { return request(day("2025-03-03")); }

std::string code(const Result<Request>& result) { return result.ok() ? "" : result.error().code; }

Clock one(const Request& request, ClockId id, std::string_view as_of) {
    for (const Clock& it : clocks(request, rules(), day(as_of)))
        if (it.id == id) return it;
    throw std::logic_error("no such clock");
}

// "C3 2025-03-31 2025-04-01 1": what was late, due, done, by how many working days.
std::string late(const Request& request, std::string_view as_of = "2025-12-01") {
    std::string all;
    for (const Lateness& it : late_acts(request, rules(), day(as_of)))
        all += std::string(name(it.clock)) + " " + iso(it.due) + " " + iso(it.on) + " " +
               std::to_string(it.working_days) + ";";
    return all;
}

// A request that has met every clock there is.
Request with_every_clock() {
    return told(
        received(),
        {correction_asked("2025-03-04", "2025-03-20"), corrected("2025-03-10"),
         reasons_asked("2025-03-11"), reasons_given("2025-03-12"), consulted("2025-03-12"),
         served("2025-03-12", 5), consulted("2025-03-12", Party::CoMaker), served("2025-03-12", 7),
         answered("2025-03-13", 5, Answer::Agrees), answered("2025-03-13", 7, Answer::Agrees),
         fee_noticed("2025-03-14"), served("2025-03-14", 11), paid("2025-03-17"),
         extended("2025-03-18"), period_fixed("2025-03-19", "2025-09-30")});
}

}  // namespace

TEST_CASE("each clock has its article, its beginning and its last day") {
    const struct {
        ClockId id;
        const char* article;
        const char* start;
        const char* due;
    } cases[] = {
        {ClockId::C1, "《条例》第三十条", "2025-03-03", "2025-03-12"},
        {ClockId::C2, "《条例》第三十条", "2025-03-04", "2025-03-20"},
        {ClockId::C3, "《条例》第三十三条第二款", "2025-03-17", "2025-04-15"},
        {ClockId::C4, "《条例》第三十三条第二款", "2025-03-17", "2025-05-15"},
        {ClockId::C5, "《条例》第三十二条", "2025-03-12", "2025-04-02"},
        {ClockId::C6, "《条例》第三十四条", "2025-03-12", "2025-04-02"},
        {ClockId::C7, "《条例》第三十五条", "2025-03-17", "2025-09-30"},
        {ClockId::C8, "国办函〔2020〕109号第六条", "2025-03-14", "2025-04-14"},
    };
    const Request it = with_every_clock();
    CHECK(clocks(it, rules(), day("2025-03-20")).size() == std::size(cases));
    for (const auto& c : cases) {
        CAPTURE(name(c.id));
        const Clock clock = one(it, c.id, "2025-03-20");
        CHECK(law::chinese(clock.clause) == c.article);
        CHECK(iso(clock.start) == c.start);
        REQUIRE(clock.due);
        CHECK(iso(*clock.due) == c.due);
    }
}

TEST_CASE("nothing lapses on the last day itself, and everything on the day after") {
    const Request unclear = told(received(), {correction_asked("2025-03-04", "2025-03-14")});
    CHECK(code(unclear.after(lapsed_uncorrected("2025-03-14"), rules())) ==
          "request.correction.not-lapsed");
    CHECK(code(unclear.after(lapsed_uncorrected("2025-03-15"), rules())) == "");

    // 国办函〔2020〕109号: twenty working days from the notice in hand.
    const Request noticed = told(received(), {fee_noticed("2025-03-04")});
    CHECK(code(noticed.after(lapsed_unpaid("2025-12-01"), rules())) == "request.fee.not-served");
    const Request unpaid = told(noticed, {served("2025-03-04", 1)});
    CHECK(code(unpaid.after(lapsed_unpaid("2025-04-01"), rules())) == "request.fee.not-lapsed");
    CHECK(code(unpaid.after(lapsed_unpaid("2025-04-02"), rules())) == "");

    for (const Party party : {Party::ThirdParty, Party::CoMaker}) {
        const Request asked =
            told(received(), {consulted("2025-03-04", party), served("2025-03-04", 1)});
        const auto silent = [&](std::string_view on) {
            return code(asked.after(answered(on, 1, Answer::Silent), rules()));
        };
        CHECK(silent("2025-03-25") == "request.opinion.not-lapsed");
        CHECK(silent("2025-03-26") == "");
    }
}

TEST_CASE("a clock is met on its last day, late on the next, and silence meets none") {
    const auto state = [](const std::vector<Act>& acts, ClockId id, std::string_view as_of) {
        return one(told(received(), acts), id, as_of).state;
    };
    using enum ClockState;
    CHECK(state({correction_asked("2025-03-12", "2025-03-31")}, ClockId::C1, "2025-03-13") == Met);
    CHECK(state({correction_asked("2025-03-13", "2025-03-31")}, ClockId::C1, "2025-03-13") ==
          MetLate);
    CHECK(state({correction_asked("2025-03-04", "2025-03-14"), corrected("2025-03-14")},
                ClockId::C2, "2025-03-20") == Met);
    CHECK(state({correction_asked("2025-03-04", "2025-03-14"), corrected("2025-03-15")},
                ClockId::C2, "2025-03-20") == MetLate);
    CHECK(state({correction_asked("2025-03-04", "2025-03-14")}, ClockId::C2, "2025-03-14") ==
          Running);
    CHECK(state({correction_asked("2025-03-04", "2025-03-14")}, ClockId::C2, "2025-03-15") ==
          Overdue);

    const auto opinion = [&](std::string_view on, Answer answer) {
        return state({consulted("2025-03-04"), served("2025-03-04", 1), answered(on, 1, answer)},
                     ClockId::C5, "2025-03-27");
    };
    CHECK(opinion("2025-03-25", Answer::Agrees) == Met);
    CHECK(opinion("2025-03-25", Answer::Refuses) == Met);
    CHECK(opinion("2025-03-26", Answer::Agrees) == MetLate);
    CHECK(opinion("2025-03-26", Answer::Silent) == Overdue);

    const auto fee = [&](std::string_view on) {
        return state({fee_noticed("2025-03-04"), served("2025-03-04", 1), paid(on)}, ClockId::C8,
                     "2025-04-10");
    };
    CHECK(fee("2025-04-01") == Met);
    CHECK(fee("2025-04-02") == MetLate);
}

TEST_CASE("whatever the organ was late with is named by its clock, and nothing else is") {
    const auto answer = [](std::vector<Act> before, std::string_view on) {
        before.push_back(decided(on));
        before.push_back(delivered(on));
        return late(told(received(), before));
    };
    CHECK(answer({}, "2025-03-31") == "");
    CHECK(answer({}, "2025-04-01") == "C3 2025-03-31 2025-04-01 1;");
    // Sunday 27 April is worked.
    CHECK(answer({extended("2025-03-31")}, "2025-04-28") == "");
    CHECK(answer({extended("2025-03-31")}, "2025-04-29") == "C4 2025-04-28 2025-04-29 1;");
    const std::vector<Act> large = {reasons_asked("2025-03-04"), reasons_given("2025-03-05"),
                                    period_fixed("2025-03-06", "2025-06-30")};
    CHECK(answer(large, "2025-06-30") == "");
    CHECK(answer(large, "2025-07-02") == "C7 2025-06-30 2025-07-02 2;");
    CHECK(late(told(received(), {correction_asked("2025-03-12", "2025-03-31")})) == "");
    CHECK(late(told(received(), {correction_asked("2025-03-13", "2025-03-31")})) ==
          "C1 2025-03-12 2025-03-13 1;");
    // Those of others are theirs.
    CHECK(late(told(received(), {correction_asked("2025-03-04", "2025-03-14"),
                                 corrected("2025-03-20")})) == "");
    CHECK(late(told(received(), {consulted("2025-03-04"), served("2025-03-04", 1),
                                 answered("2025-03-28", 1, Answer::Agrees)})) == "");
    CHECK(late(told(received(), {fee_noticed("2025-03-04"), served("2025-03-04", 1),
                                 paid("2025-04-10")})) == "");
}
