#include "app/office.h"

#include <chrono>
#include <cstdlib>

#include "app/users.h"
#include "base/regular_file.h"
#include "base/secrets.h"
#include "files/account_settings_file.h"
#include "files/form_files.h"
#include "files/holiday_files.h"
#include "files/log_settings_file.h"
#include "files/message_term_files.h"
#include "files/proposal_settings_file.h"
#include "files/retention_file.h"
#include "store/durable_file.h"
#include "store/installation.h"
#include "store/ledger/projected_by.h"

namespace gongkai::app {

Office::Office(std::unique_ptr<store::Database> database, const store::VaultKey& key,
               law::Calendar calendar, forms::Forms forms, files::Letters letters,
               interaction::messages::Terms message_terms,
               interaction::proposals::Settings proposals, organs::AccountSettings accounts,
               records::Retention retention, const OfficePlace& place)
    : database_(store::timed(std::move(database), commits_)),
      key_(key),
      calendar_(std::move(calendar)),
      forms_(std::move(forms)),
      letters_(std::move(letters)),
      proposal_settings_(std::move(proposals)),
      checkpoints_(*database_, key_, checkpoint_of(place)),
      ledger_(*database_, key_, projection_rules(), &admission_),
      account_settings_(std::move(accounts)),
      sessions_(*database_),
      drafts_(*database_, key_),
      contents_(store::contents_of(*database_, place.data)),
      message_terms_(std::move(message_terms)),
      audit_(*database_, key_, projection_rules()),
      retention_(std::move(retention)),
      desks_({ledger_,           requests_,
              organs_,           accounts_,
              sessions_,         drafts_,
              documents_,        registers_,
              *contents_,        submissions_,
              calendar_,         forms_,
              letters_,          audit_,
              messages_,         message_terms_,
              proposals_,        proposal_settings_,
              account_settings_, retention_book_,
              retention_,        keyed_digest(key_.key(), "door", "")}),
      shelf_(*database_),
      unit_desk_(ledger_, organs_, units_, accounts_, assignments_),
      assignment_desk_(ledger_, organs_, units_, accounts_, requests_, assignments_) {}

Error no_database(const std::filesystem::path& data) {
    return {ErrorKind::NotFound, "office.none",
            "数据文件夹 " + data.string() + " 里没有数据库。请核对 --data。"};
}

std::filesystem::path key_of(const OfficePlace& place) {
    if (!place.key.empty()) return place.key;
    const auto data = std::filesystem::absolute(place.data).lexically_normal();
    return (data.has_filename() ? data : data.parent_path()).string() + ".key";
}

namespace {

std::filesystem::path path_of_environment(const char* variable) {
    const char* path = std::getenv(variable);
    return path ? path : "";
}

}  // namespace

std::filesystem::path checkpoint_of_environment() {
    return path_of_environment("GONGKAI_CHECKPOINT");
}

std::filesystem::path backup_of_environment() { return path_of_environment("GONGKAI_BACKUP"); }

std::filesystem::path checkpoint_of(const OfficePlace& place) {
    return place.checkpoint.empty() ? key_of(place).string() + ".checkpoint"
                                    : place.checkpoint.string();
}

namespace {

Status check_checkpoint_place(const OfficePlace& place) {
    const auto file = checkpoint_of(place);
    if (store::is_below(file, place.data))
        return Error{ErrorKind::Invalid, "checkpoint.place",
                     "检查点文件 " + file.string() +
                         " 不能放在数据文件夹里：恢复数据时它会一起变旧。请换一个位置"
                         "（GONGKAI_CHECKPOINT）。"};
    const auto there = check_regular_file(file, "检查点文件");
    if (there.ok() || there.error().kind == ErrorKind::NotFound) return Done{};
    return Error{ErrorKind::Invalid, "checkpoint.place", there.error().message};
}

}  // namespace

Result<std::unique_ptr<Office>> Office::open(const OfficePlace& place) {
    GK_CHECK(check_user(place.data));
    GK_TRY(calendar, files::load_calendar(place.holidays));
    GK_TRY(forms, files::load_forms());
    GK_TRY(letters, files::load_letters(place.letters));
    GK_TRY(message_terms, files::load_message_terms(place.data));
    GK_TRY(proposals, files::load_proposal_settings(place.data));
    GK_TRY(accounts, files::load_account_settings(place.data));
    GK_TRY(retention, files::load_retention(place.data));
    GK_TRY(log_settings, files::load_log_settings(place.data));
    if (!place.may_begin && !store::exists(place.setting, place.data))
        return no_database(place.data);
    GK_CHECK(check_checkpoint_place(place));
    auto database = store::open(place.setting, place.data);
    GK_TRY(key,
           store::take_up(*database, {place.data, key_of(place), place.anew, place.moves_files}));
    store::keep_projected_by(*database, key, {{calendar}, proposals});
    std::unique_ptr<Office> office(new Office(std::move(database), key, std::move(calendar),
                                              std::move(forms), std::move(letters),
                                              std::move(message_terms), std::move(proposals),
                                              std::move(accounts), std::move(retention), place));
    office->log_settings_ = std::move(log_settings);
    if (office->database_->is_replica()) return office;
    if (place.anew) office->checkpoints_.set_aside_foreign();
    const auto finding = office->checkpoints_.hold();
    if (finding.of_file && finding.of_file->kind == ErrorKind::Conflict) return *finding.of_file;
    office->admission_.hold_up(store::refusal(finding));
    return office;
}

std::int64_t Office::now() {
    const auto since = std::chrono::system_clock::now().time_since_epoch();
    return std::chrono::duration_cast<std::chrono::milliseconds>(since).count();
}

}  // namespace gongkai::app
