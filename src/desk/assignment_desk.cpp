#include "desk/assignment_desk.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "desk/recording.h"
#include "organs/succession.h"

namespace gongkai::desk {

using journal::Change;
using journal::LogKey;
using journal::View;
using requests::Assignment;
using requests::AssignmentAct;
using requests::AssignmentKey;
using requests::AssignmentLine;
using requests::RequestKey;
using requests::assignments::Order;
namespace assignments = requests::assignments;

namespace {

Error refused(std::string_view field, std::string message) {
    Error error{ErrorKind::Invalid, "assignment." + std::string(field), std::move(message)};
    error.fields = {{std::string(field), error.message}};
    return error;
}

// The act that gives it away: the first one, or another.
AssignmentAct act_of(Order order, bool is_first) {
    AssignmentAct act;
    if (is_first)
        act.what = assignments::Assign{std::move(order)};
    else
        act.what = assignments::Reassign{std::move(order)};
    return act;
}

}  // namespace

Result<LogKey> AssignmentDesk::home_of(const View& view, const LogKey& log, Date today) const {
    const auto find = organs::found_in(organs_, view, log.region);
    if (const auto home = organs::last_successor(find, log.organ, today)) return home->key;
    return refused("unit", "这个机关已经终止，没有承继机关，不能交办。");
}

Status AssignmentDesk::check_request(const View& view, const RequestKey& key) const {
    GK_TRY(request, requests_.find(view, key));
    if (is_open(request.progress().state)) return Done{};
    return Error{ErrorKind::NotAllowed, "assignment.closed", "这件申请已经办结，不能再交办。"};
}

Status AssignmentDesk::check_order(const View& view, const LogKey& log, Date today,
                                   Order& order) const {
    GK_TRY(home, home_of(view, log, today));
    order.organ = home.organ;
    const auto all = units_.of_body(view, home);
    const auto unit = std::ranges::find(all, order.unit, &organs::Unit::number);
    if (unit == all.end() || unit->ended_on)
        return refused("unit", "请选择本机关没有撤销的内设机构。");
    if (order.person.empty()) return Done{};
    const auto account = accounts_.current(view, log.region, order.person);
    if (!account.ok() || account.value().organ != home.organ || !account.value().active)
        return refused("person", "请选择本机关在用的账号。");
    return Done{};
}

KnownAssignment AssignmentDesk::known(const View& view, std::int64_t region,
                                      const AssignmentLine& line) const {
    KnownAssignment known{line, {}};
    if (line.order.unit.empty()) return known;
    const auto all = units_.of_body(view, {region, line.order.organ});
    if (const auto* unit = unit_now(all, line.order.unit)) {
        known.line.order.unit = unit->number;
        known.unit_name = unit->name;
    }
    return known;
}

Result<KnownAssignment> AssignmentDesk::assign(const Actor& by, const RequestKey& key, Order order,
                                               std::size_t seen) {
    const records::Table& table = assignments::Subject::table();
    GK_CHECK(check_right(by, records::row_for<assignments::Subject, assignments::Assign>().right));
    const AssignmentKey where{key.log, key.number};
    std::optional<KnownAssignment> made;
    const auto work = [&](Change& change) -> Status {
        GK_CHECK(check_request(change, key));
        GK_CHECK(check_order(change, key.log, china_day(by.at), order));
        const auto before = assignments_.find(change, where);
        GK_CHECK(check_seen(table, seen, before.ok() ? before.value().acts().size() : 0));
        AssignmentAct act = act_of(order, !before.ok());
        sign(act, records::row_of<assignments::Subject>(act), by);
        auto after = before.ok() ? before.value().after(act) : Assignment::begin(where, act);
        if (!after.ok()) return after.error();
        append<assignments::Subject>(change, where, act);
        made = known(change, key.log.region, {key.number, order, after.value().acts().size()});
        return Done{};
    };
    GK_CHECK(ledger_.change(by, key.log, work));
    return std::move(*made);
}

Status AssignmentDesk::take_back(const Actor& by, const RequestKey& key, std::size_t seen) {
    AssignmentAct act;
    act.what = assignments::TakeBack{};
    GK_CHECK(record_act<assignments::Subject>(ledger_, assignments_, by, {key.log, key.number},
                                              std::move(act), {}, seen));
    return Done{};
}

Result<records::Page<KnownAssignment>> AssignmentDesk::page(const LogKey& log,
                                                            const records::Ask& ask) const {
    Result<records::Page<KnownAssignment>> result = records::Page<KnownAssignment>{};
    ledger_.look([&](const View& view) {
        const auto page = assignments_.page(view, log, ask);
        if (page.ok())
            result = page.value().shown(
                [&](const AssignmentLine& line) { return known(view, log.region, line); });
        else
            result = page.error();
    });
    return result;
}

Result<LogKey> AssignmentDesk::at_work(const LogKey& log, Date today) const {
    Result<LogKey> home = log;
    ledger_.look([&](const View& view) { home = home_of(view, log, today); });
    return home;
}

}  // namespace gongkai::desk
