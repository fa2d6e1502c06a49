#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "organs/account.h"
#include "records/listing.h"
#include "records/repository.h"

namespace gongkai::organs {

// What happens to an account in the journal. Each act carries the whole of it as it is from then
// on.
namespace accounts {

template <class Kind>
consteval auto whole_account() {
    return records::field_list(records::field<&Kind::account>("account", "账号").flat_everywhere());
}

// 开设账号
struct Create {
    AccountRecord account;
    static constexpr auto fields() { return whole_account<Create>(); }
    friend bool operator==(const Create&, const Create&) = default;
};

// 修改账号
struct Change {
    AccountRecord account;
    static constexpr auto fields() { return whole_account<Change>(); }
    friend bool operator==(const Change&, const Change&) = default;
};

// 更换密码
struct Password {
    AccountRecord account;
    static constexpr auto fields() { return whole_account<Password>(); }
    friend bool operator==(const Password&, const Password&) = default;
};

// 启用动态验证码, by its owner
struct Enrol {
    AccountRecord account;
    static constexpr auto fields() { return whole_account<Enrol>(); }
    friend bool operator==(const Enrol&, const Enrol&) = default;
};

// 取消动态验证码, by an administrator: the telephone is lost
struct ResetFactor {
    AccountRecord account;
    static constexpr auto fields() { return whole_account<ResetFactor>(); }
    friend bool operator==(const ResetFactor&, const ResetFactor&) = default;
};

// 使用恢复码
struct Recover {
    AccountRecord account;
    static constexpr auto fields() { return whole_account<Recover>(); }
    friend bool operator==(const Recover&, const Recover&) = default;
};

// 调动: to another body, with the roles that it has there
struct Move {
    AccountRecord account;
    static constexpr auto fields() { return whole_account<Move>(); }
    friend bool operator==(const Move&, const Move&) = default;
};

// 本人已知悉: what others did to the account has been told to its owner
struct Told {
    AccountRecord account;
    static constexpr auto fields() { return whole_account<Told>(); }
    friend bool operator==(const Told&, const Told&) = default;
};

struct Progress {
    AccountRecord account;
    Date latest{};
};

struct Subject {
    using Kinds = std::variant<Create, Change, Password, Enrol, ResetFactor, Recover, Told, Move>;
    using Progress = accounts::Progress;
    using Rules = records::NoRules;

    static const records::Table& table();
    static bool lawful(records::States states, const Progress& now);
    static std::string_view state_words(const Progress& now);
    static Status judge(const Kinds& what, const records::Moment<Subject>& moment);
    static void apply(const Kinds& what, const records::Dated& act, int index, Progress& progress);
};

// account/12 in the region's log.
records::Key<Subject> history_key(std::int64_t region, std::string_view id);

}  // namespace accounts

using AccountHistory = records::History<accounts::Subject>;

Account account_of(const AccountHistory& history);

// Beside the histories, what lists read: the accounts as they are now.
class Accounts : public records::Repository<accounts::Subject> {
public:
    virtual Result<Account> current(const journal::View& view, std::int64_t region,
                                    const std::string& id) const = 0;
    virtual std::optional<Account> by_login(const journal::View& view,
                                            const std::string& login) const = 0;
    virtual std::vector<Account> all(const journal::View& view, std::int64_t region) const = 0;
    virtual Result<records::Page<Account>> page(const journal::View& view, std::int64_t region,
                                                const records::Ask& ask) const = 0;
};

}  // namespace gongkai::organs

// Compiled once, in account_acts.cpp.
extern template class gongkai::records::History<gongkai::organs::accounts::Subject>;
