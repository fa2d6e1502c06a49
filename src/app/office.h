#pragma once

#include <filesystem>
#include <memory>

#include "desk/assignment_desk.h"
#include "desk/desks.h"
#include "desk/public_log.h"
#include "desk/unit_desk.h"
#include "store/checkpoint/admission.h"
#include "store/checkpoint/checkpoints.h"
#include "store/commit_times.h"
#include "store/contents.h"
#include "store/database.h"
#include "store/drafts.h"
#include "store/ledger/assignments.h"
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
#include "store/ledger/units.h"
#include "store/open.h"
#include "store/sessions.h"
#include "store/tiles/shelf.h"
#include "tlog/settings.h"

namespace gongkai::app {

// GONGKAI_CHECKPOINT and GONGKAI_BACKUP, or empty.
std::filesystem::path checkpoint_of_environment();
std::filesystem::path backup_of_environment();

struct OfficePlace {
    std::filesystem::path data = "data-local";
    std::filesystem::path key;       // empty: the data folder's name with .key behind it
    std::filesystem::path holidays;  // a folder of further notices, or empty
    std::filesystem::path
        letters;  // a folder of letters in the place of the carried ones, or empty
    // Makes an installation anew though the data folder has something; never one where nothing is.
    bool anew = false;
    bool may_begin = true;
    bool moves_files = false;  // of an older program, into PostgreSQL
    store::Setting setting = store::setting_of_environment();
    // Of what the logs were; empty: beside the key, its name with .checkpoint behind it.
    std::filesystem::path checkpoint = checkpoint_of_environment();
};

// Refusal office.none.
Error no_database(const std::filesystem::path& data);

// The key's file: the one that is named, or the data folder's name with .key behind it.
std::filesystem::path key_of(const OfficePlace& place);
std::filesystem::path checkpoint_of(const OfficePlace& place);

// The office on a store: where the interfaces of the domain meet the classes that carry them.
class Office {
public:
    // Throws what store::open() throws. Refusals office.user, those of store::take_up(), of the
    // files of rules and settings, office.none where nothing is and nothing may begin,
    // checkpoint.foreign, and checkpoint.place for a file of checkpoints in the data folder. Where
    // the checkpoints do not hold it opens all the same, and acts are refused; so it is on a
    // replica of PostgreSQL, which has no checkpoints of its own.
    static Result<std::unique_ptr<Office>> open(const OfficePlace& place);

    store::Database& database() { return *database_; }
    const store::VaultKey& key() const { return key_; }
    // What lists are projected by.
    store::ProjectionRules projection_rules() const { return {{calendar_}, proposal_settings_}; }
    const law::Calendar& calendar() const { return calendar_; }
    const forms::Forms& forms() const { return forms_; }
    const store::Audit& audit() const { return audit_; }
    const store::KeptContents& contents() const { return *contents_; }
    store::KeptContents& kept() { return *contents_; }
    desk::Desks& desks() { return desks_; }
    desk::UnitDesk& units() { return unit_desk_; }
    desk::AssignmentDesk& assignments() { return assignment_desk_; }
    store::Checkpoints& checkpoints() { return checkpoints_; }
    store::Admission& admission() { return admission_; }
    const store::CommitTimes& commits() const { return commits_; }

    store::Shelf& shelf() { return shelf_; }
    const tlog::Settings& log_settings() const { return log_settings_; }
    // The logs for everybody; they refer to this office.
    desk::PublicLog public_log() const {
        return {ledger_, audit_, documents_, shelf_, key_.key(), log_settings_.address};
    }

    // Milliseconds since 1970 UTC, now.
    static std::int64_t now();

private:
    Office(std::unique_ptr<store::Database> database, const store::VaultKey& key,
           law::Calendar calendar, forms::Forms forms, files::Letters letters,
           interaction::messages::Terms message_terms, interaction::proposals::Settings proposals,
           organs::AccountSettings accounts, records::Retention retention,
           const OfficePlace& place);

    store::CommitTimes commits_;
    std::unique_ptr<store::Database> database_;
    store::VaultKey key_;
    law::Calendar calendar_;
    forms::Forms forms_;
    files::Letters letters_;
    interaction::proposals::Settings proposal_settings_;
    store::Checkpoints checkpoints_;
    store::Admission admission_;
    store::Ledger ledger_;
    store::RequestRepository requests_;
    store::Bodies organs_;
    store::AccountBook accounts_;
    store::UnitBook units_;
    store::AssignmentBook assignments_;
    organs::AccountSettings account_settings_;
    store::Sessions sessions_;
    store::Drafts drafts_;
    store::DocumentRepository documents_;
    store::RegisterRepository registers_;
    store::ProposalRepository proposals_;
    std::unique_ptr<store::KeptContents> contents_;
    store::SubmissionRepository submissions_;
    store::MessageRepository messages_;
    interaction::messages::Terms message_terms_;
    store::Audit audit_;
    store::RetentionBook retention_book_;
    records::Retention retention_;
    desk::Desks desks_;
    store::Shelf shelf_;
    tlog::Settings log_settings_;
    desk::UnitDesk unit_desk_;
    desk::AssignmentDesk assignment_desk_;
};

}  // namespace gongkai::app
