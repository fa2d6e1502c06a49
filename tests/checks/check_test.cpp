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
                RC_ASSERT(text::slice(text, std::size_t(quote.from), std::size_t(quote.to)) ==
                          quote.quote);
            }
        }
    }));
}
