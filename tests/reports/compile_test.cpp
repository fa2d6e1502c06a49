#include "reports/compile.h"

#include <doctest/doctest.h>

#include "../requests/histories_for_tests.h"
#include "files/form_files.h"

using namespace gongkai;
using namespace gongkai::reports;
using namespace gongkai::testing;
using law::DecisionCode;

namespace {

const forms::Form& form() {
    static const auto forms = files::load_forms().value();
    return forms.back();
}

const requests::Settings settings;

std::int64_t figure(const forms::Report& report, std::string_view id) {
    return report.value(form().find(id).value()).value().whole();
}

Compiled compiled(std::vector<requests::Request> requests, int year = 2025) {
    return compile(form(), {std::move(requests), {}, {}}, year, settings);
}

std::vector<requests::Request> any_requests() {
    std::vector<requests::Request> all;
    for (int i = *rc::gen::inRange(0, 12); i > 0; --i)
        all.push_back(any_history(day("2025-01-02"), day("2026-03-01"), 8));
    return all;
}

}  // namespace

TEST_CASE("the edition compiled is that of 2021") { REQUIRE(form().id() == "2021"); }

TEST_CASE("a request counts in the year of receipt and of its outcome") {
    const auto it = told(request(day("2025-12-20")), {decide(day("2026-01-05"))});
    const auto first = compiled({it}).report, second = compiled({it}, 2026).report;
    CHECK(figure(first, "requests.new_received.natural_person") == 1);
    CHECK(figure(first, "requests.carried_over_out.total") == 1);
    CHECK(figure(first, "requests.result_total.total") == 0);
    CHECK(figure(second, "requests.new_received.total") == 0);
    CHECK(figure(second, "requests.carried_over_in.natural_person") == 1);
    CHECK(figure(second, "requests.result_granted.natural_person") == 1);
    CHECK(figure(second, "requests.carried_over_out.total") == 0);
}

TEST_CASE("every figure opens to what makes it") {
    auto bought = registration(day("2025-03-03"));
    application_in(bought).applicant_kind = ApplicantKind::Commercial;
    const auto company = Request::begin({{1, 1}, "2025-0002"}, bought, rules()).value();
    const auto it = compiled({told(request(day("2025-03-03")), {decide(day("2025-03-10"))}),
                              told(company, {decide(day("2025-03-11"), {DecisionCode::D5})})});
    const auto total = it.origins(*form().find("requests.result_total.total"));
    REQUIRE(total.size() == 2);
    CHECK(total[0].subject == "request/2026-0001");
    CHECK(total[0].on == day("2025-03-10"));
    CHECK(total[1].subject == "request/2025-0002");
    CHECK(it.origins(*form().find("requests.denied_internal_affairs.total")).size() == 1);
}

TEST_CASE("reviews and suits count by their result or as pending") {
    const auto filed = [](Remedy remedy, std::string_view on) {
        return act(FileRemedy{remedy}, on);
    };
    const Act upheld = act(RemedyResult{Reference{2}, RemedyOutcome::Upheld}, "2025-08-01");
    const auto it = told(request(day("2025-03-03")),
                         {decide(day("2025-03-10")), filed(Remedy::Review, "2025-05-01"), upheld,
                          filed(Remedy::SuitAfterReview, "2025-09-01")});
    const auto report = compiled({it}).report;
    CHECK(figure(report, "review_litigation.review.outcome_upheld") == 1);
    CHECK(figure(report, "review_litigation.review.outcome_total") == 1);
    CHECK(figure(report, "review_litigation.litigation_after_review.outcome_pending") == 1);
    const auto next = compiled({it}, 2026).report;
    CHECK(figure(next, "review_litigation.review.outcome_total") == 0);
    CHECK(figure(next, "review_litigation.litigation_after_review.outcome_pending") == 1);
}

namespace {

disclosure::RegisterLine line(std::string_view subject, disclosure::RegisterKind kind,
                              std::string_view on, std::string_view amount,
                              std::string_view recorded_on) {
    disclosure::RegisterAct act;
    act.on = day(on);
    act.recorded_on = day(recorded_on);
    act.what = disclosure::registers::Enter{kind, {}, Decimal::parse(amount).value(), "台账"};
    const std::string number(subject.substr(subject.find('/') + 1));
    return disclosure::RegisterLine::begin({{1, 1}, number}, std::move(act), {}).value();
}

disclosure::RegisterLine annulled(const disclosure::RegisterLine& line, std::string_view on) {
    disclosure::RegisterAct act;
    act.on = act.recorded_on = day(on);
    act.words.seal = {"w", "digest"};
    act.what = disclosure::registers::Annul{};
    return line.after(std::move(act), {}).value();
}

}  // namespace

TEST_CASE("documents and registers make table two") {
    using namespace disclosure;
    Records records;
    records.normative = {
        {"document/1", NormativeKind::NormativeDocument, day("2024-05-01"), {}, day("2024-05-01")},
        {"document/2", NormativeKind::NormativeDocument, day("2025-05-01"), day("2025-12-31"),
         day("2025-05-01")},
        {"document/3", NormativeKind::NormativeDocument, day("2025-12-31"), day("2026-01-01"),
         day("2026-01-10")}};
    const auto late = line("register/2", RegisterKind::License, "2025-12-31", "2", "2025-12-31");
    records.registers = {
        line("register/1", RegisterKind::License, "2025-06-30", "40", "2025-07-01"),
        annulled(late, "2026-01-05"),
        line("register/3", RegisterKind::Fee, "2025-12-31", "1.25", "2025-12-31"),
        line("register/4", RegisterKind::Penalty, "2024-12-31", "9", "2024-12-31"),
        line("register/5", RegisterKind::Compulsion, "2025-01-01", "5", "2025-01-01"),
    };
    const auto it = compile(form(), records, 2025, settings);
    const std::string documents = "proactive.art20_1.normative_documents.";
    CHECK(figure(it.report, documents + "issued_this_year") == 2);
    CHECK(figure(it.report, documents + "repealed_this_year") == 1);
    CHECK(figure(it.report, documents + "currently_valid") == 2);
    CHECK(figure(it.report, "proactive.art20_5.admin_license.decisions") == 40);
    CHECK(figure(it.report, "proactive.art20_6.admin_penalty.decisions") == 0);
    CHECK(figure(it.report, "proactive.art20_6.admin_compulsion.decisions") == 5);
    CHECK(it.report.cell(*form().find("proactive.art20_8.admin_fee.amount_wan_yuan"))->text ==
          "1.25");
    REQUIRE(it.belated.size() == 2);
    CHECK(it.belated[0].subject == "document/3");
    CHECK(it.belated[1].subject == "register/2");
    CHECK(it.belated[1].annulment);
}

TEST_CASE("a document that is entered or ended late is told with every year that it changes") {
    using namespace disclosure;
    const Normative old{"document/1",      NormativeKind::Rule, day("2023-05-01"),
                        day("2025-12-01"), day("2026-01-10"),   day("2026-01-15")};
    const auto belated = [&](int year) {
        return compile(form(), {{}, {old}, {}}, year, settings).belated.size();
    };
    CHECK(belated(2022) == 0);
    CHECK(belated(2024) == 1);  // in force, as nobody had written down
    CHECK(belated(2025) == 2);
    CHECK(belated(2026) == 0);
    Compilation it(form(), 2025, settings);
    it.note({"document/2", day("2025-06-01"), day("2026-02-01")});
    it.note({"document/3", day("2026-01-01"), day("2026-02-01")});
    CHECK(std::move(it).finish().belated.size() == 1);
}

TEST_CASE("the compiled tables keep every identity of the form, and years follow one another") {
    CHECK(rc::check([] {
        const auto requests = any_requests();
        std::optional<forms::Report> last_year;
        for (const int year : {2024, 2025, 2026}) {
            auto it = compiled(requests, year);
            for (const forms::Sum& sum : form().sums())
                // A row of another edition is not there, and has no sum.
                if (it.report.cell(sum.right.front()))
                    RC_ASSERT(forms::check(sum, it.report).outcome ==
                              forms::SumCheck::Outcome::Holds);
            for (int cell = 0; cell < form().cell_count(); ++cell) {
                const auto origins = it.origins(cell);
                const auto value = it.report.value(cell);
                RC_ASSERT(!value || value->whole() == std::int64_t(origins.size()));
            }
            if (last_year) RC_ASSERT(opening_differences(it.report, *last_year).empty());
            last_year = std::move(it.report);
        }
    }));
}

TEST_CASE("a year's figures stay as they were unless something came late, which is told") {
    CHECK(rc::check([] {
        const auto requests = any_requests();
        const Date end = day("2025-12-31");
        // What was on record on the last day of the year.
        std::vector<requests::Request> known;
        bool late = false;
        for (const auto& it : requests) {
            std::vector<Act> acts;
            for (const Act& each : it.acts())
                if (each.recorded_on <= end) acts.push_back(each);
            for (const Act& each : it.acts()) {
                const auto* annul = each.as<requests::Annul>();
                late = late || (annul && each.recorded_on > end &&
                                it.acts()[std::size_t(annul->refers_to.act)].on <= end);
            }
            if (!acts.empty()) known.push_back(Request::recorded(it.key(), acts));
        }
        const auto then = compiled(known), now = compiled(requests);
        RC_ASSERT(now.belated.empty() == !late);
        for (int cell = 0; !late && cell < form().cell_count(); ++cell)
            RC_ASSERT(then.report.value(cell) == now.report.value(cell));
    }));
}

TEST_CASE("a difference from last year's closing is found by column") {
    const auto it = told(request(day("2025-12-20")), {decide(day("2026-01-05"))});
    const auto accepted = compiled({}, 2025).report;
    const auto all = opening_differences(compiled({it}, 2026).report, accepted);
    REQUIRE(all.size() == 2);
    CHECK(form().cell_id(all[0].cell) == "requests.carried_over_in.natural_person");
    CHECK(all[0].counted == Decimal(1));
    CHECK(all[0].accepted == Decimal(0));
}
