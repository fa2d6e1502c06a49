#include "reports/roll_up.h"

#include <algorithm>

namespace gongkai::reports {

namespace {

const forms::Cell* same_cell(const forms::Form& form, int cell, const forms::Report& report) {
    if (report.form == &form) return report.cell(cell);
    const auto there = report.form->find(form.cell_id(cell));
    return there ? report.cell(*there) : nullptr;
}

forms::Cell sum_of(const std::vector<Part>& parts, bool all_slash) {
    forms::Cell it;
    if (all_slash) {
        it.kind = forms::CellKind::Slash;
        it.text = "/";
        return it;
    }
    Decimal sum;
    for (const Part& part : parts)
        sum = sum + part.adds;
    it.kind = forms::CellKind::Number;
    it.value = sum;
    it.text = sum.text();
    return it;
}

}  // namespace

RolledUp roll_up(const forms::Form& form, int year, std::span<const Member> members) {
    RolledUp out;
    out.report.form = &form;
    out.report.year = year;
    out.report.cells.resize(std::size_t(form.cell_count()));
    out.parts.resize(std::size_t(form.cell_count()));
    for (const Member& it : members)
        if (!it.report) out.missing.push_back(it);
    for (int cell = 0; cell < form.cell_count(); ++cell) {
        const auto place = form.place(cell);
        const bool optional = place.grid->rows[std::size_t(place.row)].optional;
        bool any = false, all_slash = true;
        auto& parts = out.parts[std::size_t(cell)];
        for (const Member& it : members) {
            const auto* found = it.report ? same_cell(form, cell, *it.report) : nullptr;
            if (!found) continue;
            any = true;
            all_slash = all_slash && found->kind == forms::CellKind::Slash;
            if (found->kind == forms::CellKind::Number) parts.push_back({it.organ, *found->value});
        }
        if (any || !optional) out.report.cells[std::size_t(cell)] = sum_of(parts, any && all_slash);
    }
    return out;
}

}  // namespace gongkai::reports
