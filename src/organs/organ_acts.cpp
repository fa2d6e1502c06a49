#include "organs/organ_acts.h"

#include <utility>

#include "base/whole_number.h"
#include "organs/succession.h"

template class gongkai::records::History<gongkai::organs::bodies::Subject>;

// What happens to a body in the journal.
namespace gongkai::organs::bodies {

namespace {

using records::Days;
using records::hidden;
using records::no_words;
using records::row;

// A body that has ended may still be corrected, even to one that goes on.
constexpr records::States always = 1;
constexpr auto manage = records::Right::ManagePeople;

constexpr auto rows = records::rows_of<Subject::Kinds>(
    row<Create>("create", "登记机关", {}, records::nowhere, manage, "", no_words, hidden)
        .with(Days::None),
    row<Change>("change", "修改机关", {}, always, manage, "", no_words, hidden).with(Days::None),
    row<End>("end", "终止机关", {}, always, manage, "", no_words, hidden).with(Days::None));

constexpr records::Table organ_table{"organ", "organ", "机关", "这个机关", rows};

using Moment = records::Moment<Subject>;

std::int64_t number_of(const records::Key<Subject>& key) {
    return whole_number(key.number).value_or(0);
}

Status judge_whole(const OrganRecord& record, const Moment& moment) {
    const Organ organ{record, {moment.key.log.region, number_of(moment.key)}};
    GK_CHECK(check(organ));
    GK_CHECK(check_parent(moment.rules.all, organ));
    return check_successors(moment.rules.all, organ);
}

Status judge(const Create& act, const Moment& moment) { return judge_whole(act.organ, moment); }
Status judge(const Change& act, const Moment& moment) { return judge_whole(act.organ, moment); }
Status judge(const End& act, const Moment& moment) { return judge_whole(act.organ, moment); }

void apply(const Create& act, Progress& now) { now.organ = act.organ; }
void apply(const Change& act, Progress& now) { now.organ = act.organ; }
void apply(const End& act, Progress& now) { now.organ = act.organ; }

}  // namespace

const records::Table& Subject::table() { return organ_table; }

bool Subject::lawful(records::States states, const Progress&) { return (states & always) != 0; }

std::string_view Subject::state_words(const Progress&) { return "已经登记"; }

Status Subject::judge(const Kinds& what, const Moment& moment) {
    return std::visit([&](const auto& act) -> Status { return bodies::judge(act, moment); }, what);
}

void Subject::apply(const Kinds& what, const records::Dated&, int, Progress& progress) {
    std::visit([&](const auto& act) { bodies::apply(act, progress); }, what);
}

records::ActOf<Subject> act_for(const Organ& organ, bool is_new, std::vector<OpenCase> open_cases) {
    const OrganRecord& record = organ;
    records::ActOf<Subject> act;
    if (is_new)
        act.what = Create{record};
    else if (organ.valid_until)
        act.what = End{record, std::move(open_cases)};
    else
        act.what = Change{record};
    return act;
}

records::Key<Subject> history_key(const journal::LogKey& organ) {
    return {{organ.region, 0}, std::to_string(organ.organ)};
}

}  // namespace gongkai::organs::bodies
