#include "desk/entry_words.h"

#include <algorithm>
#include <array>
#include <utility>

#include "disclosure/document_transition.h"
#include "disclosure/record.h"
#include "requests/request.h"

namespace gongkai::desk {

namespace {

// Those that have no table of lawful acts, or stand before its first line.
constexpr std::array<std::pair<std::string_view, std::string_view>, 16> words{{
    {"request.register", "登记申请"},
    {"document.draft", "起草文件"},
    {"register.enter", "登记台账"},
    {"register.annul", "更正台账"},
    {"report.prepare", "编制年度报告"},
    {"report.submit", "报送年度报告"},
    {"report.return", "退回年度报告"},
    {"report.accept", "通过年度报告"},
    {"report.publish", "公布年度报告"},
    {"organ.create", "登记机关"},
    {"organ.change", "修改机关"},
    {"organ.end", "终止机关"},
    {"account.create", "开设账号"},
    {"account.change", "修改账号"},
    {"account.password", "更换密码"},
    {"datum.erase", "删除加密保存的内容"},
}};

}  // namespace

std::string entry_words(std::string_view entry_kind) {
    const auto it =
        std::ranges::find(words, entry_kind, &std::pair<std::string_view, std::string_view>::first);
    if (it != words.end()) return std::string(it->second);
    if (const auto row = records::row_of_entry(requests::Subject::table(), entry_kind); row.ok())
        return "申请：" + std::string(row.value()->title);
    if (const auto act = disclosure::kind_of_entry(entry_kind))
        return "文件：" + std::string(disclosure::transition(*act).title);
    return std::string(entry_kind);
}

}  // namespace gongkai::desk
