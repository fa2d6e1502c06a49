#include "reports/narrative.h"

namespace gongkai::reports {

namespace {

using forms::Report;

std::optional<Decimal> figure(const Report& report, std::string_view grid, std::string_view row,
                              std::string_view column) {
    const auto cell = report.form->cell(grid, row, column);
    return cell ? report.value(*cell) : std::nullopt;
}

Decimal total(const Report& report, std::string_view row) {
    return figure(report, "requests", row, "total").value_or(Decimal());
}

// The total of a group of rows: 不予公开 is eight rows of the form.
Decimal group_total(const Report& report, std::string_view prefix) {
    Decimal sum;
    if (const forms::Grid* grid = report.form->grid("requests"))
        for (const forms::Row& row : grid->rows)
            if (row.id.starts_with(prefix)) sum = sum + total(report, row.id);
    return sum;
}

std::string items(std::string_view words, const Decimal& count, std::string_view unit = "件") {
    return std::string(words) + count.text() + std::string(unit);
}

// 政府网站80条，政务新媒体20条; what is none is left out.
std::string listed(const std::vector<Counted>& counted, std::string_view unit) {
    std::string text;
    for (const Counted& it : counted)
        if (!it.count.is_zero())
            text += (text.empty() ? "" : "，") + items(it.name, it.count, unit);
    return text;
}

// A clerk's own text as paragraphs; or the general sentence where there is none.
std::string own_or(const std::string& own, std::string_view general) {
    return own.empty() ? std::string(general) : own;
}

std::string published(const NarrativeFacts& facts) {
    Decimal sum;
    for (const Counted& it : facts.published)
        sum = sum + it.count;
    std::string text = "（一）主动公开情况。";
    if (sum.is_zero())
        text += "本年度依照《条例》规定公开应当主动公开的政府信息。";
    else
        text += items("本年度主动公开政府信息", sum, "条") + "，按公开渠道分：" +
                listed(facts.published, "条") + "。";
    return text + facts.proactive + "\n";
}

std::string applicants(const Report& report) {
    const Decimal all = total(report, "new_received");
    const Decimal persons =
        figure(report, "requests", "new_received", "natural_person").value_or(Decimal());
    return items("自然人", persons) + "，" + items("法人或其他组织", all - persons);
}

std::string outcomes(const Report& report) {
    const std::vector<Counted> counted = {{"予以公开", total(report, "result_granted")},
                                          {"部分公开", total(report, "result_partial")},
                                          {"不予公开", group_total(report, "denied_")},
                                          {"无法提供", group_total(report, "unavailable_")},
                                          {"不予处理", group_total(report, "not_processed_")},
                                          {"其他处理", group_total(report, "other_")}};
    return listed(counted, "件");
}

std::string requests(const Report& report, const NarrativeFacts& facts) {
    std::string text = "（二）依申请公开情况。";
    const Decimal fresh = total(report, "new_received"), carried = total(report, "carried_over_in");
    const Decimal done = total(report, "result_total"), left = total(report, "carried_over_out");
    if (fresh.is_zero())
        text += "本年度没有新收到政府信息公开申请";
    else
        text += items("本年度新收政府信息公开申请", fresh) + "（" + applicants(report) + "）";
    text += carried.is_zero() ? "，没有上年结转的申请。" : "，" + items("上年结转", carried) + "。";
    if (const auto ways = listed(facts.request_channels, "件"); !ways.empty() && !fresh.is_zero())
        text += "新收的申请按提交方式分：" + ways + "。";
    if (!done.is_zero()) text += items("本年度办结", done) + "：" + outcomes(report) + "。";
    if (!left.is_zero()) text += items("结转下年度继续办理", left) + "。";
    return text;
}

std::string reviews(const Report& report) {
    const auto count = [&](std::string_view row) {
        return figure(report, "review_litigation", row, "outcome_total").value_or(Decimal());
    };
    const Decimal review = count("review");
    const Decimal suits = count("litigation_direct") + count("litigation_after_review");
    std::string text = review.is_zero() ? "本年度没有因政府信息公开工作被申请行政复议"
                                        : items("本年度涉及政府信息公开的行政复议", review);
    return text + (suits.is_zero() ? "，没有因政府信息公开工作被提起行政诉讼。"
                                   : "，" + items("行政诉讼", suits) + "。");
}

// The 2019 form counts documents otherwise, and its words are left to the clerk.
std::string documents(const Report& report) {
    constexpr std::string_view grid = "proactive.art20_1", row = "normative_documents";
    const auto issued = figure(report, grid, row, "issued_this_year");
    const auto repealed = figure(report, grid, row, "repealed_this_year");
    const auto valid = figure(report, grid, row, "currently_valid");
    if (!issued || !repealed || !valid) return {};
    return items("本年度制发行政规范性文件", *issued) + "，" + items("废止", *repealed) + "，" +
           items("年末现行有效", *valid) + "。";
}

std::string general(const Report& report, const NarrativeFacts& facts) {
    std::string text = "根据《中华人民共和国政府信息公开条例》（以下简称《条例》）的规定编制本报告";
    if (report.year) {
        const auto year = std::to_string(*report.year);
        text += "，统计期限为" + year + "年1月1日至" + year + "年12月31日";
    }
    text += "。\n" + published(facts) + requests(report, facts) + reviews(report) + "\n";
    text += "（三）政府信息管理情况。" + documents(report) +
            own_or(facts.management, "公开前依照规定进行审查，已公开的信息及时更新。") + "\n";
    text += "（四）政府信息公开平台建设情况。" +
            own_or(facts.platform,
                   "政府信息公开平台设有指南、制度、法定主动公开内容和年度报告"
                   "等栏目，日常检查和维护。") +
            "\n";
    text += "（五）监督保障情况。" + own_or(facts.supervision,
                                            "明确了政府信息公开工作的负责人和经办人员，"
                                            "对公开情况进行日常检查。");
    if (facts.kind == OrganKind::Government)
        text +=
            own_or(facts.appraisal, "工作考核、社会评议依照规定开展，没有发生需要追究责任的情形。");
    return text + "\n";
}

std::string listed_or(const std::vector<std::string>& own, std::string_view general) {
    std::string text;
    for (const std::string& it : own)
        text += it + "\n";
    return text.empty() ? std::string(general) + "\n" : text;
}

std::string difficulties(const NarrativeFacts& facts) {
    return listed_or(facts.problems, "存在的主要问题：（由经办人填写）") +
           listed_or(facts.improvements, "改进情况：（由经办人填写）");
}

// 国办函〔2020〕109号: what was charged is told, also when nothing was.
std::string fees(const NarrativeFacts& facts) {
    const std::string text = "依照《政府信息公开信息处理费管理办法》的规定，本年度";
    if (facts.fee_yuan.is_zero()) return text + "没有收取政府信息公开信息处理费。\n";
    return text + "收取政府信息公开信息处理费" + facts.fee_yuan.text() + "元。\n";
}

}  // namespace

void narrate(forms::Report& report, const NarrativeFacts& facts) {
    report.organ = facts.organ;
    report.title = facts.organ + (report.year ? std::to_string(*report.year) + "年" : "") +
                   "政府信息公开工作年度报告";
    report.sections.clear();
    const auto& titles = report.form->sections();
    for (int number = 1; number <= int(titles.size()); ++number)
        report.sections.push_back({number, titles[std::size_t(number - 1)], {}, 0});
    auto& parts = report.sections;
    if (parts.size() < 6) return;
    parts[0].text = general(report, facts);
    parts[4].text = difficulties(facts);
    // Before that there was no such fee.
    if (!report.year || *report.year >= 2021) parts[5].text = fees(facts);
    if (!facts.other.empty()) parts[5].text += facts.other + "\n";
    if (parts[5].text.empty()) parts[5].text = "无其他需要报告的事项。\n";
}

}  // namespace gongkai::reports
