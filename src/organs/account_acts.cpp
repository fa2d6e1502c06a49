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

// Whoever is signed in does so to his own account.
constexpr auto own = records::Right::SignedIn;
constexpr auto rows = records::rows_of<Subject::Kinds>(
    row<Create>("create", "开设账号", {}, records::nowhere, manage, "", no_words, hidden)
        .with(Days::None),
    row<Change>("change", "修改账号", {}, always, manage, "", no_words, hidden).with(Days::None),
    row<Password>("password", "更换密码", {}, always, own, "", no_words, hidden).with(Days::None),
    row<Enrol>("enrol", "启用动态验证码", {}, always, own, "", no_words, hidden).with(Days::None),
    row<ResetFactor>("reset_factor", "取消动态验证码", {}, always, manage, "", no_words, hidden)
        .with(Days::None),
    row<Recover>("recover", "用恢复码登录", {}, always, own, "", no_words, hidden).with(Days::None),
    row<Told>("told", "知悉账号的变动", {}, always, own, "", no_words, hidden).with(Days::None),
    row<Move>("move", "调动账号", {}, always, manage, "", no_words, hidden).with(Days::None));

constexpr records::Table account_table{"account", "account", "账号", "这个账号", rows};

using Moment = records::Moment<Subject>;

Status judge(const Create& act, const Moment&) { return check(act.account); }
Status judge(const Change& act, const Moment&) { return check(act.account); }
Status judge(const Move& act, const Moment& moment) {
    if (act.account.organ == moment.now.account.organ)
        return Error{ErrorKind::Conflict, "account.same-organ",
                     "这个账号已经在这个机关。只改角色的，请用“修改账号”。"};
    return check(act.account);
}
// Password and codes themselves were judged before they became digests.
template <class Kind>
Status judge(const Kind&, const Moment&) {
    return Done{};
}

}  // namespace

const records::Table& Subject::table() { return account_table; }

bool Subject::lawful(records::States states, const Progress&) { return (states & always) != 0; }

std::string_view Subject::state_words(const Progress&) { return "已经开设"; }

Status Subject::judge(const Kinds& what, const Moment& moment) {
    return std::visit([&](const auto& act) -> Status { return accounts::judge(act, moment); },
                      what);
}

void Subject::apply(const Kinds& what, const records::Dated&, int, Progress& progress) {
    std::visit([&](const auto& act) { progress.account = act.account; }, what);
}

records::Key<Subject> history_key(std::int64_t region, std::string_view id) {
    return {{region, 0}, std::string(id.substr(id.find('/') + 1))};
}

}  // namespace accounts

Account account_of(const AccountHistory& history) {
    return {history.progress().account, history.key().log.region, records::subject(history.key()),
            history.acts().size()};
}

}  // namespace gongkai::organs
