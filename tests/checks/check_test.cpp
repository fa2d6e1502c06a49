#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>

#include "checks/body.h"
#include "checks/rule.h"
#include "make_report.h"

using namespace gongkai;
using checks::BodyKind;
using tests::make_report;
using tests::Written;

TEST_CASE("a report without fault has no findings") {
    for (const std::string form : {"2019", "2021"}) {
        Written it;
        it.form = form;
        it.year = form == "2019" ? 2020 : 2023;
        it.texts[6] = "本年度未收取信息处理费。";
        const auto report = make_report(it);
        for (const auto& finding : checks::check({report}))
            FAIL(finding.rule, " ", finding.message);
    }
}

TEST_CASE("errors come before warnings, and warnings before hints") {
    Written it;
    it.cells = {{"proactive.art20_6.admin_penalty.decisions", "-3"},
                {"proactive.art20_5.admin_license.decisions", ""}};
    it.texts[1] = "坚持公开为原则。";
    const auto report = make_report(it);
    const auto findings = checks::check({report});
    REQUIRE(findings.size() >= 3);
    CHECK(std::ranges::is_sorted(findings, {}, &checks::Finding::severity));
}

TEST_CASE("the cell in which a row and a column are out by the same figure is named") {
    Written it;
    // The one granted is entered as none; the 5 of another column has nothing to do with it.
    it.cells = {{"requests.new_received.natural_person", "1"},
                {"requests.new_received.total", "1"},
                {"requests.result_granted.natural_person", "0"},
                {"requests.result_granted.total", "1"},
                {"requests.result_total.natural_person", "1"},
                {"requests.result_total.org_other", "5"},
                {"requests.result_total.total", "6"}};
    const auto report = make_report(it);
    const auto findings = checks::check({report});
    const auto row = std::ranges::find(findings, "requests-row-sum", &checks::Finding::rule);
    REQUIRE(row != findings.end());
    CHECK(row->message.find("很可能是“（一）予以公开·自然人”一格有误") != std::string::npos);
}

TEST_CASE("ids are dashed lower case and no rule has another's") {
    std::vector<std::string_view> ids;
    for (const checks::Rule& rule : checks::rules()) {
        CHECK(std::ranges::all_of(rule.id,
                                  [](char c) { return (c >= 'a' && c <= 'z') || c == '-'; }));
        CHECK_FALSE(rule.title.empty());
        CHECK_FALSE(rule.basis.empty());
        CHECK_FALSE(rule.explains.empty());
        ids.push_back(rule.id);
    }
    std::ranges::sort(ids);
    CHECK(std::ranges::adjacent_find(ids) == ids.end());
}

TEST_CASE("the kind of body is read from its name") {
    const struct {
        const char* organ;
        BodyKind kind;
    } cases[] = {{"青禾县柳林镇人民政府", BodyKind::Township},
                 {"柳林镇", BodyKind::Township},
                 {"青禾区河东街道办事处", BodyKind::Township},
                 {"青禾县教育局", BodyKind::Department},
                 {"云岭市发展和改革委员会", BodyKind::Department},
                 {"青禾县人民政府", BodyKind::Government},
                 {"镇山市人民政府", BodyKind::Government},
                 {"云岭市人民政府办公厅", BodyKind::Office},
                 {"云岭经济开发区管理委员会", BodyKind::Unknown},
                 {"云岭综合实验区", BodyKind::Unknown},
                 {"", BodyKind::Unknown}};
    for (const auto& it : cases) {
        forms::Report report;
        report.organ = it.organ;
        INFO(it.organ);
        CHECK(checks::body_kind(report) == it.kind);
    }
    forms::Report titled;
    titled.title = "2021年柳林镇政府信息公开工作年度报告";
    CHECK(checks::body_kind(titled) == BodyKind::Township);
    CHECK(checks::body_name(titled) == "柳林镇");
}

TEST_CASE("no report breaks the checks, and quotes are what is printed") {
    const std::vector<std::string> pieces = {"2023年",
                                             "未收到",
                                             "申请公开",
                                             "12",
                                             "件",
                                             "，",
                                             "。",
                                             "其中",
                                             "（",
                                             "）",
                                             "均获维持",
                                             "占",
                                             "30%",
                                             "公开为原则",
                                             "我局",
                                             "行政复议",
                                             "规范性文件",
                                             "\xff",
                                             " ",
                                             "\n",
                                             "共",
                                             "热线",
                                             "999999999999999999",
                                             "统计期限",
                                             "等",
                                             "自然人",
                                             "；",
                                             "、",
                                             ".",
                                             "条",
                                             "[image: a]"};
    const std::vector<std::string> values = {
        "0", "1", "12", "-3", "1.5", "", "/", "无", "?1|22", "999999999999999999", "absent"};
    CHECK(rc::check("check() copes with anything", [&] {
        Written it;
        it.form = *rc::gen::element<std::string>("2019", "2021");
        it.year = *rc::gen::inRange(2018, 2026);
        it.organ = *rc::gen::element<std::string>("柳林镇", "青禾县教育局", "青禾县人民政府", "");
        for (int section = 0; section <= 7; ++section) {
            const auto picks =
                *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, int(pieces.size())));
            for (const int pick : picks)
                it.texts[section] += pieces[std::size_t(pick)];
        }
        const forms::Form& form = tests::form(it.form);
        const auto cells =
            *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, form.cell_count()));
        for (const int cell : cells)
            it.cells[form.cell_id(cell)] =
                values[std::size_t(*rc::gen::inRange(0, int(values.size())))];
        const auto report = make_report(it);
        for (const auto& finding : checks::check({report, &report})) {
            RC_ASSERT_FALSE(finding.message.empty());
            for (const int cell : finding.cells)
                RC_ASSERT(cell >= 0 && cell < form.cell_count());
            for (const auto& quote : finding.text) {
                const auto& text = report.sections.at(std::size_t(quote.section)).text;
                RC_ASSERT(quote.from < quote.to);
                // Sign by sign: what is no UTF-8 is quoted as U+FFFD.
                RC_ASSERT(text::points(
                              text::slice(text, std::size_t(quote.from), std::size_t(quote.to))) ==
                          text::points(quote.quote));
            }
        }
    }));
}

TEST_CASE("what reports ordinarily say raises neither error nor warning") {
    Written it;
    it.organ = "云岭市教育局";
    for (const char* column : {"natural_person", "total"}) {
        const auto set = [&](const std::string& row, const char* value) {
            it.cells["requests." + row + "." + column] = value;
        };
        set("new_received", "20");
        set("carried_over_in", "3");
        set("result_granted", "9");
        set("result_partial", "4");
        set("denied_internal_affairs", "2");
        set("unavailable_not_held", "5");
        set("other_other", "1");
        set("result_total", "21");
        set("carried_over_out", "2");
    }
    it.cells["proactive.art20_1.normative_documents.issued_this_year"] = "2";
    it.cells["proactive.art20_1.normative_documents.currently_valid"] = "9";
    it.cells["review_litigation.review.outcome_upheld"] = "1";
    it.cells["review_litigation.review.outcome_total"] = "1";
    it.texts[0] = "本报告所列数据的统计期限自2023年1月1日起至2023年12月31日止。";
    it.texts[6] = "本年度未产生信息处理费。承办人大代表建议8件、政协提案12件，按时办结率100%。";
    const char* sentences[] = {
        "2023年，我局认真贯彻《条例》，坚持以公开为常态、不公开为例外。",
        "全年新收政府信息公开申请20件，上年结转3件，办结21件，结转下年度2件。",
        "全年共收到政府信息公开申请20件，较上年增加5件，增长33.3%，均按期答复。",
        "共受理政府信息公开申请23件，答复21件，其中予以公开9件、部分公开4件、不予公开2件、"
        "无法提供5件、其他处理1件。",
        "收到依申请公开20件，其中网上提交15件、信函4件、当面1件；已办结21件，2件正在办理。",
        "通过在线平台受理申请15件，线下受理5件。",
        "未收到法人或其他组织提出的申请。未发生因政府信息公开引起的行政诉讼。",
        "因政府信息公开被申请行政复议1件，结果为维持；行政诉讼0件。",
        "全年主动公开信息1260条，其中门户网站800条，微信公众号700条。",
        "全年主动公开信息1260条，其中政策解读20条，回应关切12条，新闻发布会3场。",
        "发布各类信息3860条，其中政务动态1200余条、通知公告900条、其他信息1760条。",
        "“云岭教育”公众号发布信息520篇，阅读量达36万次，其中最高单篇阅读2.3万次。",
        "制发行政规范性文件2件，现行有效9件，废止0件，备案率100%，开展合法性审核15件。",
        "公开政策文件12件、规范性文件解读6篇，转载国务院规范性文件30件。",
        "办理12345热线工单356件，局长信箱来信48件，网民留言22条，答复率100%。",
        "召开政务公开培训2次，参训人员120人次，其中科级干部15人，占12.5%。",
        "开设专栏5个，其中学前教育专栏发布信息45条，义务教育专栏60条，职业教育专栏18条。",
        "办理行政许可申请135件，其中准予许可130件，不予许可5件。",
        "2022年我局收到政府信息公开申请17件，2023年收到20件。",
        "全市教育系统共有82所学校完成公开目录，占98.8%。",
        "公开双随机检查结果16次，涉及机构48家，其中合格45家，整改3家。",
        "答复21件申请中，自然人21件，占100%；予以公开9件，占42.86%，部分公开4件，占19%。",
        "政府信息公开申请办理中补正5件，延期答复3件，申请人撤回1件。",
    };
    for (const char* sentence : sentences) {
        it.texts[1] = sentence;
        const auto report = make_report(it);
        for (const auto& finding : checks::check({report})) {
            INFO(sentence, " ", finding.rule, " ", finding.message);
            CHECK(finding.severity == checks::Severity::Hint);
        }
    }
}
