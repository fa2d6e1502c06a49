#include "app/doctor.h"
#include "store/checkpoint/checkpoints.h"
#include "store/installation.h"
#include "store/migrations.h"
#include "store/open.h"

// The database and what it is held against.
namespace gongkai::app {

namespace {

constexpr std::string_view of_database = "数据库", of_checkpoints = "检查点";

// Without the key nothing can be held against it; that it is missing is said elsewhere.
void diagnose_belongings(store::Database& database, const DoctorPlace& place, Diagnoses& all) {
    const store::Belongings it{place.office.data, key_of(place.office)};
    if (const auto ours = store::check_folder(database, it); !ours.ok()) {
        all.push_back({Health::Bad, of_database, ours.error().message, "按提示处理"});
        return;
    }
    const auto key = store::VaultKey::load(it.key, it.data);
    if (!key.ok()) return;
    if (const auto fits = store::check_key(database, key.value(), it); !fits.ok()) {
        all.push_back({Health::Bad, of_database, fits.error().message, "按提示处理"});
        return;
    }
    store::Checkpoints checkpoints(database, key.value(), checkpoint_of(place.office));
    const auto sentences = store::sentences(checkpoints.hold());
    for (const auto& what : sentences)
        all.push_back({Health::Bad, of_checkpoints, what,
                       "恢复较新的数据；核实后确要从现在继续，用 gongkai checkpoint resume"});
    if (sentences.empty())
        all.push_back({Health::Good, of_checkpoints,
                       checkpoints.file().string() + "，工作记录没有变短，也没有改动", ""});
}

std::string engine_of(const OfficePlace& place) {
    return place.setting.database.empty() ? "SQLite" : "PostgreSQL";
}

void diagnose_database(store::Database& database, const DoctorPlace& place, Diagnoses& all) {
    const int taken = store::taken_version(database);
    const int known = store::newest_version(database.engine());
    const std::string is = engine_of(place.office) + "，版本 " + std::to_string(taken);
    if (taken > known)
        all.push_back({Health::Bad, of_database,
                       is + "，本程序只认识到 " + std::to_string(known) + "：它被较新的程序打开过",
                       "改用较新的程序，或者恢复升级以前的备份"});
    if (taken < known)
        all.push_back({Health::Note, of_database, is + "，启动时会升级到 " + std::to_string(known),
                       "启动以前先备份一次"});
    if (taken != known) return;
    all.push_back({Health::Good, of_database, is + "，可以打开", ""});
    diagnose_belongings(database, place, all);
}

}  // namespace

void diagnose_store(const DoctorPlace& place, Diagnoses& all) {
    if (!store::exists(place.office.setting, place.office.data)) {
        all.push_back({Health::Note, of_database, "还没有数据库；第一次启动时会建立",
                       "如果应当有数据，请核对 data，或者用 gongkai restore 恢复"});
        return;
    }
    try {
        diagnose_database(*store::open_as_is(place.office.setting, place.office.data), place, all);
    } catch (const store::StoreError& fault) {
        // That the store is away is what was asked.
        all.push_back({Health::Bad, of_database, fault.what(),
                       "看数据库是不是在运行，地址、口令和权限对不对"});
    }
}

}  // namespace gongkai::app
