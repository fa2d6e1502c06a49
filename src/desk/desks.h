#pragma once

#include "desk/account_desk.h"
#include "desk/account_log.h"
#include "desk/applicant_desk.h"
#include "desk/case_letter.h"
#include "desk/document_desk.h"
#include "desk/document_list.h"
#include "desk/door.h"
#include "desk/draft_desk.h"
#include "desk/duty_list.h"
#include "desk/journal_desk.h"
#include "desk/message_desk.h"
#include "desk/organ_desk.h"
#include "desk/person_opening.h"
#include "desk/platform.h"
#include "desk/proposal_desk.h"
#include "desk/publishing.h"
#include "desk/report_room.h"
#include "desk/request_desk.h"
#include "desk/request_list.h"
#include "desk/retention_desk.h"
#include "desk/roll_up.h"
#include "desk/second_factor.h"
#include "desk/session_desk.h"

namespace gongkai::desk {

// Where records are kept and the rules by which they are judged: what whoever sets up the desks
// gives once. No use case takes it; each desk keeps the few of these that it uses.
struct Means {
    journal::Ledger& ledger;
    requests::Repository& requests;
    organs::Repository& organs;
    organs::Accounts& accounts;
    organs::Sessions& sessions;
    organs::Drafts& drafts;
    disclosure::Documents& documents;
    disclosure::Registers& registers;
    disclosure::Contents& contents;
    reports::Submissions& submissions;
    const law::Calendar& calendar;
    const forms::Forms& forms;
    const files::Letters& letters;
    const journal::Audit& audit;
    interaction::Messages& messages;
    const interaction::messages::Terms& message_terms;
    const interaction::proposals::Repository& proposals;
    const interaction::proposals::Settings& proposal_settings;
    const organs::AccountSettings& account_settings;
    const records::RetentionBook& retention_book;
    const records::Retention& retention;
    std::string door_secret;  // the same at every start, and nobody else's
    requests::Settings settings{};
};

// The desks by subject: the only door of portal, api, cli and demo to the records.
struct Desks {
    explicit Desks(const Means& it);

    Desks(const Desks&) = delete;  // they refer to each other
    Desks& operator=(const Desks&) = delete;

    OrganDesk organs;
    AccountDesk accounts;
    AccountLog account_log;
    SecondFactor second_factor;
    Door door;
    SessionDesk sessions;
    DraftDesk drafts;
    RequestDesk requests;
    PersonOpenings person_openings;
    RequestList request_list;
    ApplicantDesk applicants;
    LetterDesk letters;
    Publishing publishing;
    DocumentDesk documents;
    DocumentList document_list;
    Catalogue catalogue;
    YearBooks books;
    ReportShelf shelf;
    ReportRoom reports;
    RollUps roll_ups;
    DutyDesk duties;
    MessageDesk messages;
    JournalDesk journal;
    ProposalDesk proposals;
    RetentionDesk retention;
};

}  // namespace gongkai::desk
