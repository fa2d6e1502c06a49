#pragma once

#include <doctest/doctest.h>

#include "../requests/requests_for_tests.h"
#include "../store/engines.h"
#include "desk/desks.h"
#include "desk/request_desk.h"
#include "files/form_files.h"
#include "store/contents.h"
#include "store/drafts.h"
#include "store/ledger/audit.h"
#include "store/ledger/documents.h"
#include "store/ledger/ledger.h"
#include "store/ledger/messages.h"
#include "store/ledger/people.h"
#include "store/ledger/proposals.h"
#include "store/ledger/registers.h"
#include "store/ledger/requests.h"
#include "store/ledger/retention.h"
#include "store/ledger/submissions.h"
#include "store/sessions.h"

namespace gongkai::testing {

constexpr std::int64_t region = 900121;  // no such place

// An office with empty books on one engine.
struct TestOffice {
    explicit TestOffice(store::Database& it,
                        const store::VaultKey& sealing = store::VaultKey::random());
    ~TestOffice();
    TestOffice(const TestOffice&) = delete;
    TestOffice& operator=(const TestOffice&) = delete;

    store::Database& database;
    store::VaultKey key;
    store::Ledger ledger;
    store::RequestRepository requests;
    store::Bodies organs;
    store::AccountBook accounts;
    organs::AccountSettings account_settings;  // a test may change them
    store::Sessions sessions;
    store::Drafts drafts;
    store::DocumentRepository documents;
    store::RegisterRepository registers;
    const Folder folder;
    const std::unique_ptr<store::KeptContents> kept;
    store::KeptContents& contents;
    store::SubmissionRepository submissions;
    store::MessageRepository messages;
    const interaction::messages::Terms message_terms;
    const forms::Forms forms;
    const files::Letters letters;
    const store::Audit audit;
    store::ProposalRepository proposals;
    const interaction::proposals::Settings proposal_settings;
    store::RetentionBook retention_book;
    records::Retention retention;  // off; a test may change it
    desk::Desks desks;

    // Noon in China on a day.
    static desk::Actor at(std::string_view on, std::string actor = "account/1");

    journal::LogKey town(std::optional<std::int64_t> parent = {});

    // A county office that supervises a town from now on.
    journal::LogKey office_above(const journal::LogKey& below);

    // What verification finds, a line each.
    std::string faults();
};

// With the office's books verified at the end.
void on_each_office(const std::function<void(TestOffice&)>& body);

// With words, and of a decision a search, still in the clear.
Act said(Act act, std::string words);

desk::NewRequest any_question(std::string_view on, Channel channel = Channel::InPerson);

}  // namespace gongkai::testing
