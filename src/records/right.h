#pragma once

#include <cstdint>

#include "base/words.h"

namespace gongkai::records {

// What a route or a kind of act needs. The rights stand here because rows name them; which role
// has which right is the business of organs.
enum class Right : std::uint8_t {
    Public,            // no account
    SignedIn,          // any account
    ReadWork,          // see a body's requests, drafts and registers
    HandleRequests,    // register and act on requests
    ApproveExtension,  // Reg. 33(2): the head of the disclosure office
    Decide,            // decide requests
    WriteDocuments,
    ReviewDocuments,  // Reg. 17
    KeepRegisters,
    HandleProposals,  // 建议、提案
    WriteReport,      // compile, write and submit the annual report
    ReviewReports,    // return, accept, roll up: Reg. 49
    ManagePeople,     // bodies, accounts, roles
    ReadJournal,
};
constexpr auto words(Right) {
    return word_list<Right>({
        {Right::Public, "public", "任何人"},
        {Right::SignedIn, "signed_in", "登录后使用"},
        {Right::ReadWork, "read_work", "查看本机关的工作"},
        {Right::HandleRequests, "handle_requests", "办理申请"},
        {Right::ApproveExtension, "approve_extension", "同意延长答复期限"},
        {Right::Decide, "decide", "作出处理决定"},
        {Right::WriteDocuments, "write_documents", "拟稿和发布"},
        {Right::ReviewDocuments, "review_documents", "公开审查"},
        {Right::KeepRegisters, "keep_registers", "登记台账"},
        {Right::HandleProposals, "handle_proposals", "办理建议提案"},
        {Right::WriteReport, "write_report", "编制和报送年度报告"},
        {Right::ReviewReports, "review_reports", "审核和汇总年度报告"},
        {Right::ManagePeople, "manage_people", "管理机关和人员"},
        {Right::ReadJournal, "read_journal", "查看工作记录"},
    });
}

}  // namespace gongkai::records
