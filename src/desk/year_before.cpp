#include "desk/year_before.h"

#include "base/text.h"

namespace gongkai::desk {

std::string body_of_title(std::string_view title) {
    // The name ends where the year, or 政府信息公开 if there is no year, begins.
    std::size_t end = title.find("政府信息公开");
    for (std::size_t i = 0; i + 4 <= title.size() && i < end; ++i) {
        const auto digits = title.substr(i, 4);
        if (digits.starts_with("20") && digits.find_first_not_of("0123456789") == digits.npos)
            end = i;
    }
    if (end == title.npos) return {};
    auto name = text::trim(title.substr(0, end));
    for (const std::string_view tail : {"关于", "（", "("})
        if (name.ends_with(tail)) name.remove_suffix(tail.size());
    return std::string(text::trim(name));
}

std::string body_of(const forms::Report& report) {
    return report.organ.empty() ? body_of_title(report.title) : report.organ;
}

bool may_be_one_body(const forms::Report& a, const forms::Report& b) {
    const auto one = text::fold(a.organ), other = text::fold(b.organ);
    return one.empty() || other.empty() || one.find(other) != one.npos ||
           other.find(one) != other.npos;
}

std::optional<YearBefore> KeptReports::before(const forms::Report& report) const {
    reports::Kept kept;
    kept.region = region_;
    kept.organ = body_of(report);
    kept.year = report.year.value_or(0);
    auto found = library_.year_before(kept);
    if (!found) return {};
    return YearBefore{std::move(found->report), std::move(found->kept.source)};
}

std::optional<YearBefore> NamedReport::before(const forms::Report& report) const {
    const auto& last = named_.report;
    if (!report.year || !last.year || *report.year != *last.year + 1) return {};
    if (!may_be_one_body(report, last)) return {};
    return named_;
}

Checked check_beside(const forms::Report& report, const EarlierReports* earlier) {
    const auto before = earlier ? earlier->before(report) : std::nullopt;
    if (!before) return {checks::check({report}), 0, {}};
    return {checks::check({report, &before->report}), before->report.year.value_or(0),
            before->source};
}

}  // namespace gongkai::desk
