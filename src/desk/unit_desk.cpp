#include "desk/unit_desk.h"

#include <algorithm>
#include <variant>

#include "base/one_line.h"
#include "desk/recording.h"

namespace gongkai::desk {

using journal::Change;
using journal::LogKey;
using journal::View;
using organs::Account;
using organs::Unit;
using organs::UnitAct;
using organs::UnitHistory;
using organs::UnitKey;
using organs::UnitMember;
namespace units = organs::units;

namespace {

Status check_name(const std::vector<Unit>& all, std::string_view number, const std::string& name) {
    GK_CHECK(check_one_line(name, "名称"));
    return organs::check_name(all, number, name);
}

Error no_person(std::string message) {
    return {ErrorKind::Invalid, "unit.person", message, {{"person", message}}};
}

// Whether an account has been moved to another body after so many of its acts (调动).
bool moved_since(const organs::AccountHistory& account, std::int64_t acts) {
    for (std::size_t i = std::size_t(acts); i < account.acts().size(); ++i)
        if (account.acts()[i].is<organs::accounts::Move>()) return true;
    return false;
}

}  // namespace

// Somebody's place is in the body where he is, and a move to another body ends it, even where he
// has come back since.
bool UnitDesk::holds(const View& view, const LogKey& body, const UnitMember& member) const {
    const auto found = accounts_.current(view, body.region, member.account);
    if (!found.ok() || found.value().organ != body.organ) return false;
    const auto& former = found.value().former_organs;
    if (std::ranges::find(former, body.organ) == former.end()) return true;
    const records::Repository<organs::accounts::Subject>& histories = accounts_;
    const auto history =
        histories.find(view, organs::accounts::history_key(body.region, member.account));
    return history.ok() && !moved_since(history.value(), member.account_acts);
}

std::vector<KnownUnit> UnitDesk::known(const View& view, const LogKey& body) const {
    const auto all = units_.of_body(view, body);
    std::vector<KnownUnit> known;
    known.reserve(all.size());
    for (const Unit& unit : all)
        known.push_back({unit, {}, 0});
    const auto place = [&](std::string_view number) -> KnownUnit* {
        const Unit* now = unit_now(all, number);
        return now ? &known[std::size_t(now - all.data())] : nullptr;
    };
    for (const UnitMember& member : units_.members(view, body))
        if (KnownUnit* unit = place(member.unit); unit && holds(view, body, member))
            unit->people.push_back(member.account);
    for (const Unit& unit : all)
        place(unit.number)->open_cases += assignments_.open_in(
            view, body.region, requests::place_in_rows(body.organ, unit.number));
    return known;
}

Result<KnownUnit> UnitDesk::known_one(const UnitKey& key) const {
    for (KnownUnit& each : of_body(key.log))
        if (each.unit.number == key.number) return std::move(each);
    return Error{ErrorKind::NotFound, "unit.not-found", "没有这个内设机构。"};
}

Status UnitDesk::check_leaving(const View& view, const UnitKey& key, const units::End& end) const {
    const auto all = known(view, key.log);
    std::vector<Unit> bare;
    organs::UnitLoad load;
    for (const KnownUnit& each : all) {
        bare.push_back(each.unit);
        if (each.unit.number != key.number) continue;
        load.open_cases = each.open_cases;
        for (const auto& person : each.people) {
            const auto account = accounts_.current(view, key.log.region, person);
            if (account.ok() && account.value().active) ++load.people;
        }
    }
    return organs::check_end(bare, key.number, end.successor, load);
}

Status UnitDesk::check_member(const View& view, const UnitKey& key,
                              const std::string& person) const {
    const auto all = units_.of_body(view, key.log);
    for (const UnitMember& member : units_.members(view, key.log))
        if (member.account == person && unit_now(all, member.unit) == unit_now(all, key.number))
            return Done{};
    return no_person("这个账号不在这个内设机构。请刷新后再看。");
}

Status UnitDesk::admit(const View& view, const UnitKey& key, units::Admit& act) const {
    const auto account = accounts_.current(view, key.log.region, act.person);
    if (!account.ok() || account.value().organ != key.log.organ)
        return no_person("这个账号不是本机关的。请选择本机关的工作人员。");
    if (!account.value().active) return no_person("这个账号已经停用。请选择在用的账号。");
    act.account_acts = std::int64_t(account.value().acts);
    return Done{};
}

Result<KnownUnit> UnitDesk::establish(const Actor& by, const LogKey& body, const UnitAct& act) {
    const auto check = [&](const Change& change) -> Status {
        GK_TRY(organ, organs_.current(change, body));
        if (!exists_on(organ, china_day(by.at)))
            return Error{ErrorKind::NotAllowed, "organ.ended",
                         "“" + organ.name + "”已经终止，不能再设立内设机构。"};
        const auto* wanted = act.as<units::Establish>();
        if (!wanted) return Done{};
        return check_name(units_.of_body(change, body), {}, wanted->name);
    };
    GK_TRY(made, record_first<units::Subject>(ledger_, units_, by, body, act, {}, check));
    return known_one(made.key());
}

Result<KnownUnit> UnitDesk::act_on(const Actor& by, const UnitKey& key, const UnitAct& act,
                                   std::size_t seen) {
    const auto complete = [&](Change& change, const UnitHistory&, UnitAct& ready) -> Status {
        if (const auto* wanted = ready.as<units::Change>())
            return check_name(units_.of_body(change, key.log), key.number, wanted->name);
        if (auto* admitted = std::get_if<units::Admit>(&ready.what))
            return admit(change, key, *admitted);
        if (const auto* released = ready.as<units::Release>())
            return check_member(change, key, released->person);
        if (const auto* end = ready.as<units::End>()) return check_leaving(change, key, *end);
        return Done{};
    };
    GK_CHECK(record_act<units::Subject>(ledger_, units_, by, key, act, {}, seen, complete));
    return known_one(key);
}

std::vector<KnownUnit> UnitDesk::of_body(const LogKey& body) const {
    std::vector<KnownUnit> all;
    ledger_.look([&](const View& view) { all = known(view, body); });
    return all;
}

}  // namespace gongkai::desk
