#include "organs/account_acts.h"

template class gongkai::records::History<gongkai::organs::accounts::Subject>;

// What happens to an account in the journal.
namespace gongkai::organs {

namespace accounts {

namespace {

using records::Days;
using records::hidden;
using records::no_words;
using records::row;

// A closed account may be opened again.
constexpr records::States always = 1;
constexpr auto manage = records::Right::ManagePeople;

// Whoever is signed in changes his own password.
constexpr auto rows = records::rows_of<Subject::Kinds>(
    row<Create>("create", "开设账号", {}, records::nowhere, manage, "", no_words, hidden)
        .with(Days::None),
    row<Change>("change", "修改账号", {}, always, manage, "", no_words, hidden).with(Days::None),
    row<Password>("password", "更换密码", {}, always, records::Right::SignedIn, "", no_words,
                  hidden)
        .with(Days::None));

constexpr records::Table account_table{"account", "account", "账号", "这个账号", rows};

using Moment = records::Moment<Subject>;

Status judge(const Create& act, const Moment&) { return check(act.account); }
Status judge(const Change& act, const Moment&) { return check(act.account); }
// The password itself was judged before it became a digest: check_password().
Status judge(const Password&, const Moment&) { return Done{}; }

void apply(const Create& act, Progress& now) { now.account = act.account; }
void apply(const Change& act, Progress& now) { now.account = act.account; }
void apply(const Password& act, Progress& now) { now.account = act.account; }

}  // namespace

const records::Table& Subject::table() { return account_table; }

bool Subject::lawful(records::States states, const Progress&) { return (states & always) != 0; }

std::string_view Subject::state_words(const Progress&) { return "已经开设"; }

Status Subject::judge(const Kinds& what, const Moment& moment) {
    return std::visit([&](const auto& act) -> Status { return accounts::judge(act, moment); },
                      what);
}

void Subject::apply(const Kinds& what, const records::Dated&, int, Progress& progress) {
    std::visit([&](const auto& act) { accounts::apply(act, progress); }, what);
}

records::Key<Subject> history_key(std::int64_t region, std::string_view id) {
    return {{region, 0}, std::string(id.substr(id.find('/') + 1))};
}

}  // namespace accounts

Account account_of(const AccountHistory& history) {
    return {history.progress().account, history.key().log.region, records::subject(history.key())};
}

}  // namespace gongkai::organs
