#include "organs/account.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "organs/common_password.h"

namespace gongkai::organs {

namespace {

constexpr unsigned of(std::initializer_list<Role> all) {
    unsigned bits = 0;
    for (const Role role : all)
        bits |= 1U << int(role);
    return bits;
}

struct RightRow {
    Right right;
    unsigned roles;
};

// Which roles have which right.
using enum Role;
constexpr unsigned staff = of({Clerk, Reviewer, UnitHead, Supervisor});
constexpr std::array<RightRow, count_of<Right>> right_rows{{
    {Right::Public, 0},
    {Right::SignedIn, staff | of({Administrator})},
    {Right::ReadWork, staff},
    {Right::HandleRequests, of({Clerk, UnitHead})},
    {Right::ApproveExtension, of({UnitHead})},
    {Right::Decide, of({Clerk, UnitHead})},
    {Right::WriteDocuments, of({Clerk, Reviewer, UnitHead})},
    {Right::ReviewDocuments, of({Reviewer, UnitHead, Supervisor})},
    {Right::KeepRegisters, of({Clerk, UnitHead})},
    {Right::HandleProposals, of({Clerk, UnitHead})},
    {Right::WriteReport, of({Clerk, UnitHead})},
    {Right::ReviewReports, of({Supervisor})},
    {Right::ManagePeople, of({Administrator})},
    {Right::ReadJournal, of({UnitHead, Supervisor, Administrator})},
}};
static_assert([] {
    for (std::size_t i = 0; i < right_rows.size(); ++i)
        if (right_rows[i].right != Right(i)) return false;
    return true;
}());

Error invalid(std::string code, std::string message) {
    return {ErrorKind::Invalid, "account." + std::move(code), std::move(message)};
}

bool is_login_sign(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '_';
}

}  // namespace

bool grants(Role role, Right right) {
    return (right_rows[std::size_t(right)].roles >> int(role) & 1U) != 0;
}

Status check(const AccountRecord& account) {
    if (account.login.size() < 3 || account.login.size() > 40 ||
        !std::ranges::all_of(account.login, is_login_sign))
        return invalid("login", "登录名应是 3 到 40 个小写字母、数字、点或短横，例如 bq.wang。");
    if (account.roles.empty()) return invalid("roles", "请至少选择一个角色。");
    return Done{};
}

bool may(const Account& account, Right right, const journal::LogKey& organ, const Reach& reach) {
    if (right == Right::Public) return true;
    if (!account.active) return false;
    const bool here = organ.region == account.region;
    const bool home =
        here && (organ.organ == account.organ || reach.inherited.contains(organ.organ));
    const bool over = here && reach.supervised.contains(organ.organ);
    return std::ranges::any_of(account.roles, [&](Role role) {
        if (!grants(role, right)) return false;
        if (right == Right::SignedIn || home) return true;
        if (role == Role::Supervisor) return over;
        return role == Role::Administrator && here;
    });
}

Status check_password(std::string_view login, std::string_view password) {
    if (!text::is_utf8(password) || text::length(password) < 10 || password.size() > 1000)
        return invalid("password", "密码至少 10 个字符。可以用一句只有自己知道的话。");
    if (text::fold(password) == text::fold(login))
        return invalid("password", "密码不能与登录名相同。");
    if (is_common_password(password))
        return invalid("password", "这个密码太常见，很容易被人猜到。可以用一句只有自己知道的话。");
    return Done{};
}

std::int64_t seconds_shut(int failures) {
    constexpr int free_tries = 4, most = 900;
    if (failures <= free_tries) return 0;
    return std::min(most, 1 << std::min(failures - free_tries, 10));
}

}  // namespace gongkai::organs
