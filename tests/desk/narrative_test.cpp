#include "reports/narrative.h"

#include <doctest/doctest.h>

#include "../requests/histories_for_tests.h"
#include "desk/examine.h"
#include "desk/release.h"
#include "desk/report_document.h"
#include "files/form_files.h"
#include "reports/compile.h"

using namespace gongkai;
using namespace gongkai::testing;

namespace {

const forms::Forms& all_forms() {
    static const auto forms = files::load_forms().value();
    return forms;
}

reports::NarrativeFacts any_facts() {
    const struct {
        std::string organ;
        reports::OrganKind kind;
    } organs[] = {{"云岭县民政局", reports::OrganKind::Department},
                  {"云岭县青箬镇人民政府", reports::OrganKind::Township},
                  {"云岭县人民政府", reports::OrganKind::Government}};
    const auto& organ = organs[*rc::gen::inRange(0, 3)];
    reports::NarrativeFacts facts;
    facts.organ = organ.organ;
    facts.kind = organ.kind;
    for (const auto* name : {"政府网站", "政务新媒体", "公开栏"})
        facts.published.push_back({name, Decimal(*rc::gen::inRange(0, 900))});
    facts.fee_yuan = Decimal(*rc::gen::inRange(0, 3) * 100);
    facts.problems = {"部分栏目更新不够及时。"};
    facts.improvements = {"明确每个栏目的更新责任人和时间要求。"};
    return facts;
}

// Requests, documents and the narrative of a year that might have been.
forms::Report any_report() {
    reports::Records records;
    for (int i = *rc::gen::inRange(0, 12); i > 0; --i)
        records.requests.push_back(any_history(day("2025-01-02"), day("2026-03-01"), 8));
    for (int i = *rc::gen::inRange(0, 5); i > 0; --i) {
        const Date issued = day("2024-01-01") + std::chrono::days{*rc::gen::inRange(0, 730)};
        records.normative.push_back({"document/" + std::to_string(i),
                                     disclosure::NormativeKind::NormativeDocument,
                                     issued,
                                     {},
                                     issued});
    }
    auto report = reports::compile(all_forms().back(), records, 2025, {}).report;
    auto facts = any_facts();
    const auto fresh = report.value(*report.form->find("requests.new_received.total"));
    facts.request_channels = {{"网络提交", *fresh}};
    narrate(report, facts);
    return report;
}

std::string faults(const std::vector<checks::Finding>& findings) {
    std::string all;
    for (const auto& it : findings)
        if (it.severity != checks::Severity::Hint)
            all += std::string(it.rule) + "：" + it.message + "\n";
    return all;
}

}  // namespace

TEST_CASE("a compiled report with its narrative has neither error nor warning") {
    CHECK(rc::check([] {
        const auto report = any_report();
        const auto bytes = desk::report_docx(report);
        const auto back = desk::read_back(report, bytes, all_forms());
        if (!back.ok()) RC_FAIL(back.error().message);
        const auto examined = desk::examine(bytes, all_forms(), nullptr);
        const auto all = faults(examined.value().checked.findings);
        if (!all.empty()) RC_FAIL(all + report.sections[0].text);
        RC_ASSERT(examined.value().report.organ == report.organ);
    }));
}

TEST_CASE("a year in which nothing happened is told in whole sentences") {
    auto report = reports::compile(all_forms().back(), {}, 2025, {}).report;
    reports::NarrativeFacts facts;
    facts.organ = "云岭县青箬镇人民政府";
    narrate(report, facts);
    CHECK(report.title == "云岭县青箬镇人民政府2025年政府信息公开工作年度报告");
    REQUIRE(report.sections.size() == 6);
    CHECK(report.sections[0].text.find("没有新收到政府信息公开申请") != std::string::npos);
    CHECK(report.sections[5].text.find("没有收取政府信息公开信息处理费") != std::string::npos);
    const auto examined = desk::examine(desk::report_docx(report), all_forms(), nullptr).value();
    CHECK(faults(examined.checked.findings).empty());
}

TEST_CASE("the outcomes that are told are those of the table") {
    using law::DecisionCode;
    const std::vector<std::pair<DecisionCode, int>> decided = {{DecisionCode::G1, 1},
                                                               {DecisionCode::G3, 2},
                                                               {DecisionCode::D1, 3},
                                                               {DecisionCode::U1a, 4},
                                                               {DecisionCode::N1, 5}};
    reports::Records records;
    for (const auto& [code, times] : decided)
        for (int i = 0; i < times; ++i)
            records.requests.push_back(
                told(request(day("2025-03-03")), {decide(day("2025-03-10"), {code})}));
    using requests::Deliver, requests::FileRemedy, requests::Remedy;
    records.requests.front() =
        told(records.requests.front(),
             {act(Deliver{}, "2025-03-11"), act(FileRemedy{Remedy::Review}, "2025-04-01"),
              act(FileRemedy{Remedy::SuitAfterReview}, "2025-05-01")});
    auto report = reports::compile(all_forms().back(), records, 2025, {}).report;
    reports::narrate(report, {});
    const std::string& text = report.sections[0].text;
    CHECK_MESSAGE(text.find("予以公开1件，部分公开2件，不予公开3件，无法提供4件，不予处理5件。") !=
                      std::string::npos,
                  text);
    CHECK_MESSAGE(text.find("行政复议1件，行政诉讼1件。") != std::string::npos, text);
}

TEST_CASE("what the clerk writes is passed on") {
    auto report = reports::compile(all_forms().back(), {}, 2025, {}).report;
    reports::NarrativeFacts facts;
    facts.organ = "云岭县人民政府";
    facts.kind = reports::OrganKind::Government;
    facts.problems = {"一是更新慢。"};
    facts.improvements = {"已逐栏检查。"};
    facts.appraisal = "社会评议满意率高。";
    facts.proactive = "办理县长信箱来信3件。";
    facts.other = "无其他事项。";
    narrate(report, facts);
    CHECK(report.sections[4].text == "一是更新慢。\n已逐栏检查。\n");
    CHECK(report.sections[0].text.find("社会评议满意率高。") != std::string::npos);
    CHECK(report.sections[0].text.find("政府信息。办理县长信箱来信3件。\n（二）") !=
          std::string::npos);
    CHECK(report.sections[5].text.find("无其他事项。") != std::string::npos);
}
