#include "desk/organ_desk.h"

#include <algorithm>
#include <iterator>
#include <stdexcept>
#include <utility>

#include "base/whole_number.h"
#include "desk/recording.h"
#include "organs/only_one.h"
#include "organs/succession.h"

namespace gongkai::desk {

using journal::Change;
using journal::LogKey;
using journal::View;
using organs::Account;
using organs::Organ;
using organs::OrganHistory;
using records::Ask;
using records::Page;
namespace bodies = organs::bodies;

namespace {

LogKey region_log(std::int64_t region) { return {region, 0}; }

Error no_organ() {
    return {ErrorKind::NotFound, "organ.not-found", "没有这个机关。请核对网址或编号。"};
}

// A cursor of all regions: the region in which the next page begins, and its own cursor there.
struct PlaceInRegions {
    std::int64_t region = 0;
    std::string after;
};

Result<PlaceInRegions> place_of(const std::string& after) {
    PlaceInRegions place;
    const auto dot = std::min(after.find('.'), after.size());
    if (after.empty()) return place;
    const auto region = whole_number(std::string_view(after).substr(0, dot));
    if (!region || dot == after.size()) return records::damaged_cursor();
    place.region = *region;
    place.after = after.substr(dot + 1);
    return place;
}

void add_to(records::Count& sum, const records::Count& more) {
    sum.number += more.number;
    sum.more = sum.more || more.more || sum.number > records::counted_at_most;
    sum.number = std::min(sum.number, records::counted_at_most);
}

// A region's rows behind those of the regions before it.
void add_rows(Page<Organ>& all, Page<Organ> page, std::int64_t region, bool has_room) {
    if (page.rows.empty()) return;
    const std::string begin = std::to_string(region) + ".";
    // A row of the region behind a full page tells that there is another page.
    if (!has_room) {
        all.next = begin;
        return;
    }
    std::ranges::move(page.rows, std::back_inserter(all.rows));
    if (!page.next.empty()) all.next = begin + page.next;
}

Result<Page<Organ>> all_regions(const organs::Repository& organs, const View& view, Ask ask,
                                Date day) {
    GK_TRY(place, place_of(ask.after));
    Page<Organ> all;
    const int limit = ask.limit;
    for (const std::int64_t region : organs.regions(view)) {
        const bool shown = region >= place.region && all.next.empty();
        if (!shown && all.count.more) continue;
        const int left = limit - int(all.rows.size());
        ask.after = region == place.region ? place.after : "";
        ask.limit = shown && left > 0 ? left : 1;
        GK_TRY(page, organs.page(view, region, ask, {.existing_on = day}));
        add_to(all.count, page.count);
        if (shown) add_rows(all, std::move(page), region, left > 0);
    }
    return all;
}

}  // namespace

Result<std::vector<bodies::OpenCase>> OrganDesk::left_open(const Change& change,
                                                           const std::vector<Organ>& all,
                                                           const Organ& ended, Date today) const {
    std::vector<bodies::OpenCase> cases;
    if (!ended.valid_until) return cases;
    auto whose = organs::leading_to(all, ended.key.organ);
    whose.push_back(ended);
    for (const Organ& body : whose) {
        GK_TRY(own, open_cases_.of(change, body.key, today));
        cases.insert(cases.end(), own.begin(), own.end());
    }
    if (cases.empty() || ended.successor) return cases;
    Error error{ErrorKind::NotAllowed, "organ.open-cases",
                "“" + ended.name + "”还有 " + std::to_string(cases.size()) + " 件事项没有办结（" +
                    listed_in_words(cases) + "）。请指定承继机关，由它继续办理，再终止。"};
    error.fields = {{"successor", error.message}};
    return error;
}

// The journal of the body with one more act, which is recorded.
Result<std::size_t> OrganDesk::record(Change& change, const Actor& by,
                                      const std::vector<Organ>& all, const Organ& wanted,
                                      bool is_new, std::optional<std::size_t> seen) const {
    const auto key = bodies::history_key(wanted.key);
    GK_TRY(cases, left_open(change, all, wanted, china_day(by.at)));
    auto act = bodies::act_for(wanted, is_new, std::move(cases));
    const records::Row& row = records::row_of<bodies::Subject>(act);
    GK_CHECK(check_right(by, row.right));
    sign(act, row, by);
    const records::Repository<bodies::Subject>& histories = organs_;
    auto after = is_new ? OrganHistory::begin(key, act, {all}) : histories.find(change, key);
    if (!is_new && after.ok()) {
        GK_CHECK(check_seen(bodies::Subject::table(), seen, after.value().acts().size()));
        after = after.value().after(act, {all});
    }
    if (!after.ok()) return after.error();
    append<bodies::Subject>(change, key, act);
    return after.value().acts().size();
}

Result<Organ> OrganDesk::put(Change& change, const Actor& by, std::vector<Organ>& all, Organ wanted,
                             std::optional<std::size_t> seen) const {
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
    GK_CHECK(organs::check_only_one(all, wanted));
    GK_TRY(acts, record(change, by, all, wanted, is_new, seen));
    wanted.acts = acts;
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

Result<Organ> OrganDesk::change(const Actor& by, Organ wanted, std::optional<std::size_t> seen) {
    const auto recorded =
        ledger_.change(by, region_log(wanted.key.region), [&](Change& in) -> Status {
            auto all = organs_.all(in, wanted.key.region);
            GK_TRY(done, put(in, by, all, std::move(wanted), seen));
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

Result<Page<Organ>> OrganDesk::page(std::int64_t region, const Ask& ask,
                                    const organs::Chosen& chosen) const {
    Result<Page<Organ>> page(Page<Organ>{});
    ledger_.look([&](const View& view) { page = organs_.page(view, region, ask, chosen); });
    return page;
}

Result<Page<Organ>> OrganDesk::everywhere(const Ask& ask, Date day) const {
    Result<Page<Organ>> page(Page<Organ>{});
    ledger_.look([&](const View& view) { page = all_regions(organs_, view, ask, day); });
    return page;
}

std::vector<Organ> OrganDesk::below(const LogKey& organ) const {
    return organs::below(of_region(organ.region), organ.organ);
}

std::vector<Organ> OrganDesk::below(const LogKey& organ, Date day) const {
    auto all = below(organ);
    std::erase_if(all, [&](const Organ& body) { return !exists_on(body, day); });
    return all;
}

organs::Reach OrganDesk::reach(const Account& account, Date day) const {
    organs::Reach reach;
    const auto all = of_region(account.region);
    const auto supervise = [&](std::int64_t organ) {
        if (!account.has(organs::Role::Supervisor)) return;
        for (const Organ& each : organs::below(all, organ))
            reach.supervised.insert(each.key.organ);
    };
    supervise(account.organ);
    for (const Organ& ended : organs::inherited(all, account.organ, day)) {
        reach.inherited.insert(ended.key.organ);
        supervise(ended.key.organ);
    }
    return reach;
}

std::vector<Inheritance> OrganDesk::inherited(const LogKey& organ, Date day) const {
    std::vector<Inheritance> all;
    ledger_.look([&](const View& view) {
        for (auto& ended : organs::inherited(organs_.all(view, organ.region), organ.organ, day)) {
            auto cases = open_cases_.of(view, ended.key, day);
            if (!cases.ok()) throw std::logic_error(cases.error().message);
            all.push_back({std::move(ended), std::move(cases.value())});
        }
    });
    return all;
}

std::vector<Organ> OrganDesk::heirs(const Organ& organ, Date day) const {
    std::vector<Organ> all;
    ledger_.look([&](const View& view) {
        all = organs::heirs(organs::found_in(organs_, view, organ.key.region), organ, day);
    });
    return all;
}

}  // namespace gongkai::desk
