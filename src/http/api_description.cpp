#include "http/api_description.h"

#include <algorithm>
#include <set>

namespace gongkai::http {

namespace {

constexpr std::string_view prefix = "/api/";

bool is_letter_or_digit(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

char upper(char c) { return c >= 'a' && c <= 'z' ? char(c - 'a' + 'A') : c; }
char lower(char c) { return c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c; }

constexpr Subject all_subjects[] = {
    {"session", "登录和退出"},
    {"drafts", "未提交的草稿"},
    {"people", "工作人员和账号"},
    {"organs", "机关"},
    {"duties", "待办和年报进度"},
    {"requests", "依申请公开"},
    {"documents", "主动公开"},
    {"registers", "台账"},
    {"annual-reports", "机关的年度报告"},
    {"messages", "热线和信箱"},
    {"proposals", "建议提案"},
    {"journal", "工作记录"},
    {"incidents", "系统故障"},
    {"uploads", "分段上传"},
    {"collected-reports", "收录的年度报告和检查"},
    {"description", "接口说明"},
};

// The words of paths and what they are about.
struct Word {
    std::string_view path, subject;
};
constexpr Word words[] = {
    {"session", "session"},
    {"sessions", "session"},
    {"drafts", "drafts"},
    {"site", "description"},
    {"people", "people"},
    {"accounts", "people"},
    {"organs", "organs"},
    {"units", "organs"},
    {"duties", "duties"},
    {"campaign", "duties"},
    {"requests", "requests"},
    {"tracking", "requests"},
    {"assignments", "requests"},
    {"documents", "documents"},
    {"normative", "documents"},
    {"registers", "registers"},
    {"messages", "messages"},
    {"message-figures", "messages"},
    {"message-import", "messages"},
    {"message-tracking", "messages"},
    {"letters", "messages"},
    {"proposals", "proposals"},
    {"proposal-counts", "proposals"},
    {"organs/reports", "annual-reports"},
    {"consolidated", "annual-reports"},
    {"journal", "journal"},
    {"account-log", "journal"},
    {"incidents", "incidents"},
    {"uploads", "uploads"},
    {"retention", "journal"},
    {"tree-head", "journal"},
    {"proofs", "journal"},
    {"reports", "collected-reports"},
    {"cells.csv", "collected-reports"},
    {"check", "collected-reports"},
    {"openapi.json", "description"},
};

void drop(std::string_view& text, std::string_view beginning) {
    if (text.starts_with(beginning)) text.remove_prefix(beginning.size());
}

constexpr Refusal meanings[] = {
    {400, "请求格式不对"},
    {401, "没有登录"},
    {403, "没有权限，或者页面已经过期"},
    {404, "没有这一项，或者不公开"},
    {409, "现在的状态不允许，或者刚由他人办理"},
    {413, "内容太大"},
    {422, "填写的内容不对"},
    {429, "次数太多，请稍后再试"},
};

}  // namespace

std::string operation_id(const Route& route) {
    std::string id;
    std::ranges::transform(route.method, std::back_inserter(id), lower);
    bool begins = true;
    for (const char c : route.path.substr(prefix.size() - 1)) {
        if (c == '{') id += "By";
        if (is_letter_or_digit(c)) id += begins ? upper(c) : c;
        begins = !is_letter_or_digit(c);
    }
    return id;
}

std::span<const Subject> subjects() { return all_subjects; }

std::string_view subject_of(const Route& route) {
    auto path = route.path;
    drop(path, prefix);
    drop(path, "public/");
    const bool of_organ = path.starts_with("organs/{organ}/");
    drop(path, "organs/{organ}/");
    auto word = path.substr(0, std::min(path.find('/'), path.size()));
    // A body's own reports are others than those that are collected here.
    if (of_organ && word == "reports") word = "organs/reports";
    const auto found = std::ranges::find(words, word, &Word::path);
    return found == std::end(words) ? std::string_view() : found->subject;
}

std::vector<Refusal> refusals(const Route& route) {
    std::set<int> statuses(route.refuses.begin(), route.refuses.end());
    statuses.insert(400);
    const bool changes = route.method != "GET";
    if (route.right != Right::Public) statuses.insert({401, 403});
    // Whoever changes records may find them in another state than he saw.
    if (changes && route.right != Right::Public && route.right != Right::SignedIn)
        statuses.insert(409);
    if (route.path.find('{') != route.path.npos) statuses.insert(404);
    if (changes && route.method != "DELETE") statuses.insert({413, 422});
    if (!route.parameters.empty()) statuses.insert(422);  // a query that cannot be read
    std::vector<Refusal> all;
    std::ranges::copy_if(meanings, std::back_inserter(all),
                         [&](const Refusal& it) { return statuses.contains(it.status); });
    return all;
}

}  // namespace gongkai::http
