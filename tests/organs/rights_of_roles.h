#pragma once

#include <stdexcept>

#include "organs/account.h"

namespace gongkai::testing {

using organs::Right;
using organs::Role;

// Who may what, written out by hand. A slip in the program's own table shows against this one; the
// test of the routes (tests/site/office_api_test.cpp) asks here and never the program.
struct RightOfRoles {
    Right right;
    bool clerk, reviewer, unit_head, supervisor, administrator;

    constexpr bool has(Role role) const {
        switch (role) {
            case Role::Clerk: return clerk;
            case Role::Reviewer: return reviewer;
            case Role::UnitHead: return unit_head;
            case Role::Supervisor: return supervisor;
            case Role::Administrator: return administrator;
        }
        return false;
    }
};

inline constexpr RightOfRoles rights_of_roles[] = {
    // clerk, reviewer, head, supervisor, administrator
    {Right::SignedIn, true, true, true, true, true},
    // Whoever looks after programs and passwords sees nobody's request.
    {Right::ReadWork, true, true, true, true, false},
    // Reg. 4(2)(1): the office of the body itself handles requests, no one above it.
    {Right::HandleRequests, true, false, true, false, false},
    // Reg. 33(2): agreed to by the person responsible for the office, so never by a clerk.
    {Right::ApproveExtension, false, false, true, false, false},
    // Reg. 36: the reviewer of Reg. 17 looks at texts before they are published; he decides nothing
    // about requests.
    {Right::Decide, true, false, true, false, false},
    {Right::WriteDocuments, true, true, true, false, false},
    // Reg. 17(2): examined before they are public, by another than the clerk who wrote them.
    {Right::ReviewDocuments, false, true, true, true, false},
    {Right::KeepRegisters, true, false, true, false, false},
    // 代表法: the body that they were assigned to handles and answers them, no one above it.
    {Right::HandleProposals, true, false, true, false, false},
    // Reg. 49(1): the body's own report.
    {Right::WriteReport, true, false, true, false, false},
    // Reg. 49(1), 47(1): sent to the department in charge, which alone returns and accepts it.
    {Right::ReviewReports, false, false, false, true, false},
    {Right::ManagePeople, false, false, false, false, true},
    {Right::ReadJournal, false, false, true, true, true},
};

inline constexpr Role every_role[] = {Role::Clerk, Role::Reviewer, Role::UnitHead, Role::Supervisor,
                                      Role::Administrator};

// Public is no row: it needs no role.
inline const RightOfRoles& roles_with(Right right) {
    for (const auto& row : rights_of_roles)
        if (row.right == right) return row;
    throw std::logic_error("a right without a row");
}

}  // namespace gongkai::testing
