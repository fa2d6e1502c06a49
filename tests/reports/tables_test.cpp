#include <doctest/doctest.h>

#include "../requests/requests_for_tests.h"
#include "files/form_files.h"
#include "reports/compile.h"

// Each kind of thing once through each table, and the days on which one year becomes the next.
using namespace gongkai;
using namespace gongkai::reports;
using namespace gongkai::testing;
using law::DecisionCode;

namespace {

const forms::Form& form() {
    static const auto forms = files::load_forms().value();
    return forms.back();
}

// "row.column" of each cell of one table in which something was counted, without the totals.
std::string counted(const Compiled& it, std::string_view grid) {
    std::string all;
    for (int cell = 0; cell < form().cell_count(); ++cell) {
        const auto id = form().cell_id(cell);
        const auto rest = id.substr(std::min(id.size(), grid.size() + 1));
        if (id.starts_with(grid) && !it.counted[std::size_t(cell)].empty())
            all += (all.empty() ? "" : " ") + rest;
    }
    return all;
}

std::string table_three(const Request& request, int year = 2025) {
    return counted(compile(form(), {{request}, {}, {}}, year, {}), "requests");
}

std::string table_two(const Records& records, int year = 2025) {
    return counted(compile(form(), records, year, {}), "proactive");
}

disclosure::RegisterLine entered(disclosure::RegisterKind kind, const char* on,
                                 const char* recorded) {
    disclosure::RegisterAct act;
    act.on = day(on);
    act.recorded_on = day(recorded);
    act.what = disclosure::registers::Enter{kind, {}, Decimal(3), "台账"};
    return disclosure::RegisterLine::begin({{1, 1}, "2025-0001"}, std::move(act), {}).value();
}

Request asked_by(ApplicantKind kind) {
    auto by = registration(day("2025-03-03"));
    application_in(by).applicant_kind = kind;
    return Request::begin({{1, 1}, "2025-0001"}, by, rules()).value();
}

}  // namespace

TEST_CASE("each kind of applicant has its column") {
    const std::pair<ApplicantKind, const char*> cases[] = {
        {ApplicantKind::NaturalPerson, "natural_person"},
        {ApplicantKind::Commercial, "org_commercial"},
        {ApplicantKind::Research, "org_research"},
        {ApplicantKind::PublicInterest, "org_public_interest"},
        {ApplicantKind::LegalService, "org_legal_service"},
        {ApplicantKind::Other, "org_other"},
    };
    for (const auto& [kind, column] : cases)
        CHECK(table_three(told(asked_by(kind), {decided("2025-03-10")})) ==
              "new_received." + std::string(column) + " result_granted." + column);
}

TEST_CASE("each outcome has its row of table three") {
    using enum DecisionCode;
    const auto answer = [](DecisionCode code) {
        return std::vector{decided("2025-03-10", {code})};
    };
    const auto after = [&](std::vector<Act> before, DecisionCode code) {
        before.push_back(decided("2025-03-20", {code}));
        return before;
    };
    const std::vector<Act> corrected_once = {correction_asked("2025-03-04", "2025-03-14"),
                                             corrected("2025-03-10")};
    const struct {
        std::vector<Act> acts;
        const char* row;
    } cases[] = {
        {answer(G1), "result_granted"},
        {answer(G2), "result_granted"},
        {answer(G3), "result_partial"},
        {answer(D1), "denied_state_secret"},
        {answer(D2), "denied_law_forbidden"},
        {answer(D3), "denied_security_stability"},
        {after({consulted("2025-03-04"), answered("2025-03-10", 1, Answer::Refuses)}, D4),
         "denied_third_party_rights"},
        {answer(D5), "denied_internal_affairs"},
        {answer(D6), "denied_process_info"},
        {answer(D7), "denied_enforcement_file"},
        {answer(D8), "denied_admin_inquiry"},
        {answer(U1a), "unavailable_not_held"},
        {answer(U1b), "unavailable_not_held"},
        {answer(U2), "unavailable_needs_creation"},
        {after(corrected_once, U3), "unavailable_still_unclear"},
        {answer(N1), "not_processed_petition"},
        {answer(N2), "not_processed_duplicate"},
        {answer(N3), "not_processed_publication"},
        {after({reasons_asked("2025-03-04"), reasons_given("2025-03-10")}, N4),
         "not_processed_excessive"},
        {answer(N5), "not_processed_reconfirm"},
        {{correction_asked("2025-03-04", "2025-03-14"), lapsed_uncorrected("2025-03-15")},
         "other_no_correction"},
        {{fee_noticed("2025-03-04"), served("2025-03-04", 1), lapsed_unpaid("2025-04-02")},
         "other_fee_unpaid"},
        {{withdrawn("2025-03-10")}, "other_other"},
        {{}, "carried_over_out"},
    };
    for (const auto& it : cases) {
        CAPTURE(it.row);
        CHECK(table_three(told(request(day("2025-03-03")), it.acts)) ==
              "new_received.natural_person " + std::string(it.row) + ".natural_person");
    }
}

TEST_CASE("each kind of case and of result has its cell of table four") {
    const std::pair<Remedy, const char*> rows[] = {
        {Remedy::Review, "review"},
        {Remedy::SuitDirect, "litigation_direct"},
        {Remedy::SuitAfterReview, "litigation_after_review"},
    };
    const std::pair<RemedyOutcome, const char*> columns[] = {
        {RemedyOutcome::Upheld, "outcome_upheld"},
        {RemedyOutcome::Corrected, "outcome_corrected"},
        {RemedyOutcome::Other, "outcome_other"},
    };
    const auto table = [](const std::vector<Act>& acts, int year) {
        const auto it = told(request(day("2024-03-04")), acts);
        return counted(compile(form(), {{it}, {}, {}}, year, {}), "review_litigation");
    };
    for (const auto& [remedy, row] : rows) {
        CAPTURE(row);
        // A suit after review wants a review before it, here of the year before.
        std::vector<Act> acts = {decided("2024-03-05"), remedy_filed("2024-03-06", Remedy::Review),
                                 remedy_ended("2024-05-06", 2, RemedyOutcome::Upheld),
                                 remedy_filed("2025-02-10", remedy)};
        CHECK(table(acts, 2025) == std::string(row) + ".outcome_pending");
        for (const auto& [outcome, column] : columns) {
            auto ended = acts;
            ended.push_back(remedy_ended("2025-06-10", 4, outcome));
            CHECK(table(ended, 2025) == std::string(row) + "." + column);
        }
    }
}

TEST_CASE("a request belongs to the years of its days, the first and the last among them") {
    const struct {
        const char* received;
        const char* settled;
        const char* in_2024;
        const char* in_2025;
        const char* in_2026;
    } cases[] = {
        {"2025-01-01", "2025-01-01", "", "new_received result_granted", ""},
        {"2025-12-31", "2025-12-31", "", "new_received result_granted", ""},
        {"2024-12-31", "2025-01-01", "new_received carried_over_out",
         "carried_over_in result_granted", ""},
        {"2025-12-31", "2026-01-01", "", "new_received carried_over_out",
         "carried_over_in result_granted"},
        {"2024-12-31", "2024-12-31", "new_received result_granted", "", ""},
        {"2024-12-31", "2025-12-31", "new_received carried_over_out",
         "carried_over_in result_granted", ""},
        {"2024-12-31", "2026-01-01", "new_received carried_over_out",
         "carried_over_in carried_over_out", "carried_over_in result_granted"},
    };
    const auto rows = [](const Request& request, int year) {
        std::string text = table_three(request, year);
        for (std::size_t at; (at = text.find(".natural_person")) != text.npos;)
            text.erase(at, std::string_view(".natural_person").size());
        return text;
    };
    for (const auto& it : cases) {
        CAPTURE(it.received);
        CAPTURE(it.settled);
        const Request settled = told(request(day(it.received)), {decided(it.settled)});
        CHECK(rows(settled, 2024) == it.in_2024);
        CHECK(rows(settled, 2025) == it.in_2025);
        CHECK(rows(settled, 2026) == it.in_2026);
    }
}

TEST_CASE(
    "a case belongs to every year in which it was open, by the days of its beginning and end") {
    const auto filed = [](const char* on, const char* ended) {
        std::vector<Act> acts = {decided("2024-06-03"), remedy_filed(on, Remedy::Review)};
        if (ended) acts.push_back(remedy_ended(ended, 2, RemedyOutcome::Corrected));
        const auto it = told(request(day("2024-06-03")), acts);
        std::string all;
        for (const int year : {2024, 2025, 2026})
            all += counted(compile(form(), {{it}, {}, {}}, year, {}), "review_litigation") + ";";
        return all;
    };
    CHECK(filed("2025-01-01", "2025-12-31") == ";review.outcome_corrected;;");
    CHECK(filed("2024-12-31", "2025-01-01") == "review.outcome_pending;review.outcome_corrected;;");
    CHECK(filed("2025-12-31", "2026-01-01") == ";review.outcome_pending;review.outcome_corrected;");
    CHECK(filed("2025-12-31", nullptr) == ";review.outcome_pending;review.outcome_pending;");
}

TEST_CASE("each register and each kind of document has its row of table two") {
    using namespace disclosure;
    const auto line = [](RegisterKind kind, const char* on) { return entered(kind, on, on); };
    const std::pair<RegisterKind, const char*> each_register[] = {
        {RegisterKind::License, "art20_5.admin_license.decisions"},
        {RegisterKind::Penalty, "art20_6.admin_penalty.decisions"},
        {RegisterKind::Compulsion, "art20_6.admin_compulsion.decisions"},
        {RegisterKind::Fee, "art20_8.admin_fee.amount_wan_yuan"},
    };
    for (const auto& [kind, cell] : each_register) {
        CAPTURE(cell);
        for (const auto* on : {"2025-01-01", "2025-12-31"}) {
            const Records one{{}, {}, {line(kind, on)}};
            CHECK(table_two(one) == cell);
            CHECK(compile(form(), one, 2025, {})
                      .report.value(*form().find("proactive." + std::string(cell))) == Decimal(3));
        }
        CHECK(table_two({{}, {}, {line(kind, "2024-12-31")}}) == "");
        CHECK(table_two({{}, {}, {line(kind, "2026-01-01")}}) == "");
    }
    const auto document = [](NormativeKind kind, const char* issued, const char* ended) {
        return Normative{"document/1", kind,
                         day(issued),  ended ? std::optional(day(ended)) : std::nullopt,
                         day(issued),  ended ? day(ended) : Date{}};
    };
    const std::pair<NormativeKind, std::string> documents[] = {
        {NormativeKind::Rule, "art20_1.rules."},
        {NormativeKind::NormativeDocument, "art20_1.normative_documents."}};
    for (const auto& [kind, row] : documents) {
        CAPTURE(row);
        const auto columns = [&](const char* issued, const char* ended) {
            return table_two({{}, {document(kind, issued, ended)}, {}});
        };
        CHECK(columns("2025-01-01", nullptr) ==
              row + "issued_this_year " + row + "currently_valid");
        CHECK(columns("2024-12-31", nullptr) == row + "currently_valid");
        CHECK(columns("2024-12-31", "2025-01-01") == row + "repealed_this_year");
        CHECK(columns("2024-12-31", "2025-12-31") == row + "repealed_this_year");
        CHECK(columns("2024-12-31", "2026-01-01") == row + "currently_valid");
        CHECK(columns("2023-12-31", "2024-12-31") == "");
        CHECK(columns("2026-01-01", nullptr) == "");
    }
}

TEST_CASE(
    "what was entered or annulled by the end of the year is the year's own, later it is told") {
    using namespace disclosure;
    const auto belated = [](const char* recorded, const char* annulled) {
        auto line = entered(RegisterKind::Penalty, "2025-06-30", recorded);
        if (annulled) {
            RegisterAct act;
            act.on = act.recorded_on = day(annulled);
            act.words.seal = {"w", "digest"};
            act.what = registers::Annul{};
            line = line.after(std::move(act), {}).value();
        }
        const auto it = compile(form(), {{}, {}, {line}}, 2025, {});
        CHECK(counted(it, "proactive") == (annulled ? "" : "art20_6.admin_penalty.decisions"));
        std::string all;
        for (const Belated& each : it.belated)
            all += (each.annulment ? "annulled " : "entered ") + iso(each.recorded_on) + ";";
        return all;
    };
    CHECK(belated("2025-12-31", nullptr) == "");
    CHECK(belated("2026-01-01", nullptr) == "entered 2026-01-01;");
    CHECK(belated("2025-07-01", "2025-12-31") == "");
    CHECK(belated("2025-07-01", "2026-01-01") == "annulled 2026-01-01;");
    CHECK(belated("2026-01-02", "2026-01-03") == "entered 2026-01-02;annulled 2026-01-03;");
}

TEST_CASE("the figure of a case opens to the day of its result, of a pending one to its filing") {
    const std::vector<Act> filed = {decided("2025-03-10"),
                                    remedy_filed("2025-04-01", Remedy::Review)};
    const auto opened = [](const std::vector<Act>& acts, const char* cell) {
        const auto it =
            compile(form(), {{told(request(day("2025-03-03")), acts)}, {}, {}}, 2025, {});
        const auto origins = it.origins(form().find(cell).value());
        REQUIRE(origins.size() == 1);
        return iso(origins[0].on);
    };
    CHECK(opened(filed, "review_litigation.review.outcome_pending") == "2025-04-01");
    auto ended = filed;
    ended.push_back(remedy_ended("2025-05-30", 2, RemedyOutcome::Upheld));
    CHECK(opened(ended, "review_litigation.review.outcome_upheld") == "2025-05-30");
}
