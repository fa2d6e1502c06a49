#include "reports/gate.h"

namespace gongkai::reports {

Gate gate(const forms::Report& report, const forms::Report* last_accepted, int year,
          bool has_reason) {
    Gate gate;
    gate.other_year = report.year != year;
    for (auto& finding : checks::check({report, last_accepted}))
        if (finding.severity == checks::Severity::Error) gate.errors.push_back(std::move(finding));
    if (last_accepted && !has_reason)
        gate.unexplained = opening_differences(report, *last_accepted);
    for (int cell = 0; cell < int(report.cells.size()); ++cell)
        if (const auto* each = report.cell(cell); each && each->kind == forms::CellKind::Ambiguous)
            gate.uncertain.push_back(cell);
    return gate;
}

Status passed(const Gate& gate, const forms::Report& report) {
    if (gate.open()) return Done{};
    std::string message = "报告有错误，不能报送：";
    if (gate.other_body) message += "\n· 报告上写的是“" + report.organ + "”，不是本机关的报告。";
    if (gate.other_year) message += "\n· 报告的年度与要报送的年度不一致。";
    for (const auto& finding : gate.errors)
        message += "\n· " + finding.message;
    for (const auto& each : gate.unexplained)
        message += "\n· “" + report.form->cell_name(each.cell) + "”为 " + each.counted.text() +
                   "，上年度报告结转为 " + each.accepted.text() +
                   "。请改正，或者写明差异的原因并签名。";
    if (!gate.uncertain.empty())
        message += "\n· 有 " + std::to_string(gate.uncertain.size()) + " 个数据无法确定（如“" +
                   report.form->cell_name(gate.uncertain.front()) + "”），请换用能看清各列的文件。";
    return Error{ErrorKind::Invalid, "submission.gate", std::move(message)};
}

}  // namespace gongkai::reports
