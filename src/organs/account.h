#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "journal/entry.h"
#include "records/field.h"
#include "records/right.h"

namespace gongkai::organs {

using gongkai::chinese;
using gongkai::name;
using gongkai::named;
using records::Right;

enum class Role { Clerk, Reviewer, UnitHead, Supervisor, Administrator };
constexpr auto words(Role) {
    using enum Role;
    return word_list<Role>({
        {Clerk, "clerk", "经办人"},
        {Reviewer, "reviewer", "审核人"},
        {UnitHead, "unit_head", "机构负责人"},
        {Supervisor, "supervisor", "主管部门"},
        {Administrator, "administrator", "系统管理员"},
    });
}
// In the order of the words, each once.
using Roles = std::vector<Role>;

bool grants(Role role, Right right);

// Who is behind an account (工作人员). Sealed as one datum.
struct Person {
    std::string name, phone;

    static constexpr auto fields() {
        using records::field;
        return records::field_list(
            field<&Person::name>("name", "姓名").optional().always_written(),
            field<&Person::phone>("phone", "电话").optional().always_written());
    }
    friend bool operator==(const Person&, const Person&) = default;
};

// What is on record of an account.
struct AccountRecord {
    std::string login;       // as typed at the door: lower-case letters, digits, dots, dashes
    std::int64_t organ = 0;  // the body that it works for
    Roles roles;
    bool active = true;
    bool must_change_password = false;  // somebody else has set it
    records::Sealed<Person> person;
    records::SealedText password;  // an argon2id string
    // The secret of the codes that he signs in with besides, in base32; empty: without them.
    records::SealedText second_factor{};
    // Digests of the codes that each let in once without the telephone, a line each.
    records::SealedText recovery_codes{};
    // The bodies that it worked for before, whose account logs tell of that time (调动).
    std::vector<std::int64_t> former_organs{};

    static constexpr auto fields() {
        using records::field;
        using records::Use;
        using A = AccountRecord;
        return records::field_list(
            field<&A::login>("login", "登录名"),
            // Outside a body is named by region and number.
            field<&A::organ>("organ", "所在机关").used(Use::Kept),
            field<&A::roles>("roles", "角色").also_by_chinese().in_order_of_words(),
            field<&A::active>("active", "启用").always_written(),
            field<&A::must_change_password>("must_change_password", "须更换密码").used(Use::Told),
            field<&A::person>("person", "姓名和电话").always_written().used(Use::Kept),
            field<&A::password>("password", "密码").always_written().used(Use::Kept),
            field<&A::second_factor>("second_factor", "动态验证码的密钥")
                .optional()
                .used(Use::Kept),
            field<&A::recovery_codes>("recovery_codes", "恢复码").optional().used(Use::Kept),
            field<&A::former_organs>("former_organs", "调离的机关").optional().used(Use::Kept));
    }
    friend bool operator==(const AccountRecord&, const AccountRecord&) = default;
};

// Who signs in (账号).
struct Account : AccountRecord {
    std::int64_t region = 0;
    std::string id;        // "account/12": the actor of journal entries, and the entries' subject
    std::size_t acts = 0;  // how many it has had: what one who changes it has seen

    bool has_second_factor() const { return !second_factor.empty(); }
    bool has(Role role) const { return std::ranges::find(roles, role) != roles.end(); }
    friend bool operator==(const Account&, const Account&) = default;
};

// account.login, account.roles.
Status check(const AccountRecord& account);

// The bodies of its region, by number, over which an account has rights besides its own.
struct Reach {
    std::set<std::int64_t> supervised;  // below its own, Reg. 3(3)
    std::set<std::int64_t> inherited;   // ended, and its own goes on with their cases (承继)
};

// Whether the account has a right over a body: at home, and over what home has inherited, by its
// roles; a supervisor also over the bodies below; an administrator's people and bodies are those of
// the whole region.
bool may(const Account& account, Right right, const journal::LogKey& organ, const Reach& reach);

// Passwords have at least ten signs, are not the login and none that is tried first:
// account.password.
Status check_password(std::string_view login, std::string_view password);

// How long a door stays shut after so many wrong passwords in a row: 0 s for four, then 2 s, 4 s
// and so on up to a quarter of an hour.
std::int64_t seconds_shut(int failures);

}  // namespace gongkai::organs
