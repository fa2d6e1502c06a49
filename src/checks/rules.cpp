#include <algorithm>
#include <set>
#include <stdexcept>
#include <tuple>

#include "checks/narrative.h"
#include "checks/rules/runs.h"

namespace gongkai::checks {

namespace {

constexpr std::string_view form_text = "年度报告格式（国办公开办函〔2019〕60号、〔2021〕30号）";
constexpr std::string_view regulation_50 = "《政府信息公开条例》第五十条";

constexpr Rule all[] = {
    {"requests-flow", Severity::Error, "新收加结转应等于办结加结转下年", form_text,
     "表三印着勾稽关系：每一列的第一项加第二项之和，等于第三项加第四项之和。", check_flow},
    {"requests-column-sum", Severity::Error, "各项办理结果之和应等于总计", form_text,
     "表三每一列的“（七）总计”应当等于该列各项办理结果之和，空白按零计算。", check_columns},
    {"requests-row-sum", Severity::Error, "各类申请人之和应等于总计", form_text,
     "表三每一行的“总计”应当等于自然人与各类组织之和。总计空白的不检查。", check_rows},
    {"review-sum", Severity::Error, "复议、诉讼四种结果之和应等于总计", form_text,
     "表四每一组的“总计”应当等于维持、纠正、其他结果、尚未审结四项之和。", check_reviews},
    {"count-not-whole", Severity::Error, "件数应当是整数", form_text,
     "除金额外，表中的数都是件数或者项目数，不会有小数。", check_whole},
    {"count-negative", Severity::Error, "数量不应当是负数", form_text,
     "除“本年增/减”外，表中的数都不会小于零。", check_sign},
    {"cell-not-a-number", Severity::Hint, "应当填数字的格内是文字", form_text,
     "没有发生的填“0”，不适用的填“/”，文字不便于汇总。", check_words_in_cells},
    {"form-of-another-year", Severity::Error, "表格不是本年度的格式", "国办公开办函〔2021〕30号",
     "2019、2020 年度用 2019 年的格式，2021 年度起用 2021 年的格式。", check_form_of_year},
    {"stated-documents", Severity::Warning, "文字中的规范性文件数与表格不一致", regulation_50,
     "文字写明制发、公开、废止或者现行有效的规范性文件、规章件数，应当与表二相同；"
     "文字有而表中全为零的是错误。",
     check_stated_documents},
    {"stated-requests", Severity::Warning, "文字中的申请、办结、结转数与表格不一致", regulation_50,
     "文字写明的收到、办结、结转件数应当与表三相同。“受理”可以含上年结转，“答复”可以不含其他处理。",
     check_stated_requests},
    {"stated-applicants", Severity::Warning, "文字中的申请人分类与表格不一致", regulation_50,
     "文字写明的自然人、法人或其他组织的申请件数应当与表三相同。", check_stated_applicants},
    {"stated-outcomes", Severity::Warning, "文字中的办理结果与表格不一致", regulation_50,
     "文字写明的予以公开、不予公开、无法提供、不予处理等件数，应当等于表三相应各行之和。",
     check_stated_outcomes},
    {"stated-reviews", Severity::Warning, "文字中的复议、诉讼数与表格不一致", regulation_50,
     "文字写明的行政复议、行政诉讼件数及其结果应当与表四相同。", check_stated_reviews},
    {"none-received", Severity::Warning, "文字说没有，表中却有", regulation_50,
     "文字说未收到、无、零申请或者均为零，而表三、表四的数大于零。", check_none_received},
    {"all-upheld", Severity::Warning, "文字说均获维持，表中还有别的结果", regulation_50,
     "文字说复议、诉讼均获维持，而表四有纠正、其他结果或者尚未审结的。", check_all_upheld},
    {"breakdown-sum", Severity::Warning, "“其中”各项之和与总数不符", "算术",
     "“其中”列举的各项看来是全部时，其和应当等于总数；任何一项或者各项之和都不应当超过总数。"
     "写有“等”“主要”“约”“余”的不检查。",
     check_breakdowns},
    {"hotline-sum", Severity::Warning, "热线、信箱各项之和与总数不符", "算术",
     "同一句中热线、信箱、留言各有件数又有总数的，各项之和应当等于总数。", check_hotlines},
    {"share", Severity::Warning, "所占比例算得不对", "算术",
     "“某项 n 件，占 x%”应当等于件数除以总数，四舍五入或者截去尾数都可以。"
     "只有能够确定总数是哪一个时才检查。",
     check_shares},
    {"published-total", Severity::Warning, "对外公开总数量少于本年新公开数量", form_text,
     "2019 年格式的“对外公开总数量”包括本年新公开的。", check_published_total},
    {"documents-in-force", Severity::Warning, "现行有效件数少于本年制发减废止", form_text,
     "2021 年格式的“现行有效件数”包括本年制发且未废止的。", check_documents_in_force},
    {"rule-making-power", Severity::Warning, "乡镇、街道填了规章",
     "《立法法》第九十一条、第九十三条",
     "规章由国务院部门和省、设区的市一级人民政府制定，乡镇、街道不会有。", check_rule_making},
    {"items-change", Severity::Hint, "“本年增/减”与前后两栏对不上", form_text,
     "上一年没有项目、本年又没有处理决定，却填了增加的项目数，可能是填错了栏。",
     check_item_changes},
    {"carried-over-from-last-year", Severity::Warning, "上年结转与上年度报告不一致", form_text,
     "本年度的“上年结转”应当等于上年度报告的“结转下年度继续办理”。", check_carried_over},
    {"documents-stock", Severity::Warning, "现行有效件数与上年度报告推算的不一致", form_text,
     "上年现行有效件数加本年制发减本年废止，应当等于本年现行有效件数；机构改革、重新认定等除外。",
     check_document_stock},
    {"items-stock", Severity::Warning, "上一年项目数量与上年度报告推算的不一致", form_text,
     "2019 年格式的“上一年项目数量”应当等于上年度报告的项目数量加本年增/减。", check_item_stock},
    {"same-as-last-year", Severity::Warning, "文字与上年度报告雷同", "国办公开办函〔2021〕30号",
     "总体情况、存在问题两部分有一半以上的句子与上年度报告逐字相同。", check_sameness},
    {"period-of-another-year", Severity::Warning, "统计期限不是报告的年度", regulation_50,
     "报告写明的统计期限应当是报告年度的 1 月 1 日至 12 月 31 日。", check_period},
    {"opening-of-another-year", Severity::Warning, "总体情况写的是另一年", regulation_50,
     "总体情况以另一年开头，全段没有提到报告的年度。", check_opening_year},
    {"published-late", Severity::Warning, "公布日期晚于规定", "《政府信息公开条例》第四十九条",
     "县级以上政府部门在每年 1 月 31 日前、县级以上地方政府在每年 3 月 31 日前公布；"
     "乡镇、街道没有统一规定，不检查。",
     check_lateness},
    {"old-principle", Severity::Warning, "公开原则是旧的提法", "《政府信息公开条例》第五条",
     "2019 年修订的条例改为“以公开为常态、不公开为例外”。", check_principle},
    {"foreign-words", Severity::Warning, "文字像是别的机关的", "国办公开办函〔2021〕30号",
     "乡镇的报告里说“我局”“建设系统”，部门的报告里说“我镇”，多半是套用了别处的文字。",
     check_foreign_words},
    {"six-sections", Severity::Warning, "报告的部分与格式不符", form_text,
     "报告由六个部分组成，标题和顺序都有规定。", check_sections},
    {"fee-statement", Severity::Warning, "没有说明信息处理费", "《政府信息公开条例》第四十二条",
     "2021 年格式的报告应当在第六部分说明收取信息处理费的情况，没有收取的也要说明。",
     check_fee_statement},
    {"blank-cells", Severity::Hint, "表格有空白格", form_text,
     "空白看不出是零还是漏填；没有发生的应当填“0”。", check_blanks},
    {"layout", Severity::Hint, "表格的样子与格式不同", form_text,
     "多出或者缺少的行、列标题，连写的数字，混用的两种格式。", check_layout},
};

// Findings that have this in common say the same.
auto gist(const Finding& it) {
    std::vector<std::tuple<int, int, int>> places;
    for (const Quote& quote : it.text)
        places.emplace_back(quote.section, quote.from, quote.to);
    return std::tuple(it.rule, it.cells, it.message, std::move(places));
}

}  // namespace

std::span<const Rule> rules() { return all; }

std::vector<Finding> check(const Subject& subject) {
    std::vector<Finding> findings;
    if (!subject.report.form) return findings;
    const Narrative narrative(subject.report);
    const Subject whole{subject.report, subject.last_year, &narrative};
    std::set<decltype(gist(Finding{}))> known;
    for (const Rule& rule : all) {
        std::vector<Finding> found;
        try {
            rule.run(rule, whole, found);
        } catch (const std::overflow_error&) {
            continue;  // figures of more than 18 digits, which no sum holds
        }
        for (Finding& it : found)
            if (known.insert(gist(it)).second) findings.push_back(std::move(it));
    }
    std::ranges::stable_sort(findings, {}, &Finding::severity);
    return findings;
}

}  // namespace gongkai::checks
