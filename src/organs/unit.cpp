#include "organs/unit.h"

#include <algorithm>

#include "base/text.h"

template class gongkai::records::History<gongkai::organs::units::Subject>;

namespace gongkai::organs {

namespace units {

namespace {

using enum State;
using records::hidden;
using records::in;
using records::no_words;
using records::row;

constexpr auto manage = records::Right::ManagePeople;
constexpr std::size_t longest_name = 50;

constexpr auto rows = records::rows_of<Subject::Kinds>(
    row<Establish>("establish", "设立内设机构", {}, records::nowhere, manage, "", no_words, hidden)
        .with(records::Days::Recorded),
    row<Change>("change", "修改内设机构", {}, in({Standing}), manage, "", no_words, hidden)
        .with(records::Days::Recorded),
    row<Admit>("admit", "编入人员", {}, in({Standing}), manage, "", no_words, hidden)
        .with(records::Days::Recorded),
    row<Release>("release", "调出人员", {}, in({Standing, Ended}), manage, "", no_words, hidden)
        .with(records::Days::Recorded),
    row<End>("end", "撤销内设机构", {}, in({Standing}), manage, "撤销日期", no_words, hidden));

constexpr records::Table unit_table{"unit", "unit", "内设机构", "这个内设机构", rows};

using Moment = records::Moment<Subject>;

Status check_words(std::string_view name) {
    if (text::is_blank(name) || !text::is_utf8(name) || text::length(name) > longest_name)
        return records::invalid(Subject::table(), "name",
                                "请填写内设机构的名称，不超过 50 个字，例如“党政办公室”。");
    return Done{};
}

Status judge(const Establish& act, const Moment&) { return check_words(act.name); }
Status judge(const Change& act, const Moment&) { return check_words(act.name); }
// Who works where and who takes over is judged by the desk, which knows the others.
template <class Kind>
Status judge(const Kind&, const Moment&) {
    return Done{};
}

void apply(const Establish& act, const records::Dated&, Progress& now) {
    now.unit.name = act.name;
    now.unit.kind = act.kind;
}

void apply(const Change& act, const records::Dated&, Progress& now) {
    now.unit.name = act.name;
    now.unit.kind = act.kind;
}

// Who works where stands in rows of its own: another unit's act may have changed it.
void apply(const Admit&, const records::Dated&, Progress&) {}
void apply(const Release&, const records::Dated&, Progress&) {}

void apply(const End& act, const records::Dated& dated, Progress& now) {
    now.state = Ended;
    now.unit.ended_on = dated.on;
    now.unit.successor = act.successor;
}

}  // namespace

const records::Table& Subject::table() { return unit_table; }

bool Subject::lawful(records::States states, const Progress& now) {
    return (states & in({now.state})) != 0;
}

std::string_view Subject::state_words(const Progress& now) { return chinese(now.state); }

Status Subject::judge(const Kinds& what, const Moment& moment) {
    return std::visit([&](const auto& act) -> Status { return units::judge(act, moment); }, what);
}

void Subject::apply(const Kinds& what, const records::Dated& dated, int, Progress& progress) {
    std::visit([&](const auto& act) { units::apply(act, dated, progress); }, what);
}

}  // namespace units

namespace {

const Unit* find(const std::vector<Unit>& all, std::string_view number) {
    const auto found = std::ranges::find(all, number, &Unit::number);
    return found == all.end() ? nullptr : &*found;
}

Error at_successor(std::string_view code, ErrorKind kind, std::string message) {
    Error error{kind, "unit." + std::string(code), std::move(message)};
    error.fields = {{"successor", error.message}};
    return error;
}

}  // namespace

Unit unit_of(const UnitHistory& history) {
    Unit unit = history.progress().unit;
    unit.number = history.key().number;
    unit.acts = history.acts().size();
    return unit;
}

const Unit* unit_now(const std::vector<Unit>& all, std::string_view number) {
    const Unit* unit = find(all, number);
    // Only a unit that stands may take over, and none stands again: there are no circles. A damaged
    // journal shall not keep anybody waiting all the same.
    for (std::size_t steps = 0; unit && !unit->successor.empty() && steps < all.size(); ++steps) {
        const Unit* next = find(all, unit->successor);
        if (!next) break;
        unit = next;
    }
    return unit;
}

Status check_name(const std::vector<Unit>& all, std::string_view number, std::string_view name) {
    for (const Unit& each : all)
        if (each.number != number && !each.ended_on && each.name == name)
            return Error{ErrorKind::Conflict,
                         "unit.name-taken",
                         "已经有名称为“" + each.name + "”的内设机构，请换一个名称。",
                         {{"name", "已经有这个名称的内设机构。"}}};
    return Done{};
}

std::vector<std::string> come_to(const std::vector<Unit>& all, std::string_view number) {
    std::vector<std::string> numbers;
    for (const Unit& each : all)
        if (const Unit* now = unit_now(all, each.number); now && now->number == number)
            numbers.push_back(each.number);
    return numbers;
}

Status check_end(const std::vector<Unit>& all, std::string_view number, std::string_view successor,
                 const UnitLoad& load) {
    if (successor.empty()) {
        if (load.people == 0 && load.open_cases == 0) return Done{};
        return at_successor("in-use", ErrorKind::NotAllowed,
                            "这个内设机构还有 " + std::to_string(load.people) + " 名工作人员、" +
                                std::to_string(load.open_cases) +
                                " 件没有办结的申请。请选择接手的内设机构，再撤销。");
    }
    const Unit* next = find(all, successor);
    if (next && next->number != number && !next->ended_on) return Done{};
    return at_successor("successor", ErrorKind::Invalid,
                        "接手的内设机构应当是本机关另一个没有撤销的内设机构。请重新选择。");
}

}  // namespace gongkai::organs
