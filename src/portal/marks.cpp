#include "portal/marks.h"

namespace gongkai::portal {

using checks::Severity;
using writer::Html;

std::string sentence(const forms::Report& report, const Tally& counts) {
    int numbers = 0, open = 0;
    for (const auto& cell : report.cells) {
        numbers += cell && cell->kind == forms::CellKind::Number;
        open += cell && cell->kind == forms::CellKind::Ambiguous;
    }
    std::string text = "读出 " + std::to_string(numbers) + " 个数据";
    if (open > 0) text += "，另有 " + std::to_string(open) + " 个待核";
    text += counts.errors ? "，" + std::to_string(counts.errors) + " 处错误" : "，没有发现错误";
    if (counts.warnings) text += "，" + std::to_string(counts.warnings) + " 处提醒";
    if (counts.hints) text += "，" + std::to_string(counts.hints) + " 处提示";
    return text + "。";
}

Marks::Marks(const forms::Report& report, std::span<const checks::Finding> findings)
    : findings_(findings), of_cell_(std::size_t(report.form->cell_count())) {
    // Findings come with errors first, so each cell's list does too.
    for (std::size_t i = 0; i < findings.size(); ++i)
        for (const int cell : findings[i].cells)
            if (cell >= 0 && std::size_t(cell) < of_cell_.size()) {
                auto& list = of_cell_[std::size_t(cell)];
                if (list.empty() || list.back() != int(i)) list.push_back(int(i));
            }
}

std::string_view word(Severity severity) {
    switch (severity) {
        case Severity::Error: return "错误";
        case Severity::Warning: return "提醒";
        case Severity::Hint: return "提示";
    }
    return {};
}

void severity_class(Html& out, Severity severity) {
    switch (severity) {
        case Severity::Error: out.raw("error"); break;
        case Severity::Warning: out.raw("warning"); break;
        case Severity::Hint: out.raw("hint"); break;
    }
}

void severity_shape(Html& out, Severity severity) {
    out.raw("<svg class=\"shape\" viewBox=\"0 0 20 20\" aria-hidden=\"true\" focusable=\"false\">");
    switch (severity) {
        case Severity::Error:
            out.raw("<rect width=\"20\" height=\"20\" rx=\"3\"/>")
                .raw("<path class=\"sign\" d=\"M6 6l8 8M14 6l-8 8\"/>");
            break;
        case Severity::Warning:
            out.raw("<path d=\"M10 1l10 18H0z\"/><path class=\"sign\" d=\"M10 7v6M10 15v2\"/>");
            break;
        case Severity::Hint:
            out.raw("<circle cx=\"10\" cy=\"10\" r=\"10\"/>")
                .raw("<path class=\"sign\" d=\"M10 4.5v2M10 8.5v7\"/>");
            break;
    }
    out.raw("</svg>");
}

void verdict(Html& out, const Tally& counts) {
    if (counts.errors) {
        out.raw("<span class=\"verdict error\">");
        severity_shape(out, Severity::Error);
        out.number(counts.errors).raw("处错误</span>");
    } else {
        out.raw("<span class=\"verdict fine\"><svg class=\"shape\" viewBox=\"0 0 20 20\" ")
            .raw("aria-hidden=\"true\" focusable=\"false\"><circle cx=\"10\" cy=\"10\" r=\"10\"/>")
            .raw("<path class=\"sign\" d=\"M5 10.5l3.5 3.5 6.5-7.5\"/></svg>无错误</span>");
    }
    if (counts.warnings)
        out.raw("<span class=\"verdict-more\">").number(counts.warnings).raw("处提醒</span>");
}

}  // namespace gongkai::portal
