#pragma once

#include "files/form_files.h"
#include "files/holiday_files.h"
#include "reports/library.h"

namespace gongkai {

inline const law::Calendar& test_calendar() {
    static const law::Calendar calendar = files::load_calendar().value();
    return calendar;
}

inline const forms::Forms& test_forms() {
    static const forms::Forms forms = files::load_forms().value();
    return forms;
}

// A report of the newest form with every cell blank but those that are set.
inline forms::Report blank_report(std::string organ, int year) {
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

inline forms::Cell& cell_of(forms::Report& report, std::string_view id) {
    return *report.cells[std::size_t(report.form->find(id).value())];
}

inline forms::Cell number_cell(int value) {
    return {forms::CellKind::Number, Decimal(value), std::to_string(value), false, -1, {}};
}

class LibraryInMemory : public reports::Library {
public:
    reports::ReportId add(const reports::Kept& kept, const forms::Report& report) override {
        all_.push_back({kept, report});
        all_.back().kept.id = reports::ReportId(std::int64_t(all_.size()));
        return all_.back().kept.id;
    }
    reports::ReportId add(const forms::Report& report) {
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
    std::vector<reports::Kept> list() const override {
        std::vector<reports::Kept> result;
        for (const auto& it : all_)
            result.push_back(it.kept);
        return result;
    }
    Result<reports::KeptReport> find(reports::ReportId id) const override {
        for (const auto& it : all_)
            if (it.kept.id == id) return it;
        return Error{ErrorKind::NotFound, "report.not-found", "没有"};
    }
    Result<reports::Kept> remove(reports::ReportId id) override {
        const auto found = find(id);
        if (!found.ok()) return found.error();
        std::erase_if(all_, [&](const auto& it) { return it.kept.id == id; });
        return found.value().kept;
    }
    std::vector<reports::Kept> others_like(const reports::Kept&) const override { return {}; }
    std::optional<reports::KeptReport> year_before(const reports::Kept& kept) const override {
        for (const auto& it : all_)
            if (it.kept.organ == kept.organ && it.kept.year == kept.year - 1) return it;
        return {};
    }

private:
    std::vector<reports::KeptReport> all_;
};

}  // namespace gongkai
