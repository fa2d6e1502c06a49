#include "web/portal/chart.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "base/text.h"
#include "web/portal/form_tables.h"

namespace gongkai::web::portal {

using forms::Grid;
using forms::Report;
using forms::RowKind;
using writer::Html;

namespace {

struct Bar {
    std::string label;
    std::optional<Decimal> value;  // none where the report has no certain number
    bool incoming = false;
};

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
std::vector<Bar> bars(const Report& report, const Grid& grid) {
    const auto total = std::ranges::find(grid.columns, "total", &forms::Column::id);
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

constexpr int row_height = 30;
constexpr int label_width = 216;
constexpr int bar_width = 310;

void drawing(Html& out, const std::vector<Bar>& all, double most) {
    out.raw(
        "<svg class=\"chart\" role=\"img\" aria-labelledby=\"chart-title chart-desc\" viewBox=\"0 "
        "0 600 ");
    out.number(std::int64_t(all.size()) * row_height + 8);
    out.raw(
        "\"><title id=\"chart-title\">政府信息公开申请及办理结果</title><desc id=\"chart-desc\">");
    out.raw("横条的长短表示件数，数字见下表。</desc>");
    for (std::size_t i = 0; i < all.size(); ++i) {
        const Bar& bar = all[i];
        const auto top = std::int64_t(i) * row_height + 4;
        out.raw("<text class=\"label\" text-anchor=\"end\" x=\"").number(label_width - 10);
        out.raw("\" y=\"").number(top + 17).raw("\">").text(bar.label).raw("</text>");
        const double share = bar.value ? std::max(0.0, bar.value->approximate()) / most : 0;
        const auto length = std::int64_t(std::llround(share * bar_width));
        out.raw("<rect class=\"").text(bar.incoming ? "incoming" : "outcome").raw("\" x=\"");
        out.number(label_width).raw("\" y=\"").number(top + 3).raw("\" height=\"18\" width=\"");
        out.number(std::max<std::int64_t>(length, 1)).raw("\"/><text class=\"value\" x=\"");
        out.number(label_width + length + 8).raw("\" y=\"").number(top + 17).raw("\">");
        out.text(bar.value ? grouped(*bar.value) : "不详").raw("</text>");
    }
    out.raw("</svg>");
}

}  // namespace

void request_chart(Html& out, const Report& report) {
    const Grid* grid = report.form->grid("requests");
    if (!grid) return;
    const auto all = bars(report, *grid);
    double most = 0;
    for (const Bar& bar : all)
        if (bar.value) most = std::max(most, bar.value->approximate());
    out.raw("<section class=\"charted\" aria-labelledby=\"chart-heading\">")
        .raw("<h2 id=\"chart-heading\">申请与办理结果</h2>");
    if (most <= 0) {
        out.raw(
            "<p "
            "class=\"empty\">这份报告没有登记申请件，或数字尚待核对，因此没有图。</p></section>");
        return;
    }
    drawing(out, all, most);
    out.raw(
           "<div class=\"scroll\" role=\"region\" tabindex=\"0\" "
           "aria-label=\"申请与办理结果的数字\">")
        .raw("<table class=\"plain\"><thead><tr><th scope=\"col\">项目</th>")
        .raw("<th scope=\"col\" class=\"num\">件数</th></tr></thead><tbody>");
    for (const Bar& bar : all) {
        out.raw("<tr><th scope=\"row\">").text(bar.label).raw("</th><td class=\"num\">");
        out.text(bar.value ? grouped(*bar.value) : "不详").raw("</td></tr>");
    }
    out.raw("</tbody></table></div></section>");
}

}  // namespace gongkai::web::portal
