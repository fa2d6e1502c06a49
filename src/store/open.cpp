#include "store/open.h"

#include <cstdlib>

#include "base/whole_number.h"
#include "store/migrations.h"
#include "store/postgres/postgres_database.h"
#include "store/report_library.h"
#include "store/sqlite/sqlite_database.h"
#include "store/store_failure.h"

namespace gongkai::store {

namespace {

constexpr int most_connections = 1000;

}  // namespace

Setting setting_of_environment() {
    Setting setting;
    if (const char* database = std::getenv("GONGKAI_DATABASE")) setting.database = database;
    if (const char* given = std::getenv("GONGKAI_DATABASE_CONNECTIONS")) {
        setting.connections = whole_number<decltype(setting.connections)>(given).value_or(0);
    }
    return setting;
}

bool exists(const Setting& setting, const std::filesystem::path& data_folder) {
    return !setting.database.empty() || std::filesystem::exists(data_folder / "gongkai.sqlite");
}

std::unique_ptr<Database> open_as_is(const Setting& setting, const std::filesystem::path& folder) {
    if (setting.database.empty()) {
        std::error_code fault;
        std::filesystem::create_directories(folder, fault);
        if (fault) throw_system_failure(fault.value(), folder.string());
        return open_sqlite(folder / "gongkai.sqlite");
    }
    if (!setting.database.starts_with("postgresql://") &&
        !setting.database.starts_with("postgres://"))
        throw StoreError("GONGKAI_DATABASE 应当不设，或者以 postgresql:// 开头");
    if (setting.connections < 1 || setting.connections > most_connections)
        throw StoreError("GONGKAI_DATABASE_CONNECTIONS 应当是 1 到 " +
                         std::to_string(most_connections) + " 的整数");
    return open_postgres(setting.database, setting.connections);
}

std::unique_ptr<Database> open(const Setting& setting, const std::filesystem::path& data_folder) {
    auto database = open_as_is(setting, data_folder);
    if (database->is_replica()) {
        check_version(*database);
    } else {
        migrate(*database);
        fold_names(*database);
    }
    return database;
}

}  // namespace gongkai::store
