#include "desk/second_factor.h"

#include <algorithm>
#include <optional>
#include <sstream>

#include "base/digest.h"
#include "base/one_time_code.h"
#include "base/secrets.h"
#include "base/sm3.h"
#include "desk/recording.h"

namespace gongkai::desk {

using journal::Change;
using organs::Account;
using organs::AccountHistory;
using organs::AccountRecord;
namespace accounts = organs::accounts;
using AccountAct = records::ActOf<accounts::Subject>;

namespace {

constexpr std::size_t secret_bytes = 20;  // RFC 4226 4, R6: as long as the digest
constexpr std::size_t recovery_codes = 10, recovery_signs = 10;

// As people type them: with blanks or dashes between, in either case.
std::string plain(const std::string& typed) {
    std::string code;
    for (const char sign : typed)
        if (sign != ' ' && sign != '-') code += sign >= 'a' && sign <= 'z' ? char(sign - 32) : sign;
    return code;
}

std::string digest_of(const std::string& account, const std::string& code) {
    return sha256("recovery code/" + account + "/" + code);
}

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> all;
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);)
        all.push_back(line);
    return all;
}

std::string joined(const std::vector<std::string>& lines) {
    std::string all;
    for (const auto& line : lines)
        all += line + "\n";
    return all;
}

// What is replaced is of no use to anybody.
void forget(Change& change, const AccountHistory& history, records::SealedText& datum) {
    if (!datum.seal.empty()) change.erase(records::subject(history.key()), datum.seal);
    datum = {};
}

Error wrong_code() {
    return {ErrorKind::Forbidden, "door.code-wrong",
            "验证码不对，或者已经用过。请等手机上换成下一个再输入。"};
}

template <class Kind>
AccountAct act_of() {
    AccountAct act;
    act.what = Kind{};
    return act;
}

std::string shown(const std::string& code) {
    return code.substr(0, recovery_signs / 2) + "-" + code.substr(recovery_signs / 2);
}

}  // namespace

std::string SecondFactor::new_secret(const Account& account, const organs::Session& session) const {
    // The one before it stands in it, so that whoever begins anew gets another.
    const std::string whose = std::to_string(account.region) + "/" + account.id + "/" +
                              session.csrf + "/" + account.second_factor.seal.id;
    const auto digest = sm3({keyed_digest(sm3({house_secret_}), "second factor", whose)});
    return base32(bytes(digest).substr(0, secret_bytes));
}

Result<std::vector<std::string>> SecondFactor::enrol(const Actor& by, const Account& account,
                                                     const organs::Session& session,
                                                     const std::string& code) {
    const std::string secret = new_secret(account, session);
    const auto step = step_of_code(base32_bytes(secret).value(), plain(code), by.at);
    if (!step || !sessions_.take_step(account.region, account.id, *step)) {
        const std::string message =
            "验证码不对。请输入手机上现在显示的六位数字；一直不对，请核对手机的时间。";
        return Error{ErrorKind::Invalid, "account.code", message, {{"code", message}}};
    }
    std::vector<std::string> codes, digests;
    for (std::size_t i = 0; i < recovery_codes; ++i) {
        const std::string one = random_code(recovery_signs);
        codes.push_back(shown(one));
        digests.push_back(digest_of(account.id, one));
    }
    const auto fill_in = [&](Change& change, const AccountHistory& before,
                             AccountAct& act) -> Status {
        AccountRecord record = before.progress().account;
        forget(change, before, record.second_factor);
        forget(change, before, record.recovery_codes);
        record.second_factor = records::in_clear(secret);
        record.recovery_codes = records::in_clear(joined(digests));
        act.what = accounts::Enrol{std::move(record)};
        return Done{};
    };
    GK_CHECK(record_act<accounts::Subject>(ledger_, accounts_, by,
                                           accounts::history_key(account.region, account.id),
                                           act_of<accounts::Enrol>(), {}, {}, fill_in));
    sessions_.end_others(account.region, account.id, session.id);
    return codes;
}

Status SecondFactor::reset(const Actor& by, std::int64_t region, const std::string& id) {
    if (by.actor == id)
        return Error{ErrorKind::Forbidden, "account.own-factor",
                     "不能取消自己的动态验证码，请由另一位系统管理员办理；换手机请重新启用。"};
    const auto fill_in = [&](Change& change, const AccountHistory& before,
                             AccountAct& act) -> Status {
        AccountRecord record = before.progress().account;
        if (record.second_factor.empty())
            return Error{ErrorKind::Conflict, "account.no-factor",
                         "这个账号没有启用动态验证码，不用取消。"};
        forget(change, before, record.second_factor);
        forget(change, before, record.recovery_codes);
        act.what = accounts::ResetFactor{std::move(record)};
        return Done{};
    };
    GK_CHECK(record_act<accounts::Subject>(ledger_, accounts_, by,
                                           accounts::history_key(region, id),
                                           act_of<accounts::ResetFactor>(), {}, {}, fill_in));
    sessions_.end_all(region, id);
    return Done{};
}

Status SecondFactor::check(std::int64_t now, const Account& account, const std::string& typed) {
    if (!account.has_second_factor()) return Done{};
    const std::string code = plain(typed);
    if (code.empty())
        return Error{ErrorKind::Forbidden, "door.code",
                     "请输入手机上的六位动态验证码；手机不在身边，输入一个恢复码。"};
    if (code.size() == recovery_signs) return recover(now, account, code);
    std::optional<std::string> secret;
    ledger_.look([&](const journal::View& view) {
        secret = view.open({account.region, 0}, account.second_factor.seal);
    });
    const auto bytes = base32_bytes(secret.value_or(""));
    if (!bytes || bytes->empty()) return wrong_code();
    const auto step = step_of_code(*bytes, code, now);
    if (!step || !sessions_.take_step(account.region, account.id, *step)) return wrong_code();
    return Done{};
}

// Which codes are left is decided where it is recorded: no code lets in twice.
Status SecondFactor::recover(std::int64_t now, const Account& account, const std::string& code) {
    const std::string digest = digest_of(account.id, code);
    const auto fill_in = [&](Change& change, const AccountHistory& before,
                             AccountAct& act) -> Status {
        AccountRecord record = before.progress().account;
        auto left =
            lines_of(change.open({account.region, 0}, record.recovery_codes.seal).value_or(""));
        if (std::erase_if(left, [&](const auto& each) { return same_secret(each, digest); }) == 0)
            return wrong_code();
        forget(change, before, record.recovery_codes);
        record.recovery_codes = records::in_clear(joined(left));
        act.what = accounts::Recover{std::move(record)};
        return Done{};
    };
    GK_CHECK(record_act<accounts::Subject>(ledger_, accounts_, Actor::unasked(account.id, now),
                                           accounts::history_key(account.region, account.id),
                                           act_of<accounts::Recover>(), {}, {}, fill_in));
    return Done{};
}

int SecondFactor::recovery_codes_left(const Account& account) const {
    if (account.recovery_codes.seal.empty()) return 0;
    std::optional<std::string> digests;
    ledger_.look([&](const journal::View& view) {
        digests = view.open({account.region, 0}, account.recovery_codes.seal);
    });
    return int(lines_of(digests.value_or("")).size());
}

}  // namespace gongkai::desk
