#include "reports/compile.h"

#include <algorithm>
#include <iterator>

namespace gongkai::reports {

namespace {

using disclosure::Normative;
using disclosure::NormativeKind;
using disclosure::RegisterKind;
using disclosure::RegisterLine;
using requests::Progress;
using requests::RemedyCase;
using requests::Request;

void set(forms::Report& report, int cell, const Decimal& value) {
    forms::Cell it;
    it.kind = forms::CellKind::Number;
    it.value = value;
    it.text = value.text();
    report.cells[std::size_t(cell)] = std::move(it);
}

// Totals are the form's own sums of what was counted.
void add_up(forms::Report& report, forms::Sum::Kind kind) {
    for (const forms::Sum& sum : report.form->sums()) {
        if (sum.kind != kind || !report.cell(sum.right.front())) continue;
        Decimal value;
        for (const int cell : sum.left)
            value = value + report.value(cell).value_or(Decimal());
        set(report, sum.right.front(), value);
    }
}

// The sum whose total a cell is, the one across the row before the one down the column.
const forms::Sum* sum_of(const forms::Form& form, int total) {
    for (const auto kind : {forms::Sum::Kind::Row, forms::Sum::Kind::Column})
        for (const forms::Sum& sum : form.sums())
            if (sum.kind == kind && sum.right.front() == total) return &sum;
    return nullptr;
}

}  // namespace

std::vector<Origin> Compiled::origins(int cell) const {
    const forms::Sum* sum = sum_of(*report.form, cell);
    if (!sum) return counted.at(std::size_t(cell));
    std::vector<Origin> all;
    for (const int part : sum->left)
        std::ranges::move(origins(part), std::back_inserter(all));
    return all;
}

Compilation::Compilation(const forms::Form& form, int year, const requests::Settings& settings)
    : form_(form), settings_(settings) {
    using namespace std::chrono;
    first_ = sys_days{std::chrono::year{year} / January / 1};
    last_ = sys_days{std::chrono::year{year} / December / 31};
    out_.report.form = &form;
    out_.report.year = year;
    out_.report.cells.resize(std::size_t(form.cell_count()));
    out_.counted.resize(std::size_t(form.cell_count()));
}

Compiled Compilation::finish() && {
    // What nobody recorded did not happen: 0, and no blank. Rows of another form stay away.
    for (int cell = 0; cell < form_.cell_count(); ++cell) {
        const auto place = form_.place(cell);
        const auto& origins = out_.counted[std::size_t(cell)];
        if (place.grid->rows[std::size_t(place.row)].optional && origins.empty()) continue;
        Decimal value;
        for (const Origin& it : origins)
            value = value + it.adds;
        set(out_.report, cell, value);
    }
    // Across the rows, down the columns, and across those rows that were made by the latter.
    for (const auto kind : {forms::Sum::Kind::Row, forms::Sum::Kind::Column, forms::Sum::Kind::Row})
        add_up(out_.report, kind);
    return std::move(out_);
}

// A form that has no such cell does not count such things.
void Compilation::add(std::string_view grid, std::string_view row, std::string_view column,
                      Origin origin) {
    if (const auto cell = form_.cell(grid, row, column))
        out_.counted[std::size_t(*cell)].push_back(std::move(origin));
}

void Compilation::count(const Request& request) {
    note_belated(request);
    const Progress progress = request.progress(last_);
    if (progress.state == requests::State::Annulled || !progress.received_on) return;
    count_remedies(request, progress);
    const std::string column(name(application_of(request).applicant_kind));
    const std::string subject = records::subject(request.key());
    const Date received = *progress.received_on;
    const auto settled = settled_on(progress);
    if (settled && *settled < first_) return;
    const auto here = [&](std::string_view row, Date on) {
        add("requests", row, column, {subject, on, Decimal(1)});
    };
    here(received < first_ ? "carried_over_in" : "new_received", received);
    if (settled)
        here(law::decision(*outcome(progress, settings_)).row, *settled);
    else
        here("carried_over_out", received);
}

void Compilation::count_remedies(const Request& request, const Progress& progress) {
    constexpr std::string_view rows[] = {"review", "litigation_direct", "litigation_after_review"};
    constexpr std::string_view columns[] = {"outcome_upheld", "outcome_corrected", "outcome_other"};
    for (const RemedyCase& it : progress.remedies) {
        if (it.ended_on && *it.ended_on < first_) continue;
        add("review_litigation", rows[std::size_t(it.remedy)],
            it.ended_on ? columns[std::size_t(it.outcome)] : "outcome_pending",
            {records::subject(request.key()), it.ended_on.value_or(it.filed_on), Decimal(1)});
    }
}

void Compilation::count(const Normative& it) {
    const auto row = it.kind == NormativeKind::Rule ? "rules" : "normative_documents";
    const auto here = [&](std::string_view column, Date on) {
        add("proactive.art20_1", row, column, {it.subject, on, Decimal(1)});
    };
    if (in_year(it.issued_on)) here("issued_this_year", it.issued_on);
    if (it.ended_on && in_year(*it.ended_on)) here("repealed_this_year", *it.ended_on);
    if (in_force(it, last_)) here("currently_valid", it.issued_on);
    // One of an earlier year is in force in this one's figures.
    const bool over = it.ended_on && *it.ended_on < first_;
    if (!over) note_belated(it.subject, it.issued_on, it.recorded_on);
    if (it.ended_on && !over) note_belated(it.subject, *it.ended_on, it.ending_recorded_on);
}

void Compilation::note(const disclosure::Correction& it) {
    if (it.on <= last_ && it.recorded_on > last_)
        out_.belated.push_back({it.subject, it.on, it.recorded_on, true});
}

void Compilation::count(const RegisterLine& line) {
    const Date on = line.acts().front().on;
    if (!in_year(on)) return;
    note_belated(line);
    if (is_annulled(line)) return;
    const auto& entry = entry_of(line);
    const Origin origin{records::subject(line.key()), on, entry.amount};
    switch (entry.kind) {
        case RegisterKind::License:
            return add("proactive.art20_5", "admin_license", "decisions", origin);
        case RegisterKind::Penalty:
            return add("proactive.art20_6", "admin_penalty", "decisions", origin);
        case RegisterKind::Compulsion:
            return add("proactive.art20_6", "admin_compulsion", "decisions", origin);
        case RegisterKind::Fee:
            return add("proactive.art20_8", "admin_fee", "amount_wan_yuan", origin);
    }
}

void Compilation::note_belated(const std::string& subject, Date on, Date recorded_on) {
    if (on <= last_ && recorded_on > last_)
        out_.belated.push_back({subject, on, recorded_on, false});
}

template <class Subject>
void Compilation::note_belated(const records::History<Subject>& history) {
    const std::string subject = records::subject(history.key());
    for (const int index : history.belated(last_)) {
        const auto& act = history.acts()[std::size_t(index)];
        const auto wrong = records::annulled_by(act.what);
        const Date on = wrong ? history.acts()[std::size_t(*wrong)].on : act.on;
        out_.belated.push_back({subject, on, act.recorded_on, wrong.has_value()});
    }
}

Compiled compile(const forms::Form& form, const Records& records, int year,
                 const requests::Settings& settings) {
    Compilation it(form, year, settings);
    for (const Request& each : records.requests)
        it.count(each);
    for (const Normative& each : records.normative)
        it.count(each);
    for (const RegisterLine& each : records.registers)
        it.count(each);
    return std::move(it).finish();
}

std::vector<OpeningDifference> opening_differences(const forms::Report& compiled,
                                                   const forms::Report& last_year) {
    std::vector<OpeningDifference> all;
    const forms::Grid* grid = compiled.form->grid("requests");
    if (!grid) return all;
    for (const forms::Column& column : grid->columns) {
        const auto in = compiled.form->cell("requests", "carried_over_in", column.id);
        const auto out = last_year.form->cell("requests", "carried_over_out", column.id);
        if (!in || !out) continue;
        const Decimal counted = compiled.value(*in).value_or(Decimal());
        const Decimal accepted = last_year.value(*out).value_or(Decimal());
        if (counted != accepted) all.push_back({*in, counted, accepted});
    }
    return all;
}

}  // namespace gongkai::reports
