#include "organs/succession.h"

#include <algorithm>
#include <set>

namespace gongkai::organs {

namespace {

constexpr auto number_of = [](const Organ& organ) { return organ.key.organ; };

Error invalid(std::string message) {
    Error error{ErrorKind::Invalid, "organ.successor", std::move(message)};
    error.fields = {{"successor", error.message}};
    return error;
}

bool ended_before(const Organ& organ, Date day) {
    return organ.valid_until && *organ.valid_until < day;
}

Date day_after_end(const Organ& organ) { return *organ.valid_until + std::chrono::days{1}; }

FindOrgan found_in(const std::vector<Organ>& all) {
    return [&all](std::int64_t number) -> std::optional<Organ> {
        const auto it = std::ranges::find(all, number, number_of);
        return it == all.end() ? std::nullopt : std::optional(*it);
    };
}

std::vector<std::int64_t> successors_of(const Organ& organ) {
    std::vector<std::int64_t> all;
    if (organ.successor) all.push_back(*organ.successor);
    all.insert(all.end(), organ.further_successors.begin(), organ.further_successors.end());
    return all;
}

// Whether the successors of `from` come to a body.
bool leads_to(const std::vector<Organ>& all, std::int64_t from, std::int64_t organ) {
    std::set<std::int64_t> seen;
    std::vector<std::int64_t> next{from};
    while (!next.empty()) {
        const auto number = next.back();
        next.pop_back();
        if (number == organ) return true;
        const auto it = std::ranges::find(all, number, number_of);
        if (it == all.end() || !seen.insert(number).second) continue;
        for (const auto successor : successors_of(*it))
            next.push_back(successor);
    }
    return false;
}

Status check_one(const std::vector<Organ>& all, const Organ& organ, std::int64_t successor) {
    const auto next = std::ranges::find(all, successor, number_of);
    if (next == all.end() || next->key == organ.key)
        return invalid("“" + organ.name + "”的承继机关不存在，或者就是它自己。请选择另一个机关。");
    if (!exists_on(*next, day_after_end(organ)))
        return invalid("“" + next->name + "”在“" + organ.name +
                       "”终止的次日不存在，不能承继它的职权。");
    if (leads_to(all, successor, organ.key.organ))
        return invalid("“" + next->name + "”自己由“" + organ.name +
                       "”承继，两个机关不能互相承继。请选择另一个机关。");
    return Done{};
}

// Days that are corrected later must not leave those that ended before without their successor.
Status check_predecessors(const std::vector<Organ>& all, const Organ& organ) {
    for (const Organ& each : all) {
        const auto successors = successors_of(each);
        if (each.key == organ.key || !each.valid_until ||
            std::ranges::find(successors, organ.key.organ) == successors.end() ||
            exists_on(organ, day_after_end(each)))
            continue;
        return invalid("“" + organ.name + "”承继了“" + each.name + "”，后者" +
                       chinese(*each.valid_until) +
                       "终止，次日它应当存在。请核对成立日期和终止日期，或者先修改“" + each.name +
                       "”的承继机关。");
    }
    return Done{};
}

}  // namespace

FindOrgan found_in(const Repository& organs, const journal::View& view, std::int64_t region) {
    return [&organs, &view, region](std::int64_t number) -> std::optional<Organ> {
        auto found = organs.current(view, {region, number});
        if (!found.ok()) return {};
        return std::move(found.value());
    };
}

std::optional<Organ> last_successor(const FindOrgan& find, std::int64_t number, Date day) {
    std::set<std::int64_t> seen;
    while (seen.insert(number).second) {
        auto organ = find(number);
        if (!organ) return {};
        if (!ended_before(*organ, day)) return organ;
        if (!organ->successor) return {};
        number = *organ->successor;
    }
    return {};
}

std::vector<Organ> heirs(const FindOrgan& find, const Organ& organ, Date day) {
    std::vector<Organ> all;
    if (!ended_before(organ, day)) return all;
    for (const auto number : successors_of(organ))
        if (auto heir = last_successor(find, number, day);
            heir && std::ranges::find(all, heir->key, &Organ::key) == all.end())
            all.push_back(std::move(*heir));
    return all;
}

std::vector<Organ> inherited(const std::vector<Organ>& all, std::int64_t organ, Date day) {
    std::vector<Organ> found;
    const auto find = found_in(all);
    for (const Organ& each : all) {
        if (!each.successor || !ended_before(each, day)) continue;
        const auto heir = last_successor(find, *each.successor, day);
        if (heir && heir->key.organ == organ) found.push_back(each);
    }
    std::ranges::sort(found, {}, number_of);
    return found;
}

std::vector<Organ> inherited(const Repository& organs, const journal::View& view,
                             const journal::LogKey& organ, Date day) {
    auto all = organs.ended(view, organ.region, day);
    if (all.empty()) return all;
    // Of those that go on only this one can end a chain that counts.
    auto own = organs.current(view, organ);
    if (own.ok()) all.push_back(std::move(own.value()));
    return inherited(all, organ.organ, day);
}

std::vector<Organ> leading_to(const std::vector<Organ>& all, std::int64_t organ) {
    std::vector<Organ> found;
    const auto find = found_in(all);
    for (const Organ& each : all) {
        std::set<std::int64_t> seen;
        auto next = each.successor;
        while (next && *next != organ && seen.insert(*next).second) {
            const auto body = find(*next);
            next = body ? body->successor : std::nullopt;
        }
        if (next == organ && each.key.organ != organ) found.push_back(each);
    }
    return found;
}

Status check_not_ended(const Organ& organ, Date day, std::string_view work) {
    if (!ended_before(organ, day)) return Done{};
    return Error{ErrorKind::NotAllowed, "organ.ended",
                 "“" + organ.name + "”已于" + chinese(*organ.valid_until) +
                     "终止，不能再以它的名义" + std::string(work) +
                     "。已经开始的可以继续办理，新的请以承继机关的名义办理。"};
}

Status check_successors(const std::vector<Organ>& all, const Organ& organ) {
    std::set<std::int64_t> seen;
    for (const auto successor : successors_of(organ)) {
        if (!seen.insert(successor).second)
            return invalid("“" + organ.name + "”的承继机关重复了，请每个只填一次。");
        GK_CHECK(check_one(all, organ, successor));
    }
    return check_predecessors(all, organ);
}

}  // namespace gongkai::organs
