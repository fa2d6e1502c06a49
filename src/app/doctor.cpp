#include "app/doctor.h"

#include "files/account_settings_file.h"
#include "files/form_files.h"
#include "files/holiday_files.h"
#include "files/letter_files.h"
#include "files/message_term_files.h"
#include "files/proposal_settings_file.h"
#include "files/retention_file.h"
#include "files/site_file.h"
#include "store/backup.h"

namespace gongkai::app {

namespace {

constexpr std::string_view of_settings = "设置", of_rules = "规则文件", of_backups = "备份";
constexpr std::int64_t hour = 3'600'000;  // milliseconds
constexpr std::int64_t a_night = 26 * hour, a_week = 7 * 24 * hour;

template <class T>
void diagnose_file(const Result<T>& loaded, Diagnoses& all) {
    if (!loaded.ok())
        all.push_back({Health::Bad, of_rules, loaded.error().message, "按提示改正这个文件"});
}

}  // namespace

void diagnose_settings(const DoctorPlace& place, Diagnoses& all) {
    for (const std::string& fault : place.settings.faults)
        all.push_back(
            {Health::Bad, of_settings, fault, "按提示改正，改好后再运行一次 gongkai doctor"});
    if (place.settings_file.empty())
        all.push_back(
            {Health::Good, of_settings, "没有读设置文件，按命令行、环境变量和默认值检查", ""});
    else if (place.settings.faults.empty())
        all.push_back({Health::Good, of_settings,
                       place.settings_file.string() + "，共 " +
                           std::to_string(place.settings.lines.size()) + " 项，写得都对",
                       ""});
    const std::size_t before = all.size();
    diagnose_file(files::load_calendar(place.office.holidays), all);
    diagnose_file(files::load_forms(), all);
    diagnose_file(files::load_letters(place.office.letters), all);
    diagnose_file(files::load_message_terms(place.office.data), all);
    diagnose_file(files::load_proposal_settings(place.office.data), all);
    diagnose_file(files::load_account_settings(place.office.data), all);
    diagnose_file(files::load_retention(place.office.data), all);
    diagnose_file(files::load_site(place.site), all);
    if (all.size() == before)
        all.push_back({Health::Good, of_rules, "放假安排、文书、期限、账号等规则都读得懂", ""});
}

void diagnose_backup(const DoctorPlace& place, std::int64_t now, Diagnoses& all) {
    if (!place.office.setting.database.empty()) {
        all.push_back({Health::Note, of_backups, "数据在 PostgreSQL 里，它的备份这里看不到",
                       "用 pg_dump --format=custom 每夜备份，密钥另外保存"});
        return;
    }
    if (place.backup.empty()) {
        all.push_back({Health::Note, of_backups, "没有写备份放在哪里，看不出有没有备份",
                       "在设置文件里写 backup = 文件夹，每夜运行 gongkai backup"});
        return;
    }
    const auto made = store::backup::newest_at(place.backup);
    if (!made) {
        all.push_back({Health::Bad, of_backups, place.backup.string() + " 里还没有备份",
                       "运行 gongkai backup " + place.backup.string() + "，并设为每夜运行"});
        return;
    }
    const std::int64_t age = now - *made;
    const Health health = age > a_week ? Health::Bad : age > a_night ? Health::Note : Health::Good;
    all.push_back(
        {health, of_backups,
         place.backup.string() + " 里最新的备份是 " + std::to_string(age / hour) + " 小时以前的",
         health == Health::Good ? "" : "看每夜的备份为什么没有做成，先手工运行一次"});
}

Diagnoses diagnose(const DoctorPlace& place, std::int64_t now) {
    Diagnoses all;
    diagnose_settings(place, all);
    diagnose_folders(place, all);
    diagnose_store(place, all);
    diagnose_backup(place, now, all);
    diagnose_machine(place, now, all);
    return all;
}

}  // namespace gongkai::app
