#include "recognizer/statements.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include "../checks/make_report.h"

using namespace gongkai;
using tests::make_report;
using tests::Written;

namespace {

forms::Report with_text(const std::string& text, const std::string& form = "2021",
                        int section = 1) {
    Written it;
    it.form = form;
    it.year = form == "2019" ? 2020 : 2023;
    it.texts[section] = text;
    return make_report(it);
}

// "150条 3万件": values with their units, approximate ones with a tilde.
std::string counted(const std::string& text) {
    std::string all;
    for (const auto& it : with_text(text).statements)
        all += (all.empty() ? "" : " ") + std::string(it.approximate ? "~" : "") + it.value.text() +
               it.unit;
    return all;
}

std::string ids(const forms::Report& report, const std::vector<int>& cells) {
    std::string all;
    for (const int cell : cells)
        all += (all.empty() ? "" : "+") + report.form->cell_id(cell);
    return all;
}

// What the last number of a text is about: one sum, or several with "|" between.
std::string about(const std::string& text, const std::string& form = "2021") {
    const auto report = with_text(text, form);
    REQUIRE(!report.statements.empty());
    const auto& last = report.statements.back();
    std::string all = ids(report, last.about);
    for (const auto& reading : last.readings)
        all += (all.empty() ? "" : "|") + ids(report, reading);
    return all;
}

}  // namespace

TEST_CASE("counts are read with their units") {
    CHECK(counted("主动公开政府信息150条") == "150条");
    CHECK(counted("主动公开政府信息１５０条、解读 21 个") == "150条 21个");
    CHECK(counted("公开1,234条，12，345件") == "1234条 12345件");
    CHECK(counted("公开12、345件") == "345件");
    CHECK(counted("收费96171.6万元，其中380元") == "96171.6万元 380元");
    CHECK(counted("发布3万条，1.2万余人次浏览") == "30000条 ~12000人次");
    CHECK(counted("公开5500 余条，约30件，近40件，百余条") == "~5500条 ~30件 ~40件");
    CHECK(counted("制定十二件，废止一百零三件，清理两千件") == "12件 103件 2000件");
    CHECK(counted("占33.9%，占 4.34％") == "33.9% 4.34%");
    CHECK(counted("新收申请数量为12，办结11件。") == "12 11件");
    CHECK(counted("收到70件申请，1件结转下年度") == "70件 1件");
}

TEST_CASE("dates, references and words are no statements") {
    CHECK(counted("2023年1月1日至12月31日，近3年") == "");
    CHECK(counted("20个工作日内，30日，24小时，第3季度，四个季度") == "");
    CHECK(counted("《条例》第二十条第（一）项、第36条") == "");
    CHECK(counted("国办公开办函〔2021〕30号，国令第711号") == "");
    CHECK(counted("（一）概况。1.公开。一是公开；二是答复") == "");
    CHECK(counted("地址：青禾路1号，邮编：223001，电话：0517-83605210") == "");
    CHECK(counted("12345热线、“12345”政务服务热线") == "");
    CHECK(counted("推进“五公开”，“互联网+”，“四个意识”") == "");
    CHECK(counted("高效办成一件事，一次性告知，三个方面") == "");
    CHECK(counted("3至5件，3-5件") == "");
    CHECK(counted("下属5部门、2人大代表") == "");
}

TEST_CASE("a statement stands where it is printed") {
    const auto report = with_text("全年 共公开\n政府信息 150 条。");
    REQUIRE(report.statements.size() == 1);
    const auto& it = report.statements.front();
    CHECK(it.subject == "全年 共公开\n政府信息");
    CHECK(text::slice(report.sections[std::size_t(it.section)].text, std::size_t(it.from),
                      std::size_t(it.to)) == "150 条");
}

TEST_CASE("plain words tell which cell a number is about") {
    CHECK(about("新收政府信息公开申请12件") == "requests.new_received.total");
    CHECK(about("收到政府信息公开申请12件") ==
          "requests.new_received.total|requests.new_received.total+requests.carried_over_in.total");
    CHECK(about("收到政府信息公开申请12件，办结11件") == "requests.result_total.total");
    CHECK(about("收到政府信息公开申请12件，1件结转下年度办理") ==
          "requests.carried_over_out.total");
    CHECK(about("答复申请12件（含上年度结转申请3件）") == "requests.carried_over_in.total");
    CHECK(about("新收政府信息公开申请12件，其中自然人申请10件") ==
          "requests.new_received.natural_person");
    CHECK(about("办结申请12件，其中：部分公开2件") == "requests.result_partial.total");
    CHECK(about("办结申请12件，予以公开及部分公开2件") ==
          "requests.result_granted.total+requests.result_partial.total");
    CHECK(about("政府信息公开行政复议8件") == "review_litigation.review.outcome_total");
    CHECK(about("政府信息公开行政复议8件，其中结果维持5件") ==
          "review_litigation.review.outcome_upheld");
    CHECK(about("因政府信息公开引起的行政诉讼8件") ==
          "review_litigation.litigation_direct.outcome_total+"
          "review_litigation.litigation_after_review.outcome_total");
    CHECK(about("全年制发行政规范性文件8件") ==
          "proactive.art20_1.normative_documents.issued_this_year");
    CHECK(about("清理并发布现行有效行政规范性文件39件") ==
          "proactive.art20_1.normative_documents.currently_valid");
    CHECK(about("废止规范性文件3件") == "proactive.art20_1.normative_documents.repealed_this_year");
}

TEST_CASE("where words leave doubt nothing is said") {
    CHECK(about("政策、规范性文件类信息68条") == "");
    CHECK(about("公开政策文件和规范性文件12件") == "");
    CHECK(about("发布规范性文件解读12篇") == "");
    CHECK(about("公文1条") == "");
    CHECK(about("推进政府信息公开，另有规范性文件3件") == "");
    CHECK(about("起草规范性文件3件并公布") == "");
    CHECK(about("收到县政协委员提案1件") == "");
    CHECK(about("受理12345热线97件") == "");
    CHECK(about("2022年收到政府信息公开申请12件") == "");
    CHECK(about("收到政府信息公开申请约12件") == "");
    CHECK(about("收到政府信息公开申请12件，较去年增加3件") == "");
    CHECK(about("办理行政复议案件300件") == "");
    CHECK(about("健全规章制度12项") == "");
    CHECK(about("办结政府信息公开申请3件，处理行政处罚5件") == "");
    CHECK(about("与有关部门会同办理依申请公开2件") == "");
    CHECK(about("收到网上申请政府信息公开3件") == "");
}

TEST_CASE("of reviews and suits a part is not the total") {
    CHECK(about("政府信息公开行政复议8件，其中纠错5件") ==
          "review_litigation.review.outcome_corrected");
    CHECK(about("政府信息公开行政复议8件（含上年结转2件）") == "");
    CHECK(about("政府信息公开行政复议8件，驳回2件") == "");
    CHECK(about("政府信息公开行政复议撤回2件") == "");
    CHECK(about("新发生政府信息公开行政诉讼11件") == "");
    CHECK(about("政府信息公开行政诉讼确认违法1件") == "");
}

TEST_CASE("what another body received is not the report's own") {
    // The report is of 青禾县人民政府.
    CHECK(about("县民政局收到政府信息公开申请12件") == "");
    CHECK(about("县民政局收到政府信息公开申请12件，办结11件") == "");
    CHECK(about("城东街道办事处2023年共受理公开申请12件") == "");
    CHECK(about("县民政局收到公开申请2件，全县共办结公开申请12件") ==
          "requests.result_total.total");
    CHECK(about("县民政局收到公开申请2件。办结公开申请12件") == "requests.result_total.total");
    CHECK(about("我局新收公开申请12件") == "requests.new_received.total");
    CHECK(about("由县政府办公室牵头，全年新收公开申请12件") == "requests.new_received.total");
}

TEST_CASE("any text is read without harm, and statements stand inside it") {
    const std::vector<std::string> pieces = {"2023年",     "收到",
                                             "申请",       "12",
                                             "件",         "，",
                                             "。",         "其中",
                                             "十",         "百",
                                             "万",         "亿",
                                             "第",         "%",
                                             "1,234",      ".",
                                             "余",         "行政复议",
                                             "规范性文件", "\xff",
                                             "\xe4\xb8",   " ",
                                             "\n",         "（",
                                             "占",         "99999999999999999999",
                                             "九亿亿亿",   "[image: a]",
                                             "个",         "至",
                                             "-"};
    CHECK(rc::check("statements lie inside their section", [&] {
        const auto picks =
            *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, int(pieces.size())));
        std::string text;
        for (const int pick : picks)
            text += pieces[std::size_t(pick)];
        if (*rc::gen::inRange(0, 4) == 0) text += *rc::gen::arbitrary<std::string>();
        const auto report = with_text(text);
        const int length = int(text::length(text));
        int behind = 0;
        for (const auto& it : report.statements) {
            RC_ASSERT(it.from >= behind);
            RC_ASSERT(it.to > it.from);
            RC_ASSERT(it.to <= length);
            behind = it.to;
        }
    }));
}
