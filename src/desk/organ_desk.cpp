#include "desk/organ_desk.h"

#include <algorithm>
#include <utility>

#include "desk/recording.h"

namespace gongkai::desk {

using journal::Change;
using journal::LogKey;
using journal::View;
using organs::Account;
using organs::Organ;
using organs::OrganHistory;
namespace bodies = organs::bodies;

namespace {

LogKey region_log(std::int64_t region) { return {region, 0}; }

Error no_organ() {
    return {ErrorKind::NotFound, "organ.not-found", "没有这个机关。请核对网址或编号。"};
}

}  // namespace

// The journal of the body with one more act, which is recorded.
Status OrganDesk::record(Change& change, const Actor& by, const std::vector<Organ>& all,
                         const Organ& wanted, bool is_new) const {
    const auto key = bodies::history_key(wanted.key);
    auto act = bodies::act_for(wanted, is_new);
    const records::Row& row = records::row_of<bodies::Subject>(act);
    GK_CHECK(check_right(by, row.right));
    sign(act, row, by);
    const records::Repository<bodies::Subject>& histories = organs_;
    auto after = is_new ? OrganHistory::begin(key, act, {all}) : histories.find(change, key);
    if (!is_new && after.ok()) after = after.value().after(act, {all});
    if (!after.ok()) return after.error();
    append<bodies::Subject>(change, key, act);
    return Done{};
}

Result<Organ> OrganDesk::put(Change& change, const Actor& by, std::vector<Organ>& all,
                             Organ wanted) const {
    const bool is_new = wanted.key.organ == 0;
    const auto before = std::ranges::find(all, wanted.key, &Organ::key);
    if (!is_new && before == all.end()) return no_organ();
    if (is_new) {
        for (const Organ& each : all)
            wanted.key.organ = std::max(wanted.key.organ, each.key.organ);
        ++wanted.key.organ;
    } else {
        wanted.former_names = before->former_names;
        if (wanted.name != before->name)
            wanted.former_names.push_back({before->name, china_day(by.at) - std::chrono::days{1}});
    }
    GK_CHECK(record(change, by, all, wanted, is_new));
    if (is_new)
        all.push_back(wanted);
    else
        *before = wanted;
    return wanted;
}

Result<Organ> OrganDesk::create(const Actor& by, Organ wanted) {
    wanted.key.organ = 0;
    return change(by, std::move(wanted));
}

Result<Organ> OrganDesk::change(const Actor& by, Organ wanted) {
    const auto recorded =
        ledger_.change(by, region_log(wanted.key.region), [&](Change& in) -> Status {
            auto all = organs_.all(in, wanted.key.region);
            GK_TRY(done, put(in, by, all, std::move(wanted)));
            wanted = std::move(done);
            return Done{};
        });
    if (!recorded.ok()) return recorded.error();
    return wanted;
}

Result<Organ> OrganDesk::find(const LogKey& key) const {
    Result<Organ> organ = Error{ErrorKind::NotFound, "organ.not-found", ""};
    ledger_.look([&](const View& view) { organ = organs_.current(view, key); });
    return organ;
}

std::vector<Organ> OrganDesk::of_region(std::int64_t region) const {
    std::vector<Organ> all;
    ledger_.look([&](const View& view) { all = organs_.all(view, region); });
    return all;
}

std::vector<Organ> OrganDesk::everywhere() const {
    std::vector<Organ> all;
    ledger_.look([&](const View& view) {
        for (const std::int64_t region : organs_.regions(view))
            for (Organ& each : organs_.all(view, region))
                all.push_back(std::move(each));
    });
    return all;
}

std::vector<Organ> OrganDesk::below(const LogKey& organ) const {
    return organs::below(of_region(organ.region), organ.organ);
}

std::vector<Organ> OrganDesk::below(const LogKey& organ, Date day) const {
    auto all = below(organ);
    std::erase_if(all, [&](const Organ& body) { return !exists_on(body, day); });
    return all;
}

std::set<std::int64_t> OrganDesk::supervised(const Account& account) const {
    std::set<std::int64_t> numbers;
    if (!account.has(organs::Role::Supervisor)) return numbers;
    for (const Organ& each : below({account.region, account.organ}))
        numbers.insert(each.key.organ);
    return numbers;
}

}  // namespace gongkai::desk
