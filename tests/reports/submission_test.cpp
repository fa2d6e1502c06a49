#include "reports/submission.h"

#include <doctest/doctest.h>

#include <set>

#include "../requests/histories_for_tests.h"
#include "files/form_files.h"
#include "reports/roll_up.h"

using namespace gongkai;
using namespace gongkai::reports;
using namespace gongkai::testing;
using enum SubmissionAct;

namespace {

const forms::Form& form() {
    static const auto forms = files::load_forms().value();
    return forms.back();
}

SubmissionEvent event(SubmissionAct act, std::string by = "account/1") {
    SubmissionEvent it;
    it.act = act;
    it.on = day("2026-01-10");
    it.by = std::move(by);
    if (act == Prepare) it.report = "digest";
    if (act == Return) it.words = {"w", "digest"};
    return it;
}

Submission told(const std::vector<SubmissionEvent>& events) {
    Submission it({{1, 1}, 2025});
    for (const auto& each : events)
        it = it.after(each).value();
    return it;
}

std::string code(const Result<Submission>& it) { return it.ok() ? "" : it.error().code; }

forms::Report compiled(std::vector<requests::Request> requests, int year = 2025) {
    return compile(form(), {std::move(requests), {}, {}}, year, {}).report;
}

forms::Cell& cell(forms::Report& report, std::string_view id) {
    return *report.cells[std::size_t(form().find(id).value())];
}

void set(forms::Report& report, std::string_view id, int value) {
    cell(report, id).value = Decimal(value);
    cell(report, id).text = std::to_string(value);
}

}  // namespace

TEST_CASE("a report goes up, comes back, and is accepted by somebody else") {
    const std::vector<SubmissionEvent> way{
        event(Prepare), event(Submit), event(Return, "account/9"),
        event(Prepare), event(Submit), event(Accept, "account/9"),
        event(Publish)};
    const Submission it = told(way);
    CHECK(it.state() == SubmissionState::Published);
    CHECK(it.accepted() == it.version());
    CHECK_FALSE(told({event(Prepare), event(Submit)}).accepted());
    CHECK(code(told({event(Prepare), event(Submit)}).after(event(Accept))) == "submission.own");
    auto silent = event(Return, "account/9");
    silent.words = {};
    CHECK(code(told({event(Prepare), event(Submit)}).after(silent)) == "submission.reason");
    for (SubmissionEvent each : way) {
        const auto bytes = journal::canonical(record(each));
        auto back = event_of(entry_kind(each.act), journal::parse_canonical(bytes).value());
        REQUIRE(back.ok());
        back.value().by = each.by;
        CHECK(back.value() == each);
    }
    CHECK_FALSE(event_of("report.prepare", {}).ok());
}

TEST_CASE("neither who prepared nor who submitted a report judges it") {
    const Submission it = told({event(Prepare, "account/1"), event(Submit, "account/2")});
    for (const auto act : {Accept, Return}) {
        CHECK(code(it.after(event(act, "account/1"))) == "submission.own");
        CHECK(code(it.after(event(act, "account/2"))) == "submission.own");
        CHECK(code(it.after(event(act, "account/9"))) == "");
    }
    // Nor who did so before it was sent back.
    const Submission again =
        told({event(Prepare, "account/1"), event(Submit, "account/2"), event(Return, "account/9"),
              event(Prepare, "account/3"), event(Submit, "account/3")});
    CHECK(code(again.after(event(Accept, "account/2"))) == "submission.own");
    CHECK(code(again.after(event(Accept, "account/9"))) == "");
}

TEST_CASE("no step is of a day before the one before it") {
    const Submission it = told({event(Prepare)});
    const auto submitted = [&](const char* on) {
        auto submit = event(Submit);
        submit.on = day(on);
        return code(it.after(submit));
    };
    CHECK(submitted("2026-01-09") == "submission.out-of-order");
    CHECK(submitted("2026-01-10") == "");
    CHECK(submitted("2026-01-11") == "");
}

TEST_CASE("in every state only the acts of that state are taken") {
    const std::pair<std::vector<SubmissionEvent>, std::set<SubmissionAct>> cases[] = {
        {{}, {Prepare}},
        {{event(Prepare)}, {Prepare, Submit}},
        {{event(Prepare), event(Submit)}, {Return, Accept}},
        {{event(Prepare), event(Submit), event(Return, "account/9")}, {Prepare}},
        {{event(Prepare), event(Submit), event(Accept, "account/9")}, {Publish}},
    };
    for (const auto& [events, lawful] : cases)
        for (const auto act : {Prepare, Submit, Return, Accept, Publish}) {
            CAPTURE(events.size());
            CAPTURE(name(act));
            CHECK(told(events).after(event(act, "account/9")).ok() == lawful.contains(act));
        }
}

TEST_CASE("the gate holds back what does not add up, by whatever way it comes") {
    auto report =
        compiled({gongkai::testing::told(request(day("2025-03-03")), {decide(day("2025-03-10"))})});
    CHECK(gate(report, nullptr, 2025, false).open());
    CHECK(gate(report, nullptr, 2024, false).other_year);

    auto wrong = report;
    set(wrong, "requests.new_received.total", 2);
    const auto shut = gate(wrong, nullptr, 2025, false);
    CHECK_FALSE(shut.errors.empty());
    CHECK(passed(shut, wrong).error().code == "submission.gate");

    auto unclear = report;
    cell(unclear, "requests.new_received.total").kind = forms::CellKind::Ambiguous;
    cell(unclear, "requests.new_received.total").candidates = 0;
    unclear.candidates = {
        {{*form().find("requests.new_received.total")}, {{Decimal(1)}, {Decimal(10)}}, true}};
    CHECK_FALSE(gate(unclear, nullptr, 2025, false).uncertain.empty());

    // Last year was accepted with one request carried over that nobody has recorded.
    auto last_year = compiled({request(day("2024-12-20"))}, 2024);
    const auto differs = gate(report, &last_year, 2025, false);
    CHECK(differs.unexplained.size() == 2);
    CHECK(passed(differs, report).error().message.find("上年结转") != std::string::npos);
    CHECK(gate(report, &last_year, 2025, true).unexplained.empty());
}

TEST_CASE("bodies add up, and who is missing is named and not zero") {
    const auto a = compiled({request(day("2025-03-03"))}),
               b = compiled({gongkai::testing::told(request(day("2025-03-03")),
                                                    {decide(day("2025-03-10"))})});
    auto slash = b;
    cell(slash, "proactive.art20_1.rules.issued_this_year").kind = forms::CellKind::Slash;
    const std::vector<Member> members{
        {1, "甲镇", &a}, {2, "乙镇", &b}, {3, "丙镇", nullptr}, {4, "丁局", &slash}};
    const auto it = roll_up(form(), 2025, members);
    REQUIRE(it.missing.size() == 1);
    CHECK(it.missing[0].name == "丙镇");
    const auto total = *form().find("requests.new_received.total");
    CHECK(it.report.value(total) == Decimal(3));
    CHECK(it.parts[std::size_t(total)].size() == 3);
    CHECK(it.report.value(*form().find("proactive.art20_1.rules.issued_this_year")) == Decimal(0));
    const std::vector<Member> one{{4, "丁局", &slash}};
    CHECK(roll_up(form(), 2025, one)
              .report.cell(*form().find("proactive.art20_1.rules.issued_this_year"))
              ->kind == forms::CellKind::Slash);
}

TEST_CASE("what is rolled up keeps every identity that its parts keep") {
    CHECK(rc::check([] {
        std::vector<forms::Report> reports;
        for (int i = *rc::gen::inRange(0, 5); i > 0; --i) {
            std::vector<requests::Request> requests;
            for (int j = *rc::gen::inRange(0, 6); j > 0; --j)
                requests.push_back(any_history(day("2025-01-02"), day("2026-03-01"), 8));
            reports.push_back(compiled(std::move(requests)));
        }
        std::vector<Member> members;
        for (const auto& it : reports)
            members.push_back({std::int64_t(members.size()), "镇", &it});
        const auto it = roll_up(form(), 2025, members);
        for (const forms::Sum& sum : form().sums())
            if (it.report.cell(sum.right.front()))
                RC_ASSERT(forms::check(sum, it.report).outcome == forms::SumCheck::Outcome::Holds);
    }));
}
