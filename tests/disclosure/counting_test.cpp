#include <doctest/doctest.h>

#include "disclosure/counts.h"
#include "disclosure/normative.h"
#include "disclosure/timeliness.h"
#include "documents_for_tests.h"

using namespace gongkai;
using namespace gongkai::testing::publication;
using gongkai::testing::calendar;
using gongkai::testing::day;

namespace {

const Date first = day("2025-03-03");

Timeliness clock(const Document& it, std::string_view as_of) {
    return timeliness(it, calendar(), day(as_of)).back();
}

Document published_on(std::string_view formed, std::string_view on) {
    return published(content("甲", day(formed)), day(on));
}

}  // namespace

TEST_CASE("publication is due twenty working days after formation or change") {
    const struct {
        const char* formed;
        const char* published;
        const char* due;
        TimelinessState state;
        int late_by;
    } cases[] = {
        {"2025-03-03", "2025-03-03", "2025-03-31", TimelinessState::Met, 0},
        {"2025-03-03", "2025-03-31", "2025-03-31", TimelinessState::Met, 0},
        {"2025-03-03", "2025-04-01", "2025-03-31", TimelinessState::MetLate, 1},
        // Over the Spring Festival, with make-up days before and after it.
        {"2025-01-20", "2025-02-25", "2025-02-21", TimelinessState::MetLate, 2},
        // A Saturday just after the last day.
        {"2025-02-28", "2025-03-29", "2025-03-28", TimelinessState::MetLate, 1},
    };
    for (const auto& c : cases) {
        CAPTURE(c.formed);
        CAPTURE(c.published);
        const Timeliness it = clock(published_on(c.formed, c.published), "2025-12-31");
        CHECK(iso(it.due) == c.due);
        CHECK(it.state == c.state);
        CHECK(it.late_by == c.late_by);
        const auto days = trace(it, calendar());
        CHECK(days.back().day == it.due);
        CHECK(days.back().number == publication_days);
    }
}

TEST_CASE("what is not published yet runs, is overdue, or is closed by the review") {
    const Document draft = drafted(content("甲", first), first);
    CHECK(clock(draft, "2025-03-31").state == TimelinessState::Running);
    CHECK(clock(draft, "2025-04-03").state == TimelinessState::Overdue);
    CHECK(clock(draft, "2025-04-03").late_by == 3);
    const Document closed =
        told(draft, {act(Submit{}, first), review(first, 0, Verdict::NotPublic)});
    CHECK(clock(closed, "2025-04-03").state == TimelinessState::Closed);
    CHECK(clock(told(closed, {act(Submit{}, first)}), "2025-04-03").state ==
          TimelinessState::Overdue);
    // A revision has a clock of its own.
    const Document revised =
        told(published_on("2025-03-03", "2025-03-10"),
             {text<Revise>(day("2025-06-03"), content("乙", day("2025-06-03")))});
    CHECK(timeliness(revised, calendar(), day("2025-06-30")).size() == 2);
    CHECK(clock(revised, "2025-06-30").state == TimelinessState::Running);
    CHECK(clock(revised, "2025-06-30").revision == 1);
    // As of a day before the publication nobody knew of it.
    const Document met = told(draft, {act(Submit{}, first), review(first, 0),
                                      publish(day("2025-04-10"), "X/2025-00001")});
    CHECK(clock(met, "2025-04-05").state == TimelinessState::Overdue);
    CHECK(clock(met, "2025-04-10").state == TimelinessState::MetLate);
    CHECK(timeliness(met, calendar(), day("2025-03-02")).empty());
    CHECK(timeliness(told(draft, {annul(first, 0)}), calendar(), first).empty());
}

TEST_CASE("the register of normative documents follows from the published ones") {
    const Content rule = content("甲", first, Kind::Rule);
    CHECK_FALSE(normative_of(drafted(rule, first)));
    CHECK_FALSE(normative_of(published(content("甲", first), first)));
    const auto it = normative_of(published(rule, first)).value();
    CHECK(it.subject == "document/2025-0001");
    CHECK(it.kind == NormativeKind::Rule);
    CHECK(it.recorded_on == first);
    CHECK_FALSE(in_force(it, day("2025-03-02")));
    CHECK(in_force(it, day("2030-01-01")));
    const Document ended = told(published(content("甲", first, Kind::NormativeDocument), first),
                                {end<Repeal>(day("2025-05-01"), day("2026-01-01"))});
    CHECK(normative_of(ended)->kind == NormativeKind::NormativeDocument);
    CHECK(in_force(*normative_of(ended), day("2025-12-31")));
    CHECK_FALSE(in_force(*normative_of(ended), day("2026-01-01")));
    // Taken from the public, it is in force all the same; annulled, it never was one.
    const Document gone = told(ended, {withdraw(day("2025-06-01"))});
    CHECK(in_force(*normative_of(gone), day("2025-12-31")));
    CHECK_FALSE(normative_of(told(gone, {annul(day("2025-06-01"), 0)})));
}

TEST_CASE("what happens to a normative document later leaves the books of a year as they were") {
    Content anew = content("乙", day("2026-02-02"), Kind::NormativeDocument);
    const Document revised =
        told(published(content("甲", first, Kind::NormativeDocument), first),
             {text<Revise>(day("2026-02-03"), anew), act(Submit{}, day("2026-02-03")),
              review(day("2026-02-04"), 4), publish(day("2026-02-05"))});
    CHECK(normative_of(revised)->issued_on == *anew.issued_on);
    CHECK(normative_of(revised, day("2025-12-31"))->issued_on == first);
    // Of what came late the day of the writing down is told.
    Act repeal = end<Repeal>(day("2026-01-15"), day("2025-12-01"));
    const Document ended =
        told(published(content("甲", first, Kind::NormativeDocument), first), {repeal});
    CHECK(normative_of(ended)->ended_on == day("2025-12-01"));
    CHECK(normative_of(ended)->ending_recorded_on == day("2026-01-15"));
    CHECK(corrections(ended).empty());
    const int last = int(ended.acts().size()) - 1;
    const auto taken_back = corrections(told(ended, {annul(day("2026-03-01"), last)}));
    REQUIRE(taken_back.size() == 1);
    CHECK(taken_back[0].on == day("2025-12-01"));
    CHECK(taken_back[0].recorded_on == day("2026-03-01"));
}

TEST_CASE("a document counts once, in the year of its first publication") {
    Content rule = content("甲", first, Kind::Rule);
    rule.channels = {Channel::Website, Channel::Gazette};
    const Document revised = told(
        published(rule, first),
        {text<Revise>(day("2025-06-03"), content("乙", first)), act(Submit{}, day("2025-06-03")),
         review(day("2025-06-03"), 4), publish(day("2025-06-03")), withdraw(day("2026-01-05"))});
    const std::vector<Document> all{revised, published_on("2025-12-31", "2026-01-04"),
                                    drafted(rule, first)};
    const Counts it = counts(all, 2025), next = counts(all, 2026);
    CHECK(it.published == 1);
    CHECK(it.of(Kind::Rule) == 1);
    CHECK(it.of(Kind::Information) == 0);
    CHECK(it.of(Channel::Website) == 1);
    CHECK(it.of(Channel::Gazette) == 1);
    CHECK(it.of(Channel::Press) == 0);
    CHECK(it.revised == 1);
    CHECK(it.withdrawn == 0);
    CHECK(next.published == 1);
    CHECK(next.of(Kind::Information) == 1);
    CHECK(next.revised == 0);
    CHECK(next.withdrawn == 1);
}
