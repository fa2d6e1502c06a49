#include "portal/bar_chart.h"

#include <algorithm>
#include <cmath>

#include "portal/form_tables.h"

namespace gongkai::portal {

using writer::Html;

namespace {

constexpr int row_height = 30;
constexpr int label_width = 216;
constexpr int bar_width = 310;

double size_of(const Bar& bar) { return bar.value ? std::max(0.0, bar.value->approximate()) : 0; }

std::string number_of(const Bar& bar, const ChartWords& words) {
    return bar.value ? grouped(*bar.value) : std::string(words.without_number);
}

void drawing(Html& out, const ChartWords& words, std::span<const Bar> bars, double most) {
    out.raw("<svg class=\"chart\" role=\"img\" aria-labelledby=\"").text(words.id);
    out.raw("-title ").text(words.id).raw("-desc\" viewBox=\"0 0 600 ");
    out.number(std::int64_t(bars.size()) * row_height + 8);
    out.raw("\"><title id=\"").text(words.id).raw("-title\">").text(words.heading);
    out.raw("</title><desc id=\"").text(words.id);
    out.raw("-desc\">横条的长短表示件数，数字见下表。</desc>");
    for (std::size_t i = 0; i < bars.size(); ++i) {
        const Bar& bar = bars[i];
        const auto top = std::int64_t(i) * row_height + 4;
        out.raw("<text class=\"label\" text-anchor=\"end\" x=\"").number(label_width - 10);
        out.raw("\" y=\"").number(top + 17).raw("\">").text(bar.label).raw("</text>");
        const auto length = std::int64_t(std::llround(size_of(bar) / most * bar_width));
        out.raw("<rect class=\"").text(bar.incoming ? "incoming" : "outcome").raw("\" x=\"");
        out.number(label_width).raw("\" y=\"").number(top + 3).raw("\" height=\"18\" width=\"");
        out.number(std::max<std::int64_t>(length, 1)).raw("\"/><text class=\"value\" x=\"");
        out.number(label_width + length + 8).raw("\" y=\"").number(top + 17).raw("\">");
        out.text(number_of(bar, words)).raw("</text>");
    }
    out.raw("</svg>");
}

void table(Html& out, const ChartWords& words, std::span<const Bar> bars) {
    out.raw("<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"");
    out.text(words.heading).raw("的数字\"><table class=\"plain\"><thead><tr><th scope=\"col\">");
    out.text(words.item).raw("</th><th scope=\"col\" class=\"num\">件数</th></tr></thead><tbody>");
    for (const Bar& bar : bars) {
        out.raw("<tr><th scope=\"row\">").text(bar.label).raw("</th><td class=\"num\">");
        out.text(number_of(bar, words)).raw("</td></tr>");
    }
    out.raw("</tbody></table></div>");
}

}  // namespace

void bar_chart(Html& out, const ChartWords& words, std::span<const Bar> bars) {
    double most = 0;
    for (const Bar& bar : bars)
        most = std::max(most, size_of(bar));
    out.raw("<section class=\"charted\" aria-labelledby=\"").text(words.id);
    out.raw("-heading\"><h2 id=\"").text(words.id).raw("-heading\">").text(words.heading);
    out.raw("</h2>");
    if (most <= 0) {
        out.raw("<p class=\"empty\">没有登记申请件，或数字尚待核对，因此没有图。</p></section>");
        return;
    }
    drawing(out, words, bars, most);
    table(out, words, bars);
    out.raw("</section>");
}

}  // namespace gongkai::portal
