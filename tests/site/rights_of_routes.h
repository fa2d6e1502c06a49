#pragma once

#include <string_view>
#include <utility>

#include "../organs/rights_of_roles.h"

namespace gongkai::testing {

// What each way into the program needs, judged by hand from docs/api.md and the Regulation. A new
// route needs a line here; see docs/decisions/0013-rights-in-the-route-table.md.
struct RightOfRoute {
    std::string_view method, path;
    Right right;
};

inline constexpr RightOfRoute rights_of_routes[] = {
    {"POST", "/api/session", Right::Public},
    {"GET", "/api/session", Right::SignedIn},
    {"DELETE", "/api/session", Right::SignedIn},
    {"POST", "/api/session/password", Right::SignedIn},
    // His own account: where he is signed in, how he signs in, what others did to it.
    {"GET", "/api/sessions", Right::SignedIn},
    {"DELETE", "/api/sessions", Right::SignedIn},
    {"DELETE", "/api/sessions/{session}", Right::SignedIn},
    {"POST", "/api/session/second-factor/secret", Right::SignedIn},
    {"POST", "/api/session/second-factor", Right::SignedIn},
    {"GET", "/api/session/log", Right::SignedIn},
    {"POST", "/api/session/told", Right::SignedIn},

    // Who the site belongs to is on every page of it.
    {"GET", "/api/site", Right::Public},

    // What somebody has typed is his own: the account of the session is part of the address.
    {"GET", "/api/organs/{organ}/drafts", Right::SignedIn},
    {"GET", "/api/organs/{organ}/drafts/{subject}", Right::SignedIn},
    {"PUT", "/api/organs/{organ}/drafts/{subject}", Right::SignedIn},
    {"DELETE", "/api/organs/{organ}/drafts/{subject}", Right::SignedIn},

    // Names of bodies and colleagues are no secret inside the house.
    {"GET", "/api/organs", Right::SignedIn},
    {"GET", "/api/people", Right::SignedIn},
    {"POST", "/api/organs", Right::ManagePeople},
    {"PUT", "/api/organs/{organ}", Right::ManagePeople},
    {"POST", "/api/organs/import", Right::ManagePeople},
    {"GET", "/api/organs/import/template.csv", Right::ManagePeople},
    {"GET", "/api/accounts", Right::ManagePeople},
    {"POST", "/api/accounts", Right::ManagePeople},
    {"PUT", "/api/accounts/{account}", Right::ManagePeople},
    {"POST", "/api/accounts/{account}/move", Right::ManagePeople},
    {"POST", "/api/accounts/{account}/password", Right::ManagePeople},
    {"POST", "/api/accounts/{account}/second-factor/reset", Right::ManagePeople},
    // What broke down is for whoever looks after the installation.
    {"GET", "/api/incidents", Right::ManagePeople},
    {"GET", "/api/incidents/open", Right::ManagePeople},
    {"POST", "/api/incidents/{id}/acknowledge", Right::ManagePeople},
    // What comes in parts is its account's own, and no act; the act that names it has its right.
    {"POST", "/api/uploads", Right::SignedIn},
    {"GET", "/api/uploads/{upload}", Right::SignedIn},
    {"PUT", "/api/uploads/{upload}", Right::SignedIn},
    {"DELETE", "/api/uploads/{upload}", Right::SignedIn},
    {"POST", "/api/organs/{organ}/documents/{number}/attachments/uploaded", Right::WriteDocuments},
    // What was done to the accounts of a body is for its head.
    {"GET", "/api/organs/{organ}/account-log", Right::ReadJournal},

    // Which units a body has, and who works in them, is no more secret than who works there.
    {"GET", "/api/organs/{organ}/units", Right::SignedIn},
    {"POST", "/api/organs/{organ}/units", Right::ManagePeople},
    {"POST", "/api/organs/{organ}/units/{number}/acts", Right::ManagePeople},
    // Reg. 4(2)(1): whoever handles requests says who in the house works on one.
    {"GET", "/api/organs/{organ}/assignments", Right::ReadWork},
    {"POST", "/api/organs/{organ}/requests/{number}/assignment", Right::HandleRequests},
    {"POST", "/api/organs/{organ}/requests/{number}/assignment/take-back", Right::HandleRequests},

    {"GET", "/api/organs/{organ}/duties", Right::ReadWork},
    // Reg. 47(1): whoever supervises asks how far those below are.
    {"GET", "/api/organs/{organ}/campaign/{year}", Right::ReviewReports},

    {"GET", "/api/organs/{organ}/requests", Right::ReadWork},
    {"GET", "/api/organs/{organ}/requests/{number}", Right::ReadWork},
    {"POST", "/api/organs/{organ}/requests", Right::HandleRequests},
    // Who applies is identified by those who answer him; that they looked is for the head.
    {"POST", "/api/organs/{organ}/requests/{number}/id-number", Right::HandleRequests},
    {"GET", "/api/organs/{organ}/requests/{number}/openings", Right::ReadJournal},
    // Whose data go, and when, is for the head of the body and those above.
    {"GET", "/api/organs/{organ}/retention", Right::ReadJournal},
    // The door alone: each act needs its own right besides, see rights_of_acts.
    {"POST", "/api/organs/{organ}/requests/{number}/acts", Right::ReadWork},
    // Letters carry the applicant's name and address: for those who answer him.
    {"GET", "/api/organs/{organ}/requests/{number}/letters", Right::HandleRequests},
    {"POST", "/api/organs/{organ}/requests/{number}/letters/{id}", Right::HandleRequests},

    {"GET", "/api/organs/{organ}/documents", Right::ReadWork},
    {"GET", "/api/organs/{organ}/documents/{number}", Right::ReadWork},
    {"GET", "/api/organs/{organ}/documents/{number}/attachments/{file_name}", Right::ReadWork},
    {"GET", "/api/organs/{organ}/normative", Right::ReadWork},
    {"POST", "/api/organs/{organ}/documents", Right::WriteDocuments},
    {"POST", "/api/organs/{organ}/documents/{number}/acts", Right::ReadWork},
    {"POST", "/api/organs/{organ}/documents/{number}/attachments", Right::WriteDocuments},
    {"DELETE", "/api/organs/{organ}/documents/{number}/attachments/{file_name}",
     Right::WriteDocuments},

    {"GET", "/api/organs/{organ}/registers", Right::ReadWork},
    {"GET", "/api/organs/{organ}/registers/{year}", Right::ReadWork},
    {"POST", "/api/organs/{organ}/registers", Right::KeepRegisters},
    {"POST", "/api/organs/{organ}/registers/{number}/annul", Right::KeepRegisters},

    {"GET", "/api/organs/{organ}/proposals", Right::ReadWork},
    {"GET", "/api/organs/{organ}/proposals/{number}", Right::ReadWork},
    {"GET", "/api/organs/{organ}/proposal-counts/{year}", Right::ReadWork},
    // 代表法: the body that they were assigned to.
    {"POST", "/api/organs/{organ}/proposals", Right::HandleProposals},
    {"POST", "/api/organs/{organ}/proposals/{number}/acts", Right::ReadWork},

    {"GET", "/api/organs/{organ}/reports/{year}", Right::ReadWork},
    {"GET", "/api/organs/{organ}/reports/{year}/file", Right::ReadWork},
    {"GET", "/api/organs/{organ}/reports/{year}/cells/{cell}", Right::ReadWork},
    // Reg. 49(1): the body writes, submits and publishes its own report.
    {"POST", "/api/organs/{organ}/reports/{year}/prepare", Right::WriteReport},
    {"POST", "/api/organs/{organ}/reports/{year}/file", Right::WriteReport},
    {"POST", "/api/organs/{organ}/reports/{year}/submit", Right::WriteReport},
    {"POST", "/api/organs/{organ}/reports/{year}/publish", Right::WriteReport},
    {"POST", "/api/organs/{organ}/reports/{year}/return", Right::ReviewReports},
    {"POST", "/api/organs/{organ}/reports/{year}/accept", Right::ReviewReports},
    {"GET", "/api/organs/{organ}/consolidated/{year}", Right::ReviewReports},

    // Hotline and mailboxes: the office that handles requests handles them too.
    {"GET", "/api/organs/{organ}/messages", Right::ReadWork},
    {"GET", "/api/organs/{organ}/messages/{number}", Right::ReadWork},
    {"POST", "/api/organs/{organ}/messages", Right::HandleRequests},
    {"POST", "/api/organs/{organ}/messages/{number}/acts", Right::ReadWork},
    // Reg. 39(1): that it is no request is a decision on the request.
    {"POST", "/api/organs/{organ}/requests/{number}/message", Right::Decide},
    {"GET", "/api/organs/{organ}/message-figures/{year}", Right::ReadWork},
    {"POST", "/api/organs/{organ}/message-import", Right::HandleRequests},
    {"GET", "/api/organs/{organ}/message-import/template.csv", Right::ReadWork},

    {"GET", "/api/organs/{organ}/journal", Right::ReadJournal},
    {"GET", "/api/organs/{organ}/journal/verify", Right::ReadJournal},

    // Reg. 27, 29: anybody may ask, and look up what became of it.
    {"POST", "/api/public/organs/{organ}/requests", Right::Public},
    {"POST", "/api/public/organs/{organ}/tracking", Right::Public},
    {"GET", "/api/public/organs", Right::Public},
    {"GET", "/api/public/organs/{organ}/documents", Right::Public},
    {"GET", "/api/public/organs/{organ}/documents/{code}/{serial}", Right::Public},
    {"GET", "/api/public/organs/{organ}/documents/{code}/{serial}/attachments/{file_name}",
     Right::Public},
    // 国办发〔2014〕46号: the answers that were published.
    {"GET", "/api/public/organs/{organ}/proposals", Right::Public},
    {"GET", "/api/public/organs/{organ}/proposals/{number}", Right::Public},
    {"GET", "/api/public/organs/{organ}/tree-head", Right::Public},
    {"GET", "/api/public/organs/{organ}/proofs/{sequence}", Right::Public},
    // Anybody may write, look up what became of it, and read what was answered in public.
    {"POST", "/api/public/organs/{organ}/messages", Right::Public},
    {"POST", "/api/public/organs/{organ}/message-tracking", Right::Public},
    {"GET", "/api/public/organs/{organ}/letters", Right::Public},
    {"GET", "/api/public/organs/{organ}/letters/{number}", Right::Public},
    {"GET", "/api/public/organs/{organ}/message-figures/{year}", Right::Public},
    // Reports that were published, and the check that keeps nothing.
    {"GET", "/api/reports", Right::Public},
    {"GET", "/api/reports/{id}", Right::Public},
    {"GET", "/api/reports/{id}.csv", Right::Public},
    {"GET", "/api/cells.csv", Right::Public},
    {"POST", "/api/check", Right::Public},
    {"GET", "/api/openapi.json", Right::Public},
};

// What each act needs beside the door of its route.
struct RightOfAct {
    std::string_view kind;
    Right right;
};

inline constexpr RightOfAct rights_of_request_acts[] = {
    {"confirm", Right::HandleRequests},
    {"ask_correction", Right::HandleRequests},
    {"correct", Right::HandleRequests},
    {"lapse_uncorrected", Right::HandleRequests},
    {"ask_reasons", Right::HandleRequests},
    {"give_reasons", Right::HandleRequests},
    {"fix_period", Right::HandleRequests},
    {"consult", Right::HandleRequests},
    {"serve", Right::HandleRequests},
    {"opinion", Right::HandleRequests},
    {"propose_extension", Right::HandleRequests},
    // Reg. 33(2): the person responsible for the office agrees.
    {"extend", Right::ApproveExtension},
    {"fee_notice", Right::HandleRequests},
    {"pay", Right::HandleRequests},
    {"lapse_unpaid", Right::HandleRequests},
    {"decide", Right::Decide},
    {"deliver", Right::HandleRequests},
    {"withdraw", Right::HandleRequests},
    {"file_remedy", Right::HandleRequests},
    {"remedy_result", Right::HandleRequests},
    {"annul", Right::HandleRequests},
};

inline constexpr RightOfAct rights_of_message_acts[] = {
    {"accept", Right::HandleRequests},
    {"pass_on", Right::HandleRequests},
    {"reply", Right::HandleRequests},
    {"call_back", Right::HandleRequests},
    {"close", Right::HandleRequests},
    // As with requests: the person responsible for the office agrees.
    {"extend", Right::ApproveExtension},
    {"transfer", Right::HandleRequests},
    {"send_back", Right::HandleRequests},
    {"refuse", Right::HandleRequests},
    {"hand_over", Right::HandleRequests},
    {"designate", Right::HandleRequests},
    {"reclassify", Right::HandleRequests},
    {"reopen", Right::HandleRequests},
    {"propose", Right::HandleRequests},
    // Looked at by another than the clerk who wrote it.
    {"review", Right::ReviewDocuments},
    {"publish", Right::HandleRequests},
    {"withdraw", Right::HandleRequests},
    {"annul", Right::HandleRequests},
};

inline constexpr RightOfAct rights_of_document_acts[] = {
    {"edit", Right::WriteDocuments},
    {"submit", Right::WriteDocuments},
    // Reg. 17(2): examined before it is public, not by whoever may only write.
    {"review", Right::ReviewDocuments},
    {"publish", Right::WriteDocuments},
    {"revise", Right::WriteDocuments},
    {"withdraw", Right::WriteDocuments},
    {"repeal", Right::WriteDocuments},
    {"expire", Right::WriteDocuments},
    {"annul", Right::WriteDocuments},
};

inline constexpr RightOfAct rights_of_proposal_acts[] = {
    {"return", Right::HandleProposals},
    {"answer_return", Right::HandleProposals},
    {"change_units", Right::HandleProposals},
    {"receive_opinion", Right::HandleProposals},
    {"give_opinion", Right::HandleProposals},
    {"extend", Right::HandleProposals},
    {"answer", Right::HandleProposals},
    {"feedback", Right::HandleProposals},
    {"answer_again", Right::HandleProposals},
    {"close", Right::HandleProposals},
    {"report_promise", Right::HandleProposals},
    {"defer_promise", Right::HandleProposals},
    {"end_promise", Right::HandleProposals},
    {"prepare", Right::HandleProposals},
    // Reg. 17(2): what becomes public is looked at by another.
    {"review", Right::ReviewDocuments},
    {"publish", Right::HandleProposals},
    {"take_down", Right::HandleProposals},
    {"withdraw", Right::HandleProposals},
    {"annul", Right::HandleProposals},
};

// What is open to whoever is signed in before his password and codes are his own: to see that they
// are not, to make them so, and to leave.
inline constexpr std::pair<std::string_view, std::string_view> open_at_door[] = {
    {"GET", "/api/session"},
    {"DELETE", "/api/session"},
    {"POST", "/api/session/password"},
    {"POST", "/api/session/second-factor/secret"},
    {"POST", "/api/session/second-factor"},
};

template <class Route>
bool is_open_at_door(const Route& route) {
    for (const auto& [method, path] : open_at_door)
        if (route.method == method && route.path == path) return true;
    return false;
}

}  // namespace gongkai::testing
