#include "recognizer/recognizer.h"

#include <algorithm>

#include "recognizer/flow.h"
#include "recognizer/narrative.h"
#include "recognizer/outline.h"
#include "recognizer/settle.h"
#include "recognizer/statements.h"
#include "recognizer/tables.h"

namespace gongkai::recognizer {

namespace {

using forms::Report;

constexpr int least_rows = 3;
constexpr int least_sections = 4;

int known_sections(const std::vector<Heading>& headings) {
    return int(std::ranges::count_if(headings, [](const Heading& it) { return it.number > 0; }));
}

Error not_a_report(const Report& report) {
    std::string message = "这份文件不像政府信息公开工作年度报告：";
    message += report.title.empty() ? "没有找到年度报告的标题，也" : "";
    message +=
        "没有找到“主动公开政府信息情况”“收到和处理政府信息公开申请情况”等表格。"
        "请确认选对了文件；如果表格是图片，请换用文字版。";
    return {ErrorKind::Invalid, "recognizer.not-a-report", std::move(message)};
}

void note_structure(const std::vector<Heading>& headings, Report& report) {
    const std::size_t parts = report.form->sections().size();
    if (!headings.empty() && headings.size() != parts)
        report.oddities.push_back({"section-count",
                                   "报告分 " + std::to_string(headings.size()) +
                                       " 个部分，格式为 " + std::to_string(parts) + " 个部分。",
                                   {}});
    if (report.year && !report.form->covers(*report.year))
        report.oddities.push_back({"year-mismatch",
                                   std::to_string(*report.year) + " 年度的报告用了 " +
                                       report.form->source() + " 的格式。",
                                   {}});
}

}  // namespace

Result<Report> recognize(const reader::Document& document, const forms::Forms& forms) {
    const Flow flow = make_flow(document);
    const auto headings = outline(flow);
    Report report;
    read_head(flow, headings, report);
    const Tables tables = read_tables(flow, headings, forms, report);
    if (tables.found < least_rows &&
        (report.title.empty() || known_sections(headings) < least_sections))
        return not_a_report(report);
    read_narrative(flow, headings, tables.running, report);
    report.statements = statements(report);
    settle_by_narrative(report);
    note_structure(headings, report);
    for (const reader::Note& note : document.notes)
        report.oddities.push_back({note.id, note.message, {}});
    return report;
}

}  // namespace gongkai::recognizer
