#include "desk/report_room.h"

#include <doctest/doctest.h>

#include "desk/report_document.h"
#include "office_for_tests.h"

using namespace gongkai;
using namespace gongkai::desk;
using namespace gongkai::testing;
using reports::SubmissionKey;
using reports::SubmissionState;
namespace submissions = reports::submissions;
using submissions::Accept;
using submissions::Publish;
using submissions::Return;

namespace {

const auto clerk = [](std::string_view on) { return TestOffice::at(on, "account/1"); };
const auto county = [](std::string_view on) { return TestOffice::at(on, "account/9"); };

Result<reports::Submission> moved(TestOffice& office, const desk::Actor& by,
                                  const SubmissionKey& key, const submissions::Subject::Kinds& what,
                                  std::string words) {
    reports::SubmissionAct act;
    act.what = what;
    act.words = records::in_clear(std::move(words));
    return office.desks.reports.move(by, key, act);
}

ReportWords words() {
    ReportWords it;
    it.problems = {"公开内容还不够丰富。"};
    it.improvements = {"加强对经办人员的培训。"};
    return it;
}

// One request answered in the year, and one that is left open.
void play(TestOffice& it, const journal::LogKey& town) {
    for (const bool answered : {true, false}) {
        auto request =
            it.desks.requests.take_in(clerk("2025-12-10"), town, any_question("2025-12-10"))
                .value()
                .request;
        if (!answered) continue;
        for (const Act& each : {decide(day("2025-12-12")), act(Deliver{}, "2025-12-12")})
            request = it.desks.requests
                          .act_on(clerk("2025-12-12"), request.key(), said(each, ""),
                                  request.acts().size())
                          .value();
    }
}

std::int64_t figure(const forms::Report& report, std::string_view id) {
    return report.value(report.form->find(id).value()).value().whole();
}

}  // namespace

TEST_CASE("a year is compiled, sent up, returned, accepted and published") {
    on_each_office([](TestOffice& it) {
        const SubmissionKey key{it.town(), 2025};
        play(it, key.log);
        const auto compiled = it.desks.books.compile(key);
        REQUIRE(compiled.ok());
        CHECK(figure(compiled.value().report, "requests.new_received.total") == 2);
        CHECK(figure(compiled.value().report, "requests.carried_over_out.total") == 1);

        CHECK(it.desks.reports.prepare(clerk("2026-01-05"), key, {}).error().code ==
              "report.words");
        const auto prepared = it.desks.reports.prepare(clerk("2026-01-05"), key, words());
        REQUIRE(prepared.ok());
        CHECK(prepared.value().version()->compiled);
        const auto kept = it.desks.shelf.report(key.log, prepared.value().version()->report);
        REQUIRE(kept);
        CHECK(kept->title == "云溪县柳河镇人民政府2025年政府信息公开工作年度报告");
        REQUIRE(it.desks.reports.submit(clerk("2026-01-06"), key).ok());
        CHECK(moved(it, clerk("2026-01-07"), key, Accept{}, "").error().code == "submission.own");
        REQUIRE(moved(it, county("2026-01-07"), key, Return{}, "请补充监督保障情况。").ok());
        REQUIRE(it.desks.reports.prepare(clerk("2026-01-08"), key, words()).ok());
        REQUIRE(it.desks.reports.submit(clerk("2026-01-08"), key).ok());
        REQUIRE(moved(it, county("2026-01-09"), key, Accept{}, "").ok());
        REQUIRE(moved(it, clerk("2026-01-20"), key, Publish{}, "").ok());
        CHECK(it.desks.shelf.submission(key).state() == SubmissionState::Published);
    });
}

TEST_CASE("a wrong report made elsewhere is kept, but not submitted") {
    on_each_office([](TestOffice& it) {
        const SubmissionKey key{it.town(), 2025};
        play(it, key.log);
        const auto right = it.desks.reports.prepare(clerk("2026-01-05"), key, words());
        auto report = it.desks.shelf.report(key.log, right.value().version()->report).value();
        auto& cell =
            *report.cells[std::size_t(report.form->find("requests.new_received.total").value())];
        cell.value = Decimal(7);
        cell.text = "7";
        const auto uploaded =
            it.desks.reports.prepare_file(clerk("2026-01-05"), key, report_docx(report), "");
        REQUIRE(uploaded.ok());
        CHECK_FALSE(uploaded.value().version()->compiled);
        const auto refused = it.desks.reports.submit(clerk("2026-01-06"), key);
        CHECK(refused.error().code == "submission.gate");
        CHECK(it.desks.shelf.submission(key).state() == SubmissionState::Prepared);
        CHECK_FALSE(it.desks.reports.prepare_file(clerk("2026-01-06"), key, "no report", "").ok());

        // Right in itself, but another body's.
        auto foreign = it.desks.shelf.report(key.log, right.value().version()->report).value();
        foreign.organ = "云溪县白杨镇人民政府";
        foreign.title = foreign.organ + "2025年政府信息公开工作年度报告";
        REQUIRE(
            it.desks.reports.prepare_file(clerk("2026-01-07"), key, report_docx(foreign), "").ok());
        const auto misplaced = it.desks.reports.submit(clerk("2026-01-07"), key);
        CHECK(misplaced.error().code == "submission.gate");
        CHECK(misplaced.error().message.find("不是本机关的报告") != std::string::npos);
    });
}

TEST_CASE("an opening that differs from last year's accepted closing needs a reason") {
    on_each_office([](TestOffice& it) {
        const SubmissionKey first{it.town(), 2025}, second{first.log, 2026};
        play(it, first.log);
        REQUIRE(it.desks.reports.prepare(clerk("2026-01-05"), first, words()).ok());
        REQUIRE(it.desks.reports.submit(clerk("2026-01-05"), first).ok());
        REQUIRE(moved(it, county("2026-01-06"), first, Accept{}, "").ok());
        // After the acceptance a request of last year turns up.
        REQUIRE(
            it.desks.requests.take_in(clerk("2026-02-01"), first.log, any_question("2025-12-30"))
                .ok());
        CHECK(it.desks.books.compile(first).value().belated.size() == 1);
        REQUIRE(it.desks.reports.prepare(clerk("2026-02-02"), second, words()).ok());
        CHECK(it.desks.reports.submit(clerk("2026-02-02"), second).error().code ==
              "submission.gate");
        auto reasoned = words();
        reasoned.opening_reason = " \n　";
        REQUIRE(it.desks.reports.prepare(clerk("2026-02-02"), second, reasoned).ok());
        CHECK(it.desks.reports.submit(clerk("2026-02-02"), second).error().code ==
              "submission.gate");
        reasoned.opening_reason = "上年12月30日收到的一件申请当时漏登，2026年2月1日补登。王芳";
        REQUIRE(it.desks.reports.prepare(clerk("2026-02-03"), second, reasoned).ok());
        CHECK(it.desks.reports.submit(clerk("2026-02-03"), second).ok());
    });
}

TEST_CASE("the county's report adds up its bodies and names the missing ones") {
    on_each_office([](TestOffice& it) {
        const auto office = it.town();
        const SubmissionKey a{it.town(office.organ), 2025}, b{it.town(office.organ), 2025};
        for (const auto& key : {a, b})
            play(it, key.log);
        REQUIRE(it.desks.reports.prepare(clerk("2026-01-05"), a, words()).ok());
        REQUIRE(it.desks.reports.submit(clerk("2026-01-05"), a).ok());
        REQUIRE(moved(it, county("2026-01-06"), a, Accept{}, "").ok());
        const auto all = it.desks.roll_ups.accepted({office, 2025});
        REQUIRE(all.ok());
        CHECK(figure(all.value().sum.report, "requests.new_received.total") == 2);
        REQUIRE(all.value().missing.size() == 2);  // the county's own, and the other town's
        CHECK(all.value().missing[1].key == b.log);
    });
}
