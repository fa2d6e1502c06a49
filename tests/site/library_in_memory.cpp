#include "library_in_memory.h"

namespace gongkai {

forms::Report blank_report(std::string organ, int year) {
    forms::Report it;
    it.form = &test_forms().back();
    it.organ = std::move(organ);
    it.year = year;
    it.title = it.organ + std::to_string(year) + "年政府信息公开工作年度报告";
    it.cells.resize(std::size_t(it.form->cell_count()));
    for (const auto& grid : it.form->grids())
        for (int i = 0; i < grid.cells(); ++i)
            if (!grid.rows[std::size_t(i) / grid.columns.size()].optional)
                it.cells[std::size_t(grid.first_cell + i)] = forms::Cell{};
    for (int i = 0; i < 6; ++i)
        it.sections.push_back({i + 1, it.form->sections()[std::size_t(i)], "正文。\n", 0});
    return it;
}

forms::Cell& cell_of(forms::Report& report, std::string_view id) {
    return *report.cells[std::size_t(report.form->find(id).value())];
}

forms::Cell number_cell(int value) {
    return {forms::CellKind::Number, Decimal(value), std::to_string(value), false, -1, {}};
}

std::vector<reports::ReportId> LibraryInMemory::add(std::span<const reports::NewReport> reports) {
    std::vector<reports::ReportId> ids;
    for (const auto& each : reports) {
        all_.push_back({{each.kept, each.report}, each.verdict});
        all_.back().report.kept.id = reports::ReportId(std::int64_t(all_.size()));
        ids.push_back(all_.back().report.kept.id);
    }
    ++changes_;
    return ids;
}

reports::ReportId LibraryInMemory::add(const forms::Report& report) {
    reports::Kept kept;
    kept.organ = report.organ;
    kept.year = report.year.value_or(0);
    kept.title = report.title;
    kept.form = report.form->id();
    kept.source = "<b>.docx";
    kept.format = "docx";
    kept.digest = std::to_string(all_.size());
    return add(kept, report);
}

std::size_t LibraryInMemory::size() const { return all_.size(); }

reports::BodyPage LibraryInMemory::bodies(const reports::Wanted& wanted,
                                          const reports::PlaceAsked& part,
                                          std::string_view rules) const {
    std::set<reports::BodyPlace> behind;
    for (const auto& line : lines(wanted, rules)) {
        const reports::BodyPlace place{line.kept.organ, line.kept.region};
        if (!part.after || *part.after < place) behind.insert(place);
    }
    reports::BodyPage page;
    page.has_before = part.after.has_value();
    while (behind.size() > std::size_t(part.limit)) {
        behind.erase(std::prev(behind.end()));
        page.has_after = true;
    }
    for (auto& line : lines(wanted, rules))
        if (behind.contains({line.kept.organ, line.kept.region})) page.reports.push_back(line);
    return page;
}

std::vector<reports::Listed> LibraryInMemory::page(const reports::Wanted& wanted,
                                                   const std::optional<reports::ReportPlace>& after,
                                                   int limit, std::string_view rules) const {
    std::vector<reports::Listed> some;
    for (auto& line : lines(wanted, rules))
        if ((!after || order(*after) < order(reports::place_of(line.kept))) &&
            some.size() < std::size_t(limit))
            some.push_back(line);
    return some;
}

LibraryInMemory::Counts LibraryInMemory::count(const reports::Wanted& wanted) const {
    std::set<reports::BodyPlace> bodies;
    const auto found = lines(wanted, {});
    for (const auto& line : found)
        bodies.insert({line.kept.organ, line.kept.region});
    return {{int(bodies.size()), false}, {int(found.size()), false}};
}

std::vector<reports::Listed> LibraryInMemory::of_body(const reports::BodyPlace& body,
                                                      std::string_view rules) const {
    auto all = lines({}, rules);
    std::erase_if(all, [&](const auto& it) {
        return it.kept.organ != body.organ || it.kept.region != body.region;
    });
    return all;
}

Result<reports::KeptReport> LibraryInMemory::find(reports::ReportId id) const {
    for (const auto& it : all_)
        if (it.report.kept.id == id) return it.report;
    return Error{ErrorKind::NotFound, "report.not-found", "没有"};
}

Result<reports::KeptReport> LibraryInMemory::find_in(std::int32_t, reports::ReportId id) const {
    return find(id);
}

Result<reports::Kept> LibraryInMemory::remove(reports::ReportId id) {
    const auto found = find(id);
    if (!found.ok()) return found.error();
    std::erase_if(all_, [&](const auto& it) { return it.report.kept.id == id; });
    ++changes_;
    return found.value().kept;
}

std::vector<reports::Kept> LibraryInMemory::others_like(const reports::Kept&) const { return {}; }

std::optional<reports::KeptReport> LibraryInMemory::year_before(const reports::Kept& kept) const {
    for (const auto& it : all_)
        if (it.report.kept.organ == kept.organ && it.report.kept.year == kept.year - 1)
            return it.report;
    return {};
}

void LibraryInMemory::note(std::span<const reports::Judged> judged) {
    for (const auto& [kept, verdict] : judged)
        for (auto& it : all_)
            if (it.report.kept.id == kept.id) it.verdict = verdict;
    ++changes_;
}

std::string LibraryInMemory::state() const { return std::to_string(changes_); }

std::tuple<std::string, std::int32_t, int, std::int64_t> LibraryInMemory::order(
    const reports::ReportPlace& place) {
    return {place.body.organ, place.body.region, -place.year, place.id};
}

std::vector<reports::Listed> LibraryInMemory::lines(const reports::Wanted& wanted,
                                                    std::string_view rules) const {
    std::vector<reports::Listed> found;
    for (const auto& [report, verdict] : all_) {
        const auto& kept = report.kept;
        if ((wanted.region && kept.region != *wanted.region) ||
            (wanted.year && kept.year != *wanted.year) ||
            text::fold(kept.organ).find(text::fold(wanted.name)) == std::string::npos)
            continue;
        found.push_back({kept, {}});
        const auto before = year_before(kept);
        if (verdict && verdict->rules == rules &&
            verdict->beside == (before ? reports::edition(before->kept) : ""))
            found.back().verdict = verdict->counts;
    }
    std::ranges::sort(found, {}, [](const auto& it) { return order(reports::place_of(it.kept)); });
    return found;
}

}  // namespace gongkai
