#include "reports/submission.h"

#include <doctest/doctest.h>

#include <set>

#include "../requests/histories_for_tests.h"
#include "files/form_files.h"
#include "reports/gate.h"
#include "reports/roll_up.h"

using namespace gongkai;
using namespace gongkai::reports;
using namespace gongkai::testing;
using namespace gongkai::reports::submissions;

namespace {

const forms::Form& form() {
    static const auto forms = files::load_forms().value();
    return forms.back();
}

SubmissionAct act(submissions::Subject::Kinds what, std::string by = "account/1",
                  std::string_view on = "2026-01-10") {
    SubmissionAct act;
    act.on = act.recorded_on = day(on);
    act.by = std::move(by);
    act.what = std::move(what);
    if (act.is<Return>()) act.words.seal = {"w", "digest"};
    return act;
}

const SubmissionAct prepare = act(Prepare{"digest", "", false}), submit = act(Submit{}),
                    send_back = act(Return{}, "account/9"), accept = act(Accept{}, "account/9"),
                    publish = act(Publish{});

Submission told(const std::vector<SubmissionAct>& acts) {
    Submission submission({{1, 1}, 2025});
    for (const auto& each : acts)
        submission = submission.after(each).value();
    return submission;
}

std::string code(const Result<Submission>& after) { return after.ok() ? "" : after.error().code; }

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
    const std::vector<SubmissionAct> way{prepare, submit, send_back, prepare,
                                         submit,  accept, publish};
    const Submission published = told(way);
    CHECK(published.state() == SubmissionState::Published);
    REQUIRE(published.accepted());
    CHECK(published.accepted() == published.version());
    CHECK_FALSE(told({prepare, submit}).accepted());
    CHECK(code(told({prepare, submit}).after(act(Accept{}, "account/1"))) == "submission.own");
    CHECK(code(told({prepare, submit}).after(act(Return{}, "account/1"))) == "submission.own");
    auto silent = send_back;
    silent.words = {};
    const auto without_reason = told({prepare, submit}).after(silent);
    CHECK(code(without_reason) == "submission.reason");
    CHECK(without_reason.error().kind == ErrorKind::Invalid);
    CHECK(code(told({prepare, submit}).after(act(Accept{}, "account/9", "2026-01-09"))) ==
          "submission.out-of-order");
    CHECK(code(told({}).after(submit)) == "submission.not-now");
    CHECK(code(told({prepare}).after(publish)) == "submission.not-now");
}

TEST_CASE("the last version is the one that counts, with the reason that was signed for it") {
    auto explained = act(Prepare{"second", "file", true}, "account/2");
    explained.words.seal = {"w", "digest"};
    CHECK_FALSE(told({}).version());
    CHECK_FALSE(told({}).has_opening_reason());
    CHECK(told({prepare}).version()->report == "digest");
    CHECK_FALSE(told({prepare}).has_opening_reason());
    const Submission both = told({prepare, explained, submit});
    CHECK(both.version()->report == "second");
    CHECK(both.has_opening_reason());
    // Whoever prepared an earlier version does not judge the later one either.
    CHECK(code(both.after(act(Accept{}, "account/1"))) == "submission.own");
    CHECK(code(both.after(act(Accept{}, "account/2"))) == "submission.own");
}

TEST_CASE("the acts of a submission are read back as they were written") {
    for (const SubmissionAct& each : {prepare, submit, send_back, accept, publish}) {
        const auto bytes = journal::canonical(records::record<submissions::Subject>(each));
        auto back =
            records::act_of<submissions::Subject>(records::entry_kind<submissions::Subject>(each),
                                                  journal::parse_canonical(bytes).value());
        REQUIRE(back.ok());
        back.value().by = each.by;
        // Its entry has no day but that on which it happened.
        back.value().recorded_on = each.recorded_on;
        CHECK(back.value() == each);
    }
    CHECK_FALSE(records::act_of<submissions::Subject>("report.prepare", {}).ok());
}

TEST_CASE("neither who prepared nor who submitted a report judges it") {
    const SubmissionAct by_first = act(Prepare{"digest", "", false}, "account/1"),
                        by_second = act(Submit{}, "account/2");
    const Submission submitted = told({by_first, by_second});
    for (const submissions::Subject::Kinds& judgement :
         {submissions::Subject::Kinds(Accept{}), submissions::Subject::Kinds(Return{})}) {
        CHECK(code(submitted.after(act(judgement, "account/1"))) == "submission.own");
        CHECK(code(submitted.after(act(judgement, "account/2"))) == "submission.own");
        CHECK(code(submitted.after(act(judgement, "account/9"))) == "");
    }
    // Nor who did so before it was sent back.
    const Submission again =
        told({by_first, by_second, send_back, act(Prepare{"digest", "", false}, "account/3"),
              act(Submit{}, "account/3")});
    CHECK(code(again.after(act(Accept{}, "account/2"))) == "submission.own");
    CHECK(code(again.after(act(Accept{}, "account/9"))) == "");
}

TEST_CASE("no step is of a day before the one before it") {
    const Submission prepared = told({prepare});
    const auto submitted = [&](std::string_view on) {
        return code(prepared.after(act(Submit{}, "account/1", on)));
    };
    CHECK(submitted("2026-01-09") == "submission.out-of-order");
    CHECK(submitted("2026-01-10") == "");
    CHECK(submitted("2026-01-11") == "");
}

TEST_CASE("in every state only the acts of that state are taken") {
    const std::string_view names[] = {"prepare", "submit", "return", "accept", "publish"};
    const SubmissionAct acts[] = {act(Prepare{"digest", "", false}, "account/9"),
                                  act(Submit{}, "account/9"), send_back, accept,
                                  act(Publish{}, "account/9")};
    const std::pair<std::vector<SubmissionAct>, std::set<std::string_view>> cases[] = {
        {{}, {"prepare"}},
        {{prepare}, {"prepare", "submit"}},
        {{prepare, submit}, {"return", "accept"}},
        {{prepare, submit, send_back}, {"prepare"}},
        {{prepare, submit, accept}, {"publish"}},
        {{prepare, submit, accept, publish}, {}},
    };
    for (const auto& [before, lawful] : cases)
        for (std::size_t i = 0; i < std::size(acts); ++i) {
            CAPTURE(before.size());
            CAPTURE(names[i]);
            CHECK(told(before).after(acts[i]).ok() == lawful.contains(names[i]));
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
