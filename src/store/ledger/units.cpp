#include "store/ledger/units.h"

#include <algorithm>

#include "store/ledger/people.h"
#include "store/ledger/projection.h"

// The units inside a body: entries of its own log, a row each.
namespace gongkai::store {

namespace {

using organs::Unit;
using organs::units::Subject;

constexpr std::string_view list_name = "内设机构";

const Table unit_table{
    "organ_unit", {"subject"}, {"number", "name", "kind", "ended_on", "successor", "acts"}};
// One place for each account: the last act on it counts, whichever unit's it is.
const Table member_table{"organ_unit_member", {"account"}, {"unit", "account_acts"}};

void put_member(const organs::UnitHistory& history, Rows& rows) {
    const auto& act = history.acts().back();
    if (const auto* admitted = act.as<organs::units::Admit>())
        rows.put(member_table, history.key().log, {admitted->person},
                 {history.key().number, admitted->account_acts});
    if (const auto* released = act.as<organs::units::Release>())
        rows.remove(member_table, history.key().log, {released->person});
}

void apply(const journal::Entry& entry, Rows& rows) {
    const auto history = history_of<Subject>(rows.entries(entry.log, entry.subject));
    const Unit unit = organs::unit_of(history);
    rows.put(unit_table, entry.log, {entry.subject},
             {number_of(entry.subject), unit.name, std::string(name(unit.kind)),
              day_column(unit.ended_on), unit.successor, std::int64_t(unit.acts)});
    put_member(history, rows);
}

Unit unit_in(const Row& row) {
    return {std::to_string(whole(row[0])),
            text(row[1]),
            word_in<organs::UnitKind>(row[2], list_name),
            day_in(row[3]),
            text(row[4]),
            std::size_t(whole(row[5]))};
}

}  // namespace

const Projection unit_projection{"unit.", {&unit_table, &member_table}, apply};

std::vector<Unit> UnitBook::of_body(const journal::View& view, const journal::LogKey& body) const {
    std::vector<Unit> all;
    for (const Row& row : connection_of(view).run(
             "SELECT number, name, kind, ended_on, successor, acts FROM organ_unit "
             "WHERE region = $1 AND organ = $2 ORDER BY number",
             {body.region, body.organ}))
        all.push_back(unit_in(row));
    return all;
}

std::vector<organs::UnitMember> UnitBook::members(const journal::View& view,
                                                  const journal::LogKey& body) const {
    std::vector<organs::UnitMember> all;
    for (const Row& row :
         connection_of(view).run("SELECT account, unit, account_acts FROM organ_unit_member "
                                 "WHERE region = $1 AND organ = $2 ORDER BY account",
                                 {body.region, body.organ}))
        all.push_back({text(row[0]), text(row[1]), whole(row[2])});
    return all;
}

std::string UnitBook::next_number(const journal::View& view, const journal::LogKey& log,
                                  int) const {
    const auto rows = connection_of(view).run(
        "SELECT coalesce(max(number), 0) FROM organ_unit WHERE region = $1 AND organ = $2",
        {log.region, log.organ});
    return std::to_string(std::max(whole(rows.at(0)[0]), handed_out(view, log, "unit/")) + 1);
}

}  // namespace gongkai::store
