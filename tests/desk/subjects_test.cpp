#include "desk/subjects.h"

#include <doctest/doctest.h>

#include <set>

using namespace gongkai;

// The page of the journal tells officials what was done; these are the words of release 0.1.
TEST_CASE("entries of every subject have their words on the journal's page") {
    const std::pair<const char*, const char*> cases[] = {
        {"request.register", "登记申请"},
        {"request.extend", "申请：同意延长并告知申请人"},
        {"request.annul", "申请：更正错误登记"},
        {"document.draft", "起草文件"},
        {"document.submit", "文件：送审"},
        {"document.review", "文件：公开审查"},
        {"message.enter", "登记来信"},
        {"message.reply", "来信：答复"},
        {"message.annul", "来信：更正错误登记"},
        {"register.enter", "登记台账"},
        {"register.annul", "更正台账"},
        {"proposal.register", "登记交办的建议提案"},
        {"proposal.extend", "建议提案：延长答复期限"},
        {"proposal.take_down", "建议提案：撤下已公开的答复"},
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
        {"account.enrol", "启用动态验证码"},
        {"account.reset_factor", "取消动态验证码"},
        {"account.recover", "用恢复码登录"},
        {"account.told", "知悉账号的变动"},
        {"account.move", "调动账号"},
        {"unit.establish", "设立内设机构"},
        {"unit.admit", "编入人员"},
        {"unit.release", "调出人员"},
        {"unit.end", "撤销内设机构"},
        {"assignment.assign", "交办申请"},
        {"assignment.take_back", "收回交办的申请"},
        {"person.open", "查看申请人的证件号码"},
        {"datum.erase", "删除加密保存的内容"},
        {"retention.announce", "预告按规定删除个人信息"},
        {"retention.delete", "按规定删除个人信息"},
        {"log.resume", "数据库回到较早状态后继续"},
        {"register.change", "register.change"},
        {"report", "report"},
    };
    for (const auto& [kind, words] : cases) {
        CAPTURE(kind);
        CHECK(desk::title_of_entry(kind) == words);
    }
}

TEST_CASE("a subject is called what its records are called") {
    CHECK(desk::name_of_subject("request") == "申请");
    CHECK(desk::name_of_subject("proposal") == "建议提案");
    CHECK(desk::name_of_subject("nothing") == "nothing");
}

TEST_CASE("no two subjects share the beginning of their entries") {
    std::set<std::string_view> subjects;
    for (const auto* table : desk::tables())
        CHECK(subjects.insert(table->subject).second);
    CHECK(subjects == std::set<std::string_view>{"request", "document", "register", "message",
                                                 "proposal", "report", "organ", "account", "unit",
                                                 "assignment"});
}
