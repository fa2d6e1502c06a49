#include <algorithm>
#include <optional>

#include "checks/body.h"
#include "checks/figures.h"
#include "checks/rules/runs.h"

// Values that may stand in a cell, but hardly beside the others.
namespace gongkai::checks {

namespace {

std::vector<int> cells(const forms::Report& report, const std::string& row,
                       std::initializer_list<std::string_view> columns) {
    std::vector<int> all;
    for (const auto column : columns)
        if (const auto cell = report.form->find(row + "." + std::string(column)))
            all.push_back(*cell);
    return all;
}

std::optional<int> column(const forms::Grid& grid, std::string_view id) {
    const auto it = std::ranges::find(grid.columns, id, &forms::Column::id);
    if (it == grid.columns.end()) return {};
    return int(it - grid.columns.begin());
}

constexpr struct {
    std::string_view id, name;
} document_rows[] = {{"proactive.art20_1.rules", "规章"},
                     {"proactive.art20_1.normative_documents", "规范性文件"}};

}  // namespace

void check_published_total(const Rule& rule, const Subject& subject, Findings& findings) {
    if (subject.report.form->id() != "2019") return;
    for (const auto& row : document_rows) {
        const std::string id(row.id);
        const auto fresh = certain(subject.report, id + ".newly_published_this_year");
        const auto total = certain(subject.report, id + ".published_total");
        if (!fresh || !total || *fresh <= *total) continue;
        Finding one = rule.finding();
        one.cells = cells(subject.report, id, {"newly_published_this_year", "published_total"});
        one.found = total->text();
        one.expected = "不少于 " + fresh->text();
        one.message = std::string(row.name) + "“对外公开总数量”为 " + total->text() +
                      "，少于“本年新公开数量”的 " + fresh->text() +
                      "。总数量应当包括本年新公开的，请核对。";
        findings.push_back(std::move(one));
    }
}

void check_documents_in_force(const Rule& rule, const Subject& subject, Findings& findings) {
    if (subject.report.form->id() != "2021") return;
    for (const auto& row : document_rows) {
        const std::string id(row.id);
        const auto issued = certain(subject.report, id + ".issued_this_year");
        const auto repealed = certain(subject.report, id + ".repealed_this_year");
        const auto valid = certain(subject.report, id + ".currently_valid");
        // What was repealed may be older, so all of it may have been issued this year.
        if (!issued || !repealed || !valid || *valid >= *issued - *repealed) continue;
        Finding one = rule.finding();
        one.cells = cells(subject.report, id,
                          {"issued_this_year", "repealed_this_year", "currently_valid"});
        one.found = valid->text();
        one.expected = "不少于 " + (*issued - *repealed).text();
        one.message = std::string(row.name) + "本年制发 " + issued->text() + " 件、废止 " +
                      repealed->text() + " 件，而“现行有效件数”只有 " + valid->text() +
                      "。现行有效件数应当包括本年制发且仍然有效的，请核对。";
        findings.push_back(std::move(one));
    }
}

void check_item_changes(const Rule& rule, const Subject& subject, Findings& findings) {
    if (subject.report.form->id() != "2019") return;
    Finding one = rule.finding();
    std::string names, changes;
    for (const forms::Grid& grid : subject.report.form->grids()) {
        const auto changes_at = column(grid, "items_change");
        const auto before_at = column(grid, "items_prev_year");
        if (!changes_at || !before_at) continue;
        for (std::size_t r = 0; r < grid.rows.size(); ++r) {
            const forms::Row& row = grid.rows[r];
            const int change_cell = grid.cell(int(r), *changes_at);
            const int before_cell = grid.cell(int(r), *before_at);
            const auto change = certain(subject.report, change_cell);
            const auto before = certain(subject.report, before_cell);
            if (!change || !before) continue;
            const auto decisions = certain(subject.report, grid.id + "." + row.id + ".decisions");
            const bool below_zero = (*before + *change).is_negative();
            const bool unused =
                before->is_zero() && *change > Decimal(0) && decisions && decisions->is_zero();
            if (!below_zero && !unused) continue;
            one.cells.insert(one.cells.end(), {before_cell, change_cell});
            names += (names.empty() ? "" : "、") + row.label;
            changes += (changes.empty() ? "" : "、") + change->text();
        }
    }
    if (one.cells.empty()) return;
    one.found = changes;
    one.message = names + "的“本年增/减”填了 " + changes +
                  "，而上一年项目数量和处理决定数量与它对不上。这一栏填的是事项数比上一年增加或者"
                  "减少多少，请确认没有把事项总数或者处理决定数填在这里。";
    findings.push_back(std::move(one));
}

// 立法法: rules (规章) are made by ministries, provinces and cities with districts only.
void check_rule_making(const Rule& rule, const Subject& subject, Findings& findings) {
    if (body_kind(subject.report) != BodyKind::Township) return;
    Finding one = rule.finding();
    const forms::Grid* grid = subject.report.form->grid("proactive.art20_1");
    if (!grid) return;
    for (std::size_t c = 0; c < grid->columns.size(); ++c) {
        const int cell = grid->cell(0, int(c));
        const auto value = subject.report.value(cell);
        if (!value || *value <= Decimal(0)) continue;
        if (one.found.empty()) one.found = value->text();
        one.cells.push_back(cell);
    }
    if (one.cells.empty()) return;
    one.expected = "0";
    one.message = "乡镇、街道没有制定规章的权限，而“规章”一行填了 " + one.found +
                  "。请确认是否把其他文件计入了规章。";
    findings.push_back(std::move(one));
}

}  // namespace gongkai::checks
