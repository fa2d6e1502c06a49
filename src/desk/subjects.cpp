#include "desk/subjects.h"

#include <utility>

#include "disclosure/document.h"
#include "disclosure/register.h"
#include "interaction/message.h"
#include "interaction/proposal.h"
#include "organs/account_acts.h"
#include "organs/organ_acts.h"
#include "organs/unit.h"
#include "records/codec.h"
#include "reports/submission.h"
#include "requests/assignment.h"
#include "requests/request.h"

namespace gongkai::desk {

namespace {

// Entries that belong to no one subject, or say on the journal's page more than beside the other
// acts of theirs.
constexpr std::pair<std::string_view, std::string_view> own_titles[] = {
    {"request.register", "登记申请"},
    {"document.draft", "起草文件"},
    {"message.enter", "登记来信"},
    {"proposal.register", "登记交办的建议提案"},
    {"datum.erase", "删除加密保存的内容"},
    {"log.adopt", "接收别处移来的全部记录"},
    {"log.resume", "数据库回到较早状态后继续"},
    {"person.open", "查看申请人的证件号码"},
    {"retention.announce", "预告按规定删除个人信息"},
    {"retention.delete", "按规定删除个人信息"},
};

// On the journal's page the acts of all subjects stand together: 申请：登记缴费. Those of the other
// subjects name theirs: 登记台账.
bool needs_its_subject(const records::Table& table) {
    return &table == &requests::Subject::table() ||
           &table == &disclosure::DocumentSubject::table() ||
           &table == &interaction::messages::Subject::table() ||
           &table == &interaction::proposals::Subject::table();
}

}  // namespace

std::span<const records::Table* const> tables() {
    static const records::Table* const all[] = {
        &requests::Subject::table(),
        &disclosure::DocumentSubject::table(),
        &disclosure::registers::Subject::table(),
        &interaction::messages::Subject::table(),
        &interaction::proposals::Subject::table(),
        &reports::submissions::Subject::table(),
        &organs::bodies::Subject::table(),
        &organs::accounts::Subject::table(),
        &organs::units::Subject::table(),
        &requests::assignments::Subject::table(),
    };
    return all;
}

std::string name_of_subject(std::string_view subject) {
    for (const records::Table* table : tables())
        if (table->subject == subject) return std::string(table->chinese);
    return std::string(subject);
}

std::string title_of_entry(std::string_view entry_kind) {
    for (const auto& [kind, title] : own_titles)
        if (kind == entry_kind) return std::string(title);
    for (const records::Table* table : tables()) {
        const auto row = records::row_of_entry(*table, entry_kind);
        if (!row.ok()) continue;
        const std::string title(row.value()->title);
        return needs_its_subject(*table) ? std::string(table->chinese) + "：" + title : title;
    }
    return std::string(entry_kind);
}

}  // namespace gongkai::desk
