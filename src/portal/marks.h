#pragma once

#include <span>
#include <string>
#include <vector>

#include "checks/rule.h"
#include "checks/tally.h"
#include "forms/report.h"
#include "writer/html.h"

namespace gongkai::portal {

using checks::Tally;

// "读出 198 个数据，2 处错误，3 处提醒。"
std::string sentence(const forms::Report& report, const Tally& tally);

// Which findings are about which cell of a report. Findings are numbered from 1 as they are shown.
class Marks {
public:
    Marks(const forms::Report& report, std::span<const checks::Finding> findings);

    std::span<const checks::Finding> findings() const { return findings_; }
    // Indexes into findings(), the gravest first.
    const std::vector<int>& of_cell(int cell) const { return of_cell_[std::size_t(cell)]; }

private:
    std::span<const checks::Finding> findings_;
    std::vector<std::vector<int>> of_cell_;
};

// 错误, 提醒, 提示
std::string_view word(checks::Severity severity);
// Adds the class of the style sheet: "error", "warning", "hint".
void severity_class(writer::Html& out, checks::Severity severity);
// A square, a triangle or a circle, told apart without colour; hidden from screen readers,
// which get the word beside it.
void severity_shape(writer::Html& out, checks::Severity severity);
// What a list says of a report: a shape and "无错误" or "2处错误".
void verdict(writer::Html& out, const Tally& tally);

}  // namespace gongkai::portal
