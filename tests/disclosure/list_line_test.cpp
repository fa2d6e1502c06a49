#include "disclosure/list_line.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <set>

#include "documents_for_tests.h"

using namespace gongkai;
using namespace gongkai::testing;
using namespace gongkai::testing::publication;

namespace {

// Whatever may happen to a document, in lawful order.
Document any_document() {
    Date on = day("2025-01-02") + std::chrono::days{*rc::gen::inRange(0, 300)};
    const auto mark = [] { return std::string(1, char('a' + *rc::gen::inRange(0, 26))); };
    Document it = Document::begin(key, text<Draft>(on, content(mark(), on))).value();
    for (int i = *rc::gen::inRange(0, 12); i > 0; --i) {
        on += std::chrono::days{*rc::gen::inRange(0, 9)};
        const int acts = int(it.acts().size());
        const Act tries[] = {
            text<Edit>(on, content(mark(), on)),
            text<Revise>(on, content(mark(), on)),
            act(Submit{}, on),
            review(on, it.progress().revisions.empty() ? 0 : it.progress().revisions.back().text,
                   Verdict(*rc::gen::inRange(0, 3))),
            publish(on, "X/2025-00001"),
            withdraw(on),
            annul(on, *rc::gen::inRange(0, acts))};
        for (int chosen = 0; chosen < 8; ++chosen) {
            const auto which = std::size_t(*rc::gen::inRange(0, int(std::size(tries))));
            // An annulment fits nearly always, and would leave little.
            if (which + 1 == std::size(tries) && *rc::gen::inRange(0, 5) != 0) continue;
            auto next = it.after(tries[which]);
            if (!next.ok()) continue;
            it = std::move(next.value());
            break;
        }
    }
    return it;
}

}  // namespace

TEST_CASE("a line says of the clock on every later day what the acts say") {
    std::set<TimelinessState> seen;
    CHECK(rc::check([&] {
        const Document document = any_document();
        const ListLine line = list_line(document, calendar());
        const Progress progress = document.progress();
        RC_ASSERT(line.stage == progress.stage);
        RC_ASSERT(line.standing == progress.standing);
        RC_ASSERT(line.title == present_content(document).title);
        for (int later = 0; later < 60; ++later) {
            const Date today = progress.latest + std::chrono::days{later};
            const auto clocks = timeliness(document, calendar(), today);
            const auto listed = timeliness_on(line, calendar(), today);
            RC_ASSERT(listed.has_value() == !clocks.empty());
            if (!listed) continue;
            const Timeliness& clock = clocks.back();
            RC_ASSERT(*listed ==
                      (ListedTimeliness{clock.state, clock.due, clock.provisional, clock.late_by}));
            seen.insert(clock.state);
        }
    }));
    CHECK(seen.size() >= 2);  // not all of one kind; those that are rare stand below
}

TEST_CASE("a line of a draft says when its text is due and that nobody waits for it") {
    // Formed on Monday 3 March 2025: the 20th working day is 31 March (Reg. 26).
    const Document draft =
        Document::begin(key, text<Draft>(day("2025-03-03"), content("甲", day("2025-03-03"))))
            .value();
    const ListLine line = list_line(draft, calendar());
    CHECK(line.due == day("2025-03-31"));
    CHECK(line.number == "2025-0001");
    CHECK(line.index_number.empty());
    CHECK_FALSE(waiting_since(line));
    CHECK(timeliness_on(line, calendar(), day("2025-03-31"))->state == TimelinessState::Running);
    CHECK(timeliness_on(line, calendar(), day("2025-04-02"))->late_by == 2);
    const Document sent = draft.after(act(Submit{}, day("2025-03-04"))).value();
    CHECK(waiting_since(list_line(sent, calendar())) == day("2025-03-04"));
    const Document cleared = sent.after(review(day("2025-03-05"), 0)).value();
    const auto state_of = [](const Document& told, std::string_view today) {
        return timeliness_on(list_line(told, calendar()), calendar(), day(today))->state;
    };
    // On the last day is in time, the day after it is not.
    const Document in_time = cleared.after(publish(day("2025-03-31"), "X/2025-00001")).value();
    CHECK(state_of(in_time, "2025-06-01") == TimelinessState::Met);
    const Document late = cleared.after(publish(day("2025-04-01"), "X/2025-00001")).value();
    CHECK(state_of(late, "2025-06-01") == TimelinessState::MetLate);
    const Document refused = sent.after(review(day("2025-03-05"), 0, Verdict::NotPublic)).value();
    CHECK(state_of(refused, "2025-06-01") == TimelinessState::Closed);
}
