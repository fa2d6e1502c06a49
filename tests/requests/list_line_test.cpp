#include "requests/list_line.h"

#include <doctest/doctest.h>

#include "histories_for_tests.h"

using namespace gongkai;
using namespace gongkai::testing;

TEST_CASE("a line says of the clock on every later day what the history says") {
    const Date from = day("2025-01-02"), to = day("2026-03-01");
    int open = 0, paused = 0, settled = 0;
    CHECK(rc::check([&] {
        const Request request = any_history(from, to);
        const ListLine line = list_line(request, rules());
        const auto progress = request.progress();
        RC_ASSERT(line.state == progress.state);
        // No act lies in the future, so the line is asked from the day of the last one on.
        for (int later = 0; later < 120; ++later) {
            const Date today = progress.latest + std::chrono::days{later};
            const auto clock = answer_clock(request, rules(), today);
            const auto listed = clock_on(line, today);
            RC_ASSERT(listed.has_value() == clock.has_value());
            if (!clock) continue;
            RC_ASSERT(listed->due == clock->due);
            RC_ASSERT(listed->state == clock->state);
            paused += clock->state == ClockState::Paused;
        }
        (is_open(line.state) ? open : settled) += 1;
    }));
    // What is compared is not all of one kind.
    CHECK(open > 5);
    CHECK(settled > 5);
    CHECK(paused > 0);
}

TEST_CASE("while a third party is asked, the line holds the day that its silence gives") {
    // Received on Monday 3 March 2025, asked on the 10th, served on the 11th: the 15 working days
    // for the opinion end on 1 April. Five of the 20 days to answer have passed by the 10th, the
    // day of asking counts; the other 15 begin on 2 April and, with 4 April off, end on the 23rd.
    Act ask = act(Consult{Party::ThirdParty}, day("2025-03-10"));
    Act served = act(Serve{Reference{1}}, day("2025-03-11"));
    Request request =
        Request::begin({{330302, 7}, "2025-0001"}, registration(day("2025-03-03")), rules())
            .value();
    request = request.after(saying(ask), rules()).value();
    request = request.after(saying(served), rules()).value();
    const ListLine line = list_line(request, rules());
    CHECK(line.state == State::Consulting);
    CHECK(line.due == day("2025-04-23"));
    CHECK(line.due_from == day("2025-04-02"));
    CHECK(clock_on(line, day("2025-04-01")) == ListedClock{ClockState::Paused, {}});
    CHECK(clock_on(line, day("2025-04-02")) == ListedClock{ClockState::Running, day("2025-04-23")});
    CHECK(clock_on(line, day("2025-04-24")) == ListedClock{ClockState::Overdue, day("2025-04-23")});
}

TEST_CASE("the handler is whoever of the office did the last act that counts") {
    Act begin = registration(day("2025-03-03"));
    begin.by = "visitor";
    Request request = Request::begin({{330302, 7}, "2025-0001"}, begin, rules()).value();
    CHECK(list_line(request, rules()).handler.empty());
    CHECK(list_line(request, rules()).acts == 1);
    Act ask = saying(act(AskCorrection{day("2025-03-20")}, day("2025-03-05")));
    ask.by = "account/2";
    request = request.after(ask, rules()).value();
    Act correct = saying(act(Correct{}, day("2025-03-10")));
    correct.by = "account/7";
    request = request.after(correct, rules()).value();
    CHECK(list_line(request, rules()).handler == "account/7");
    Act wrong = saying(act(Annul{Reference{2}}, day("2025-03-11")));
    wrong.by = "visitor";
    request = request.after(wrong, rules()).value();
    CHECK(list_line(request, rules()).handler == "account/2");
    CHECK(list_line(request, rules()).stopped);
}
