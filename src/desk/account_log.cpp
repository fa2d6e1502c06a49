#include "desk/account_log.h"

#include <algorithm>

#include "desk/recording.h"

namespace gongkai::desk {

using journal::View;
using organs::Account;
namespace accounts = organs::accounts;

namespace {

void take(const View& view, const Account& account, std::vector<AccountEvent>& into) {
    for (const auto& entry : view.entries({account.region, 0}, account.id))
        if (entry.kind.starts_with("account."))
            into.push_back({entry.recorded_at, account.id, account.login, entry.actor, entry.kind});
}

void sort_newest_first(std::vector<AccountEvent>& all) {
    std::ranges::reverse(all);
    std::ranges::stable_sort(all, std::ranges::greater{}, &AccountEvent::at);
}

bool touches_owner(const AccountEvent& event) {
    return event.by != event.account &&
           (event.kind == "account.password" || event.kind == "account.reset_factor" ||
            event.kind == "account.change");
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
            if (account.organ == organ.organ) take(view, account, all);
    });
    sort_newest_first(all);
    return all;
}

}  // namespace gongkai::desk
