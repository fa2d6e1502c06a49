#include "organs/account.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace gongkai::organs {

namespace {

using journal::Record;

constexpr std::pair<std::string_view, std::string_view> role_words[roles] = {
    {"clerk", "经办人"},        {"reviewer", "审核人"},          {"unit_head", "机构负责人"},
    {"supervisor", "主管部门"}, {"administrator", "系统管理员"},
};

constexpr unsigned of(std::initializer_list<Role> all) {
    unsigned bits = 0;
    for (const Role it : all)
        bits |= 1U << int(it);
    return bits;
}

struct RightRow {
    Right right;
    std::string_view name, chinese;
    unsigned roles;
};

using enum Role;
constexpr unsigned staff = of({Clerk, Reviewer, UnitHead, Supervisor});
constexpr std::array<RightRow, rights> right_rows{{
    {Right::Public, "public", "任何人", 0},
    {Right::SignedIn, "signed_in", "登录后使用", staff | of({Administrator})},
    {Right::ReadWork, "read_work", "查看本机关的工作", staff},
    {Right::HandleRequests, "handle_requests", "办理申请", of({Clerk, UnitHead})},
    {Right::ApproveExtension, "approve_extension", "同意延长答复期限", of({UnitHead})},
    {Right::Decide, "decide", "作出处理决定", of({Clerk, UnitHead})},
    {Right::WriteDocuments, "write_documents", "拟稿和发布", of({Clerk, Reviewer, UnitHead})},
    {Right::ReviewDocuments, "review_documents", "公开审查", of({Reviewer, UnitHead, Supervisor})},
    {Right::KeepRegisters, "keep_registers", "登记台账", of({Clerk, UnitHead})},
    {Right::WriteReport, "write_report", "编制和报送年度报告", of({Clerk, UnitHead})},
    {Right::ReviewReports, "review_reports", "审核和汇总年度报告", of({Supervisor})},
    {Right::ManagePeople, "manage_people", "管理机关和人员", of({Administrator})},
    {Right::ReadJournal, "read_journal", "查看工作记录", of({UnitHead, Supervisor, Administrator})},
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

std::string_view name(Role it) { return role_words[std::size_t(it)].first; }
std::string_view chinese(Role it) { return role_words[std::size_t(it)].second; }

std::optional<Role> role(std::string_view name) {
    for (std::size_t i = 0; i < std::size(role_words); ++i)
        if (role_words[i].first == name || role_words[i].second == name) return Role(i);
    return {};
}

std::string_view name(Right it) { return right_rows[std::size_t(it)].name; }
std::string_view chinese(Right it) { return right_rows[std::size_t(it)].chinese; }

bool grants(Role role, Right right) {
    return (right_rows[std::size_t(right)].roles >> int(role) & 1U) != 0;
}

Status check(const Account& it) {
    if (it.login.size() < 3 || it.login.size() > 40 ||
        !std::ranges::all_of(it.login, is_login_sign))
        return invalid("login", "登录名应是 3 到 40 个小写字母、数字、点或短横，例如 bq.wang。");
    if (it.roles.empty()) return invalid("roles", "请至少选择一个角色。");
    return Done{};
}

bool may(const Account& account, Right right, const journal::LogKey& organ,
         const std::set<std::int64_t>& supervised) {
    if (right == Right::Public) return true;
    if (!account.active) return false;
    const bool home = organ.region == account.region && organ.organ == account.organ;
    const bool over = organ.region == account.region && supervised.contains(organ.organ);
    return std::ranges::any_of(account.roles, [&](Role role) {
        if (!grants(role, right)) return false;
        if (right == Right::SignedIn || home) return true;
        if (role == Role::Supervisor) return over;
        return role == Role::Administrator && organ.region == account.region;
    });
}

Record record(const Account& it) {
    journal::List names;
    for (const Role each : it.roles)
        names.push_back({std::string(name(each))});
    Record out;
    if (it.must_change_password) out.set("must_change_password", std::int64_t{1});
    return out.set("active", std::int64_t{it.active})
        .set("login", it.login)
        .set("organ", it.organ)
        .set("password", journal::record(it.password))
        .set("person", journal::record(it.person))
        .set("roles", std::move(names));
}

Result<Account> account_of(std::int64_t region, std::string id, const Record& from) {
    Account it;
    const auto login = from.text("login");
    const auto organ = from.whole("organ");
    const journal::List* names = from.list("roles");
    if (!login || !organ || !names) return invalid("record", "账号的记录不完整，可能被改动过。");
    it.region = region;
    it.id = std::move(id);
    it.login = *login;
    it.organ = *organ;
    it.active = from.whole("active") == 1;
    it.must_change_password = from.whole("must_change_password") == 1;
    it.password = journal::sealed(from.record("password"));
    it.person = journal::sealed(from.record("person"));
    for (const journal::Value& value : *names) {
        const auto* word = std::get_if<std::string>(&value.held);
        const auto each = word ? role(*word) : std::nullopt;
        if (!each) return invalid("record", "账号的记录里有不认识的角色。");
        it.roles.insert(*each);
    }
    return it;
}

Status check_password(std::string_view login, std::string_view password) {
    if (!text::is_utf8(password) || text::length(password) < 10 || password.size() > 1000)
        return invalid("password", "密码至少 10 个字符。可以用一句只有自己知道的话。");
    if (text::fold(password) == text::fold(login))
        return invalid("password", "密码不能与登录名相同。");
    return Done{};
}

std::int64_t seconds_shut(int failures) {
    constexpr int free_tries = 4, most = 900;
    if (failures <= free_tries) return 0;
    return std::min(most, 1 << std::min(failures - free_tries, 10));
}

}  // namespace gongkai::organs
