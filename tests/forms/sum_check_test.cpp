#include <doctest/doctest.h>

#include <map>

#include "files/form_files.h"
#include "forms/report.h"

namespace gongkai::forms {
namespace {

using Outcome = SumCheck::Outcome;

const Form& form(int index) {
    static const Forms forms = files::load_forms().value();
    return forms[std::size_t(index)];
}

// A report in which every cell of the form's own rows is 0.
Report zeros(const Form& of) {
    Report report;
    report.form = &of;
    report.cells.resize(std::size_t(of.cell_count()));
    for (int cell = 0; cell < of.cell_count(); ++cell) {
        const auto place = of.place(cell);
        if (place.grid->rows[std::size_t(place.row)].optional) continue;
        report.cells[std::size_t(cell)] = Cell{CellKind::Number, Decimal(), "0", false, -1, {}};
    }
    return report;
}

std::optional<Cell>& cell(Report& report, const std::string& id) {
    const auto number = report.form->find(id);
    REQUIRE_MESSAGE(number, id);
    return report.cells[std::size_t(*number)];
}

// "12" is a number, "" a blank, "/" a slash, "无" a text, "absent" none.
void set(Report& report, const std::string& id, const std::string& text) {
    auto& it = cell(report, id);
    it = Cell{};
    it->text = text;
    if (text == "absent") {
        it.reset();
    } else if (text == "/") {
        it->kind = CellKind::Slash;
    } else if (const auto value = Decimal::parse(text)) {
        it->kind = CellKind::Number;
        it->value = value;
    } else if (!text.empty()) {
        it->kind = CellKind::Text;
    }
}

void set_all(Report& report, const std::map<std::string, std::string>& cells) {
    for (const auto& [id, text] : cells)
        set(report, id, text);
}

void open(Report& report, const std::vector<std::string>& ids,
          const std::vector<std::vector<Decimal>>& values, bool complete = true) {
    Candidates candidates;
    for (const auto& id : ids) {
        candidates.cells.push_back(*report.form->find(id));
        cell(report, id) =
            Cell{CellKind::Ambiguous, {}, "11", false, int(report.candidates.size()), {}};
    }
    candidates.values = values;
    candidates.complete = complete;
    report.candidates.push_back(candidates);
}

SumCheck check_of(const Report& report, Sum::Kind kind, const std::string& whole) {
    const auto cell = report.form->find(whole);
    for (const Sum& sum : report.form->sums())
        if (sum.kind == kind && sum.right.front() == cell) return check(sum, report);
    FAIL("no such sum: " << whole);
    return {};
}

Outcome row(const Report& report, const std::string& whole) {
    return check_of(report, Sum::Kind::Row, whole).outcome;
}

const std::string in = "requests.new_received.";

TEST_CASE("a row holds where its parts are its total, and is broken where they are not") {
    Report report = zeros(form(1));
    CHECK(row(report, in + "total") == Outcome::Holds);
    set_all(report, {{in + "natural_person", "2"}, {in + "org_other", "1"}, {in + "total", "3"}});
    CHECK(row(report, in + "total") == Outcome::Holds);
    set(report, in + "total", "4");
    const auto broken = check_of(report, Sum::Kind::Row, in + "total");
    CHECK(broken.outcome == Outcome::Broken);
    CHECK(broken.left == Decimal(3));
    CHECK(broken.right == Decimal(4));
}

TEST_CASE("blanks and strokes among the parts count as nothing") {
    Report report = zeros(form(1));
    set_all(report, {{in + "natural_person", "2"}, {in + "org_other", ""}, {in + "total", "2"}});
    set(report, in + "org_research", "/");
    CHECK(row(report, in + "total") == Outcome::Holds);
    set(report, in + "total", "3");
    CHECK(row(report, in + "total") == Outcome::Broken);
}

TEST_CASE("what is not there decides nothing") {
    const std::pair<std::string, std::string> cases[] = {
        {in + "total", ""},           {in + "total", "/"},      {in + "total", "absent"},
        {in + "org_other", "absent"}, {in + "org_other", "无"}, {in + "total", "无"},
    };
    for (const auto& [id, text] : cases) {
        CAPTURE(id + "=" + text);
        Report report = zeros(form(1));
        set(report, in + "natural_person", "5");
        set(report, id, text);
        CHECK(row(report, in + "total") == Outcome::Undecided);
    }
    Report blank = zeros(form(1));
    for (const Column& column : blank.form->grid("requests")->columns)
        if (column.id != "total") set(blank, in + column.id, "");
    set(blank, in + "total", "5");
    CHECK(row(blank, in + "total") == Outcome::Undecided);
}

TEST_CASE("an ambiguous cell breaks a sum only where no candidate agrees") {
    const std::string all = in + "total", one = in + "natural_person";
    Report report = zeros(form(1));
    open(report, {one, all}, {{Decimal(1), Decimal(12)}, {Decimal(11), Decimal(11)}});
    CHECK(row(report, all) == Outcome::Undecided);
    report.candidates.front().values.pop_back();
    CHECK(row(report, all) == Outcome::Broken);
    report.candidates.front().complete = false;
    CHECK(row(report, all) == Outcome::Undecided);
    report.candidates.front() = {report.candidates.front().cells, {}, true};
    CHECK(row(report, all) == Outcome::Undecided);
}

TEST_CASE("a joint reading is taken whole, those of two groups freely") {
    const std::string all = in + "total", one = in + "natural_person", other = in + "org_other";
    Report joint = zeros(form(1));
    // 1 + 1 and 2 + 2 would be 2 and 4, but the readings give 3 and 3.
    open(joint, {one, other}, {{Decimal(1), Decimal(2)}, {Decimal(2), Decimal(1)}});
    set(joint, all, "4");
    CHECK(row(joint, all) == Outcome::Broken);
    Report apart = zeros(form(1));
    open(apart, {one}, {{Decimal(1)}, {Decimal(2)}});
    open(apart, {other}, {{Decimal(2)}, {Decimal(1)}});
    set(apart, all, "4");
    CHECK(row(apart, all) == Outcome::Undecided);
    set(apart, all, "5");
    CHECK(row(apart, all) == Outcome::Broken);
}

TEST_CASE("received and carried over is done and left") {
    Report report = zeros(form(1));
    const std::string done = "requests.result_total.natural_person";
    set_all(report, {{in + "natural_person", "5"},
                     {"requests.carried_over_in.natural_person", "1"},
                     {"requests.carried_over_out.natural_person", "2"},
                     {done, "4"}});
    CHECK(check_of(report, Sum::Kind::Flow, done).outcome == Outcome::Holds);
    CHECK(check_of(report, Sum::Kind::Column, done).outcome == Outcome::Broken);
    set(report, "requests.result_granted.natural_person", "4");
    CHECK(check_of(report, Sum::Kind::Column, done).outcome == Outcome::Holds);
    set(report, "requests.carried_over_out.natural_person", "");
    CHECK(check_of(report, Sum::Kind::Flow, done).outcome == Outcome::Broken);
    set(report, in + "natural_person", "");
    CHECK(check_of(report, Sum::Kind::Flow, done).outcome == Outcome::Undecided);
    // Where the total of what was done is blank, there is nothing to compare.
    set(report, in + "natural_person", "5");
    set(report, done, "");
    CHECK(check_of(report, Sum::Kind::Flow, done).outcome == Outcome::Undecided);
}

TEST_CASE("the one row of other handling stands for the rows that a mixed report lacks") {
    Report report = zeros(form(1));
    const std::string done = "requests.result_total.total";
    std::vector<std::string> lacked;
    std::string whole;
    for (const Row& it : report.form->grid("requests")->rows)
        if (it.optional) lacked = it.replaces, whole = it.id;
    REQUIRE_FALSE(lacked.empty());
    set(report, done, "3");
    // Beside the rows that it stands for it would count twice.
    set(report, "requests." + whole + ".total", "3");
    CHECK(check_of(report, Sum::Kind::Column, done).outcome == Outcome::Broken);
    for (const auto& id : lacked)
        set(report, "requests." + id + ".total", "absent");
    CHECK(check_of(report, Sum::Kind::Column, done).outcome == Outcome::Holds);
    set(report, "requests." + whole + ".total", "absent");
    CHECK(check_of(report, Sum::Kind::Column, done).outcome == Outcome::Undecided);
}

TEST_CASE("figures that no sum can hold decide nothing") {
    Report report = zeros(form(1));
    set_all(report, {{in + "natural_person", "999999999999999999"},
                     {in + "org_other", "999999999999999999"},
                     {in + "total", "1"}});
    CHECK(row(report, in + "total") == Outcome::Undecided);
}

}  // namespace
}  // namespace gongkai::forms
