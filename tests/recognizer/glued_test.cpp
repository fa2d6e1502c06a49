#include "recognizer/glued.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>

#include "../checks/make_report.h"

namespace gongkai::recognizer {
namespace {

using forms::Column;
using forms::Measure;
using Row = std::vector<Decimal>;

std::vector<const Column*> columns(std::size_t count, Measure measure = Measure::Count) {
    static const Column counted{"a", "", "", Measure::Count, "", {}, {}};
    static const Column moving{"b", "", "", Measure::SignedCount, "", {}, {}};
    static const Column amount{"c", "", "", Measure::Amount, "", {}, {}};
    const Column& one = measure == Measure::Count         ? counted
                        : measure == Measure::SignedCount ? moving
                                                          : amount;
    return std::vector<const Column*>(count, &one);
}

// "1 12|11 2": every reading.
std::string shown(const Splits& splits) {
    std::string all;
    for (const Row& row : splits.values) {
        std::string text;
        for (const Decimal& value : row)
            text += (text.empty() ? "" : " ") + value.text();
        all += (all.empty() ? "" : "|") + text;
    }
    return all + (splits.complete ? "" : "...");
}

std::string glued(const Row& row) {
    std::string text;
    for (const Decimal& value : row)
        text += value.text();
    return text;
}

bool has(const std::vector<Row>& readings, const Row& row) {
    return std::ranges::find(readings, row) != readings.end();
}

TEST_CASE("digits are cut into numbers without leading zeros") {
    CHECK(shown(split({"0000003"}, columns(7), 100)) == "0 0 0 0 0 0 3");
    CHECK(shown(split({"1001"}, columns(3), 100)) == "10 0 1");
    CHECK(shown(split({"112"}, columns(2), 100)) == "1 12|11 2");
    CHECK(shown(split({"100"}, columns(3), 100)) == "1 0 0");
    CHECK(shown(split({"12"}, columns(3), 100)).empty());
    CHECK(shown(split({""}, columns(1), 100)).empty());
    // Too many tokens for the columns, which a search without memory tries for minutes.
    const std::vector<std::string_view> tokens(5, "1234567890123456789012345678901234567890");
    CHECK(shown(split(tokens, columns(12), 100)).empty());
    CHECK(shown(split({"１２件"}, columns(2), 100)) == "1 2");
}

TEST_CASE("no number reaches across two tokens") {
    CHECK(shown(split({"11", "2"}, columns(2), 100)) == "11 2");
    CHECK(shown(split({"11", "2"}, columns(3), 100)) == "1 1 2");
    CHECK(shown(split({"1", "1", "2"}, columns(2), 100)).empty());
}

TEST_CASE("only a column of changes has signs, only one of amounts has points") {
    CHECK(shown(split({"1-2"}, columns(2), 100)).empty());
    CHECK(shown(split({"1-2"}, columns(2, Measure::SignedCount), 100)) == "1 -2");
    CHECK(shown(split({"1.25"}, columns(1), 100)).empty());
    CHECK(shown(split({"1.25"}, columns(2, Measure::Amount), 100)) == "1.2 5");
}

TEST_CASE("where there are more readings than wanted it is said so") {
    CHECK(shown(split({"1111"}, columns(2), 2)) == "1 111|11 11...");
    const auto few = split_rows({"1111111"}, 1, columns(2), 1);
    CHECK(few.values.size() <= 1);
    const auto open = split_rows({"112112"}, 2, columns(3), 1);
    CHECK((open.complete ? open.values.size() == 1 : open.values.size() <= 1));
}

TEST_CASE("a row of digits has itself among its readings") {
    CHECK(rc::check([] {
        Row row;
        for (int i = *rc::gen::inRange(1, 6); i > 0; --i)
            row.emplace_back(*rc::gen::oneOf(rc::gen::just(0), rc::gen::inRange(0, 500)));
        const auto splits = split({glued(row)}, columns(row.size()), 100000);
        RC_ASSERT(splits.complete);
        RC_ASSERT(has(splits.values, row));
        for (const Row& it : splits.values)
            RC_ASSERT(glued(it) == glued(row));
    }));
}

Row small_row(std::size_t columns, int most) {
    Row row;
    Decimal sum;
    for (std::size_t c = 0; c + 1 < columns; ++c) {
        const bool zero = *rc::gen::inRange(0, 3) > 0;
        row.emplace_back(zero ? 0 : *rc::gen::inRange(0, most));
        sum = sum + row.back();
    }
    row.push_back(sum);
    return row;
}

TEST_CASE("rows that add up are among the readings of their digits, or more are said to be") {
    CHECK(rc::check([] {
        Row all;
        const int most = *rc::gen::element(10, 100, 100000, 10000000);
        for (int r = 0; r < 3; ++r) {
            const Row row = small_row(5, most);
            all.insert(all.end(), row.begin(), row.end());
        }
        const auto splits = split_rows({glued(all)}, 3, columns(5), 400);
        RC_ASSERT(!splits.complete || has(splits.values, all));
    }));
}

TEST_CASE("a row too long to be tried is not passed over in silence") {
    // Five figures of six digits and more: longer than the widest row that is tried.
    const Row row = {Decimal(1234567), Decimal(2345678), Decimal(3456789), Decimal(0),
                     Decimal(7037034)};
    Row all = row;
    for (int r = 0; r < 2; ++r)
        all.insert(all.end(), {Decimal(0), Decimal(0), Decimal(0), Decimal(0), Decimal(0)});
    const auto splits = split_rows({glued(all)}, 3, columns(5), 400);
    CHECK((!splits.complete || has(splits.values, all)));
}

// ---- a whole table

const forms::Form& form() { return tests::form("2021"); }
const forms::Grid& requests() { return *form().grid("requests"); }

struct Table {
    std::vector<Row> rows;  // by the rows of the grid; empty for one that is not there
};

Row plus(const Row& one, const Row& other) {
    Row sum = one;
    for (std::size_t c = 0; c < sum.size(); ++c)
        sum[c] = sum[c] + other[c];
    return sum;
}

// A table that adds up: leaves by chance, the sum of them, what came in and what is left.
Table any_table() {
    Table table;
    const std::size_t width = requests().columns.size();
    Row sum(width), in(width);
    const int most = *rc::gen::element(2, 10, 40);
    for (const forms::Row& it : requests().rows) {
        Row row(width);
        const bool filled = *rc::gen::inRange(0, 4) == 0;
        if (it.optional) row.clear();
        if (!it.optional && filled && it.kind == forms::RowKind::Leaf) row = small_row(width, most);
        if (it.kind == forms::RowKind::Leaf && !it.optional) sum = plus(sum, row);
        table.rows.push_back(row);
    }
    for (std::size_t r = 0; r < table.rows.size(); ++r)
        if (requests().rows[r].kind == forms::RowKind::FlowIn ||
            requests().rows[r].kind == forms::RowKind::Sum)
            table.rows[r] = sum;
    return table;
}

struct Read {
    std::vector<OpenRow> open;
    std::vector<int> row_of;  // of the table
    Solution solution;
};

Read read(const Table& table) {
    Read it;
    for (std::size_t r = 0; r < table.rows.size(); ++r) {
        if (table.rows[r].empty()) continue;
        auto splits = split({glued(table.rows[r])}, columns(table.rows[r].size()), 4000);
        it.open.push_back({int(r), std::move(splits.values), splits.complete});
        it.row_of.push_back(int(r));
    }
    it.solution = solve(form(), requests(), it.open);
    return it;
}

bool complete(const Read& it) {
    return it.solution.complete && std::ranges::all_of(it.open, &OpenRow::complete);
}

const Row& reading(const Read& it, std::size_t choice, std::size_t row) {
    return it.open[row].readings[std::size_t(it.solution.choices[choice][row])];
}

bool is(const Read& it, std::size_t choice, const Table& table) {
    for (std::size_t i = 0; i < it.open.size(); ++i)
        if (reading(it, choice, i) != table.rows[std::size_t(it.row_of[i])]) return false;
    return true;
}

TEST_CASE(
    "of a glued table that adds up the true reading is among the best, or more are said to be") {
    int decided = 0;
    CHECK(rc::check([&decided] {
        const Table table = any_table();
        const Read it = read(table);
        if (!complete(it)) return;
        ++decided;
        RC_ASSERT(it.solution.broken == 0);
        bool found = false;
        for (std::size_t k = 0; k < it.solution.choices.size(); ++k)
            found = found || is(it, k, table);
        RC_ASSERT(found);
    }));
    CHECK(decided > 50);
}

TEST_CASE("a glued table whose own total is wrong is neither bent nor given up") {
    // One leaf row and the rows that follow from it; then the total column of the sum row is off.
    Table table;
    for (const forms::Row& it : requests().rows) {
        Row row(7);
        if (it.optional) row.clear();
        const bool filled = it.id == "result_granted" || it.kind == forms::RowKind::FlowIn ||
                            it.kind == forms::RowKind::Sum;
        if (filled) row = {Decimal(3), {}, {}, {}, {}, {}, Decimal(3)};
        if (it.kind == forms::RowKind::Sum) row.back() = Decimal(4);
        table.rows.push_back(row);
    }
    const Read it = read(table);
    CHECK(complete(it));
    CHECK(it.solution.broken > 0);
    REQUIRE(it.solution.choices.size() == 1);
    CHECK(is(it, 0, table));
}

TEST_CASE("of two readings that are equally good both are kept, since either may be true") {
    // Two rows whose one request came from a person or a company; the sums hold either way.
    const Row person = {Decimal(1), {}, {}, {}, {}, {}, Decimal(1)};
    const Row company = {{}, Decimal(1), {}, {}, {}, {}, Decimal(1)};
    std::vector<OpenRow> open;
    for (int r = 0; r < int(requests().rows.size()); ++r) {
        const forms::Row& it = requests().rows[std::size_t(r)];
        if (it.optional) continue;
        const bool two = it.id == "denied_state_secret" || it.id == "denied_law_forbidden";
        const bool sum = it.kind == forms::RowKind::Sum || it.id == "new_received";
        if (two)
            open.push_back({r, {person, company}, true});
        else
            open.push_back({r, {sum ? plus(person, company) : Row(7)}, true});
    }
    const Solution solution = solve(form(), requests(), open);
    CHECK(solution.broken == 0);
    CHECK(solution.complete);
    CHECK(solution.choices.size() == 2);
}

TEST_CASE("figures of 18 digits do not upset the sums") {
    const std::string nines(18, '9');
    std::vector<OpenRow> open;
    for (int r = 0; r < 3; ++r) {
        auto splits = split({nines, nines, "0", "0", "0", "0", "0"}, columns(7), 100);
        open.push_back({r, std::move(splits.values), splits.complete});
    }
    CHECK(solve(form(), requests(), open).choices.size() == 1);
    CHECK_FALSE(adds_up({Decimal(999999999999999999), Decimal(1), Decimal(1)}));
}

}  // namespace
}  // namespace gongkai::recognizer
