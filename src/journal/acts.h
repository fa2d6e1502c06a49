#pragma once

#include <cstddef>
#include <optional>
#include <set>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/result.h"

// What the acts on one subject have in common, those on a request and those on a document: each has
// a `kind`, of which one is Annul (更正错误登记), the day `on` which it happened, the day it was
// `recorded_on`, its `words`, and the index that it `refers_to`.
namespace gongkai::journal {

template <class Act>
bool annuls(const Act& act) {
    return act.kind == decltype(act.kind)::Annul;
}

// The indices of the acts that were annulled.
template <class Act>
std::set<int> annulled_acts(const std::vector<Act>& acts) {
    std::set<int> all;
    for (const Act& act : acts)
        if (annuls(act)) all.insert(*act.refers_to);
    return all;
}

// How many of the acts, from the first, have happened by the end of a day; without a day all.
// What was annulled, even later, was never so, whatever day is asked for.
template <class Act>
std::size_t happened_by(std::optional<Date> day, const std::vector<Act>& acts,
                        const std::set<int>& annulled) {
    std::size_t count = 0;
    for (; count < acts.size(); ++count) {
        const Act& act = acts[count];
        if (day && act.on > *day && !annuls(act) && !annulled.contains(int(count))) break;
    }
    return count;
}

// Refusals act.future and act.out-of-order, behind the prefix ("request."): a day that has not come
// when it is recorded, or that lies before `latest`, the day of the act before.
Status check_days(std::string_view prefix, Date on, Date recorded_on, Date latest);

Status no_such_act(std::string_view prefix);
Status no_reason(std::string_view prefix);

// Refusals annul.which, for an act that is none, was annulled or annuls itself, and annul.reason.
template <class Act>
Status check_annulment(std::string_view prefix, const Act& act, const std::vector<Act>& acts) {
    const int wrong = act.refers_to.value_or(-1);
    if (wrong < 0 || wrong >= int(acts.size()) || annuls(acts[std::size_t(wrong)]) ||
        annulled_acts(acts).contains(wrong))
        return no_such_act(prefix);
    return act.words.empty() ? no_reason(prefix) : Status(Done{});
}

}  // namespace gongkai::journal
