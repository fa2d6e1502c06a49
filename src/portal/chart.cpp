#include "portal/chart.h"

#include <algorithm>
#include <string>
#include <vector>

#include "portal/bar_chart.h"

namespace gongkai::portal {

using forms::Grid;
using forms::Report;
using forms::RowKind;
using writer::Html;

namespace {

constexpr std::string_view total_column = "total";

// "（一）予以公开" as 予以公开, "一、本年新收..." as 本年新收...
std::string without_number(std::string_view label) {
    for (const std::string_view close : {"）", "、"}) {
        const auto at = label.find(close);
        if (at != label.npos && at <= 12 && at + close.size() < label.size())
            label.remove_prefix(at + close.size());
    }
    return std::string(label.substr(0, std::min(label.find("（"), label.size())));
}

void add(std::optional<Decimal>& sum, const std::optional<Decimal>& part) {
    if (part) sum = sum ? *sum + *part : *part;
}

// The total column, row by row; the rows of a group that lies inside the results are one bar.
std::vector<Bar> outcomes(const Report& report, const Grid& grid) {
    const auto total = std::ranges::find(grid.columns, total_column, &forms::Column::id);
    if (total == grid.columns.end()) return {};
    const int column = int(total - grid.columns.begin());
    const auto leaf = std::ranges::find(grid.rows, RowKind::Leaf, &forms::Row::kind);
    const std::string results = leaf == grid.rows.end() ? std::string() : leaf->group;

    std::vector<Bar> all;
    std::string group;
    for (std::size_t r = 0; r < grid.rows.size(); ++r) {
        const auto& row = grid.rows[r];
        const auto value = report.value(grid.cell(int(r), column));
        if (row.kind == RowKind::Sum || (row.optional && !value)) continue;
        const bool grouped_row = row.kind == RowKind::Leaf && row.group != results;
        if (grouped_row && row.group == group) {
            add(all.back().value, value);
            continue;
        }
        group = grouped_row ? row.group : std::string();
        const bool incoming = row.kind == RowKind::FlowIn || row.kind == RowKind::StockIn;
        all.push_back({without_number(grouped_row ? row.group : row.label), value, incoming});
    }
    return all;
}

// Who asked: the columns of the requests that came in this year.
std::vector<Bar> applicants(const Report& report, const Grid& grid) {
    const auto received = std::ranges::find(grid.rows, RowKind::FlowIn, &forms::Row::kind);
    if (received == grid.rows.end()) return {};
    const int row = int(received - grid.rows.begin());
    std::vector<Bar> all;
    for (std::size_t c = 0; c < grid.columns.size(); ++c) {
        const auto& column = grid.columns[c];
        if (column.id == total_column) continue;
        // "其他" of a group says nothing without it.
        const bool vague = column.label == "其他" && !column.group.empty();
        all.push_back({vague ? column.label + column.group : column.label,
                       report.value(grid.cell(row, int(c)))});
    }
    return all;
}

std::vector<Bar> year_by_year(const YearlyRequests& years) {
    std::vector<Bar> all;
    if (years.size() < 2) return all;
    const int last = years.rbegin()->first;
    const int first = std::max(years.begin()->first, last - years_charted + 1);
    for (int year = first; year <= last; ++year) {
        const auto it = years.find(year);
        all.push_back(
            {std::to_string(year) + "年", it == years.end() ? std::nullopt : it->second, true});
    }
    return all;
}

}  // namespace

std::optional<Decimal> newly_received(const Report& report) {
    const auto cell = report.form->find("requests.new_received.total");
    return cell ? report.value(*cell) : std::nullopt;
}

void report_charts(Html& out, const Report& report, const YearlyRequests& years) {
    const Grid* grid = report.form->grid("requests");
    if (!grid) return;
    bar_chart(out, {"outcomes", "申请与办理结果", "项目"}, outcomes(report, *grid));
    bar_chart(out, {"applicants", "申请人的类别（本年新收）", "申请人"}, applicants(report, *grid));
    if (const auto all = year_by_year(years); all.size() > 1)
        bar_chart(out, {"years", "历年新收申请", "年度", "没有数字"}, all);
}

}  // namespace gongkai::portal
