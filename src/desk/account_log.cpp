#include "desk/account_log.h"

#include <algorithm>
#include <variant>

#include "base/damaged.h"
#include "desk/recording.h"

namespace gongkai::desk {

using journal::View;
using organs::Account;
namespace accounts = organs::accounts;

namespace {

AccountEvent event_of(const journal::Entry& entry, const Account& account) {
    return {entry.recorded_at, account.id, account.login, entry.actor, entry.kind};
}

void take(const View& view, const Account& account, std::vector<AccountEvent>& into) {
    for (const auto& entry : view.entries({account.region, 0}, account.id))
        if (entry.kind.starts_with("account.")) into.push_back(event_of(entry, account));
}

// The body that an account works for from an entry on. All acts carry the whole account.
std::int64_t organ_after(const journal::Entry& entry) {
    const auto payload = journal::parse_canonical(entry.payload);
    if (!payload.ok()) throw Damaged(entry.subject);
    const auto act = records::act_of<accounts::Subject>(entry.kind, payload.value());
    if (!act.ok()) throw Damaged(entry.subject);
    return std::visit([](const auto& what) { return what.account.organ; }, act.value().what);
}

// Of those what happened at a body, and that the account came there or left it.
void take_at(const View& view, const Account& account, std::int64_t organ,
             std::vector<AccountEvent>& into) {
    bool was_here = false;
    for (const auto& entry : view.entries({account.region, 0}, account.id)) {
        if (!entry.kind.starts_with("account.")) continue;
        const bool is_here = organ_after(entry) == organ;
        if (was_here || is_here) into.push_back(event_of(entry, account));
        was_here = is_here;
    }
}

bool worked_for(const Account& account, std::int64_t organ) {
    return account.organ == organ ||
           std::ranges::find(account.former_organs, organ) != account.former_organs.end();
}

void sort_newest_first(std::vector<AccountEvent>& all) {
    std::ranges::reverse(all);
    std::ranges::stable_sort(all, std::ranges::greater{}, &AccountEvent::at);
}

bool touches_owner(const AccountEvent& event) {
    return event.by != event.account &&
           (event.kind == "account.password" || event.kind == "account.reset_factor" ||
            event.kind == "account.change" || event.kind == "account.move");
}

}  // namespace

std::vector<AccountEvent> AccountLog::of_account(const Account& account) const {
    std::vector<AccountEvent> all;
    ledger_.look([&](const View& view) { take(view, account, all); });
    sort_newest_first(all);
    return all;
}

std::vector<AccountEvent> AccountLog::untold(const Account& account) const {
    auto all = of_account(account);
    const auto told = std::ranges::find(all, "account.told", &AccountEvent::kind);
    all.erase(told, all.end());
    std::erase_if(all, [](const AccountEvent& event) { return !touches_owner(event); });
    return all;
}

Status AccountLog::told(const Actor& by, const Account& account) {
    if (untold(account).empty()) return Done{};
    records::ActOf<accounts::Subject> act;
    act.what = accounts::Told{};
    const auto fill_in = [](journal::Change&, const organs::AccountHistory& before,
                            records::ActOf<accounts::Subject>& ready) -> Status {
        ready.what = accounts::Told{before.progress().account};
        return Done{};
    };
    GK_CHECK(record_act<accounts::Subject>(ledger_, accounts_, by,
                                           accounts::history_key(account.region, account.id),
                                           std::move(act), {}, {}, fill_in));
    return Done{};
}

std::vector<AccountEvent> AccountLog::of_body(const journal::LogKey& organ) const {
    std::vector<AccountEvent> all;
    ledger_.look([&](const View& view) {
        for (const Account& account : accounts_.all(view, organ.region))
            if (worked_for(account, organ.organ)) take_at(view, account, organ.organ, all);
    });
    sort_newest_first(all);
    return all;
}

}  // namespace gongkai::desk
