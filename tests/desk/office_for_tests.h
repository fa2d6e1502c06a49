#pragma once

#include <doctest/doctest.h>

#include "../requests/requests_for_tests.h"
#include "../store/engines.h"
#include "desk/desks.h"
#include "desk/request_desk.h"
#include "files/form_files.h"
#include "files/message_term_files.h"
#include "store/contents.h"
#include "store/drafts.h"
#include "store/ledger/audit.h"
#include "store/ledger/documents.h"
#include "store/ledger/ledger.h"
#include "store/ledger/messages.h"
#include "store/ledger/names.h"
#include "store/ledger/people.h"
#include "store/ledger/proposals.h"
#include "store/ledger/registers.h"
#include "store/ledger/requests.h"
#include "store/ledger/submissions.h"
#include "store/ledger/verify.h"
#include "store/migrations.h"
#include "store/sessions.h"

namespace gongkai::testing {

constexpr std::int64_t region = 900121;  // no such place

// An office with empty books on one engine.
struct TestOffice {
    explicit TestOffice(store::Database& it,
                        const store::VaultKey& sealing = store::VaultKey::random())
        : database(it), key(sealing), ledger(it, key, {rules()}), sessions(it), drafts(it, key) {
        store::migrate(it);
    }

    store::Database& database;
    store::VaultKey key;
    store::Ledger ledger;
    store::RequestRepository requests;
    store::Bodies organs;
    store::AccountBook accounts;
    store::Sessions sessions;
    store::Drafts drafts;
    store::DocumentRepository documents;
    store::RegisterRepository registers;
    const Folder folder;
    const std::unique_ptr<store::KeptContents> kept = store::contents_of(database, folder.path);
    store::KeptContents& contents = *kept;
    store::SubmissionRepository submissions;
    store::MessageRepository messages;
    const interaction::messages::Terms message_terms = files::load_message_terms({}).value();
    const forms::Forms forms = files::load_forms().value();
    const files::Letters letters = files::load_letters().value();
    const store::Audit audit{database, key, {rules()}};
    store::ProposalRepository proposals;
    const interaction::proposals::Settings proposal_settings;
    desk::Desks desks{{ledger, requests, organs, accounts, sessions, drafts, documents, registers,
                       contents, submissions, calendar(), forms, letters, audit, messages,
                       message_terms, proposals, proposal_settings, "door"}};

    // Noon in China on a day.
    static desk::Actor at(std::string_view on, std::string actor = "account/1") {
        const auto moment = day(on).time_since_epoch() + std::chrono::hours{4};
        return desk::Actor::unasked(std::move(actor), std::chrono::milliseconds{moment}.count());
    }

    journal::LogKey town(std::optional<std::int64_t> parent = {}) {
        organs::Organ it;
        it.parent = parent;
        it.key.region = region;
        it.name = "云溪县柳河镇人民政府";
        it.level = organs::Level::Township;
        it.division_code = "900121103000";
        it.contact = {"党政办公室", "柳河镇人民路1号", "工作日", "0000-1234567", "", ""};
        it.remedies.review_organ = "云溪县人民政府";
        it.valid_from = day("2019-05-15");
        return desks.organs.create(at("2025-01-02"), it).value().key;
    }

    // A county office that supervises a town from now on.
    journal::LogKey office_above(const journal::LogKey& below) {
        const auto office_key = town();
        organs::Organ it;
        ledger.look([&](const journal::View& view) { it = organs.current(view, below).value(); });
        it.parent = office_key.organ;
        (void)desks.organs.change(at("2025-01-02"), it).value();
        return office_key;
    }

    std::string faults() {
        std::string all;
        database.read([&](store::Connection& connection) {
            for (const auto& log : store::logs(connection)) {
                for (const auto& it : store::verify_log(connection, log).faults)
                    all += it.what + '\n';
                for (const auto& faults : {store::verify_projections(connection, log, {rules()}),
                                           store::verify_sealed(connection, key, log),
                                           store::verify_names(connection, key, log)})
                    for (const auto& it : faults)
                        all += it.what + '\n';
            }
        });
        return all;
    }
};

inline void on_each_office(const std::function<void(TestOffice&)>& body) {
    on_each_database([&](store::Database& database) {
        TestOffice office(database);
        body(office);
        CHECK(office.faults() == "");
    });
}

// With words, and of a decision a search, still in the clear.
inline Act said(Act act, std::string words) {
    act.words = records::in_clear(std::move(words));
    if (auto* decision = std::get_if<Decide>(&act.what))
        decision->evidence = records::in_clear("检索");
    return act;
}

inline desk::NewRequest any_question(std::string_view on, Channel channel = Channel::InPerson) {
    desk::NewRequest it;
    it.channel = channel;
    it.submitted_on = it.received_on = day(on);
    it.who.name = "王小明";
    it.who.id_number = "护照E00000001";
    it.who.phone = "13800000000";
    it.content = records::in_clear("2024年村级财务收支情况");
    return it;
}

}  // namespace gongkai::testing
