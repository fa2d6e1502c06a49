#include "reports/compile.h"

#include <algorithm>

namespace gongkai::reports {

namespace {

using disclosure::Normative;
using disclosure::NormativeKind;
using disclosure::RegisterEntry;
using disclosure::RegisterKind;
using requests::Act;
using requests::ActKind;
using requests::Progress;
using requests::RemedyCase;
using requests::Request;

struct Year {
    Date first, last;
    bool holds(Date day) const { return day >= first && day <= last; }
};

Year year_of(int year) {
    using namespace std::chrono;
    return {sys_days{std::chrono::year{year} / January / 1},
            sys_days{std::chrono::year{year} / December / 31}};
}

class Compiler {
public:
    Compiler(const forms::Form& form, int year, const requests::Settings& settings)
        : form_(form), year_(year_of(year)), settings_(settings) {
        out_.report.form = &form;
        out_.report.year = year;
        out_.report.cells.resize(std::size_t(form.cell_count()));
        out_.origins.resize(std::size_t(form.cell_count()));
        // What nobody recorded did not happen: 0, and no blank. Rows of another form stay away.
        for (int cell = 0; cell < form.cell_count(); ++cell) {
            const auto place = form.place(cell);
            if (!place.grid->rows[std::size_t(place.row)].optional) set(cell, Decimal());
        }
    }

    Compiled run(const Records& records) {
        for (const Request& it : records.requests)
            count(it);
        for (const Normative& it : records.normative)
            count(it);
        for (const RegisterEntry& it : records.registers)
            count(it);
        add_up();
        return std::move(out_);
    }

private:
    const forms::Form& form_;
    Year year_;
    const requests::Settings& settings_;
    Compiled out_;

    void set(int cell, const Decimal& value) {
        forms::Cell it;
        it.kind = forms::CellKind::Number;
        it.value = value;
        it.text = value.text();
        out_.report.cells[std::size_t(cell)] = std::move(it);
    }

    void add(int cell, const Origin& origin) {
        set(cell, out_.report.value(cell).value_or(Decimal()) + origin.adds);
        out_.origins[std::size_t(cell)].push_back(origin);
    }

    // A form that has no such cell does not count such things.
    void add(std::string_view grid, std::string_view row, std::string_view column,
             const Origin& origin) {
        if (const auto cell = form_.cell(grid, row, column)) add(*cell, origin);
    }

    void count(const Request& request) {
        note_belated(request);
        const Progress progress = request.progress(year_.last);
        if (progress.state == requests::State::Annulled || !progress.received_on) return;
        count_remedies(request, progress);
        const std::string column(name(request.application().applicant_kind));
        const std::string subject = requests::subject(request.key());
        const Date received = *progress.received_on;
        const auto settled = settled_on(progress);
        if (settled && *settled < year_.first) return;
        const auto here = [&](std::string_view row, Date on) {
            add("requests", row, column, {subject, on, Decimal(1)});
        };
        here(received < year_.first ? "carried_over_in" : "new_received", received);
        if (settled)
            here(law::decision(*outcome(progress, settings_)).row, *settled);
        else
            here("carried_over_out", received);
    }

    void count_remedies(const Request& request, const Progress& progress) {
        constexpr std::string_view rows[] = {"review", "litigation_direct",
                                             "litigation_after_review"};
        constexpr std::string_view columns[] = {"outcome_upheld", "outcome_corrected",
                                                "outcome_other"};
        for (const RemedyCase& it : progress.remedies) {
            if (it.ended_on && *it.ended_on < year_.first) continue;
            add("review_litigation", rows[std::size_t(it.remedy)],
                it.ended_on ? columns[std::size_t(it.outcome)] : "outcome_pending",
                {requests::subject(request.key()), it.ended_on.value_or(it.filed_on), Decimal(1)});
        }
    }

    void count(const Normative& it) {
        const auto row = it.kind == NormativeKind::Rule ? "rules" : "normative_documents";
        const auto here = [&](std::string_view column, Date on) {
            add("proactive.art20_1", row, column, {it.subject, on, Decimal(1)});
        };
        if (year_.holds(it.issued_on)) here("issued_this_year", it.issued_on);
        if (it.ended_on && year_.holds(*it.ended_on)) here("repealed_this_year", *it.ended_on);
        if (in_force(it, year_.last)) here("currently_valid", it.issued_on);
        if (year_.holds(it.issued_on)) note_belated(it.subject, it.issued_on, it.recorded_on);
    }

    void count(const RegisterEntry& it) {
        if (!year_.holds(it.on)) return;
        note_belated(it.subject, it.on, it.recorded_on);
        if (it.annulled) {
            if (it.annulled_on > year_.last)
                out_.belated.push_back({it.subject, it.on, it.annulled_on, true});
            return;
        }
        const Origin origin{it.subject, it.on, it.amount};
        switch (it.kind) {
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

    void note_belated(const std::string& subject, Date on, Date recorded_on) {
        if (on <= year_.last && recorded_on > year_.last)
            out_.belated.push_back({subject, on, recorded_on, false});
    }

    void note_belated(const Request& request) {
        const std::string subject = requests::subject(request.key());
        for (const Act& act : request.acts()) {
            if (act.kind != ActKind::Annul) {
                note_belated(subject, act.on, act.recorded_on);
                continue;
            }
            const Act& wrong = request.acts()[std::size_t(*act.refers_to)];
            if (wrong.on <= year_.last && act.recorded_on > year_.last)
                out_.belated.push_back({subject, wrong.on, act.recorded_on, true});
        }
    }

    // Totals are the form's own sums of what was counted: across the rows, then down the columns.
    void add_up() {
        for (const auto kind : {forms::Sum::Kind::Row, forms::Sum::Kind::Column})
            for (const forms::Sum& sum : form_.sums())
                if (sum.kind == kind) add_up(sum);
        for (const forms::Sum& sum : form_.sums())
            if (sum.kind == forms::Sum::Kind::Row) add_up(sum);
    }

    void add_up(const forms::Sum& sum) {
        const int total = sum.right.front();
        if (!out_.report.cell(total)) return;
        Decimal value;
        std::vector<Origin> origins;
        for (const int cell : sum.left) {
            value = value + out_.report.value(cell).value_or(Decimal());
            const auto& from = out_.origins[std::size_t(cell)];
            origins.insert(origins.end(), from.begin(), from.end());
        }
        set(total, value);
        out_.origins[std::size_t(total)] = std::move(origins);
    }
};

}  // namespace

Compiled compile(const forms::Form& form, const Records& records, int year,
                 const requests::Settings& settings) {
    return Compiler(form, year, settings).run(records);
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
