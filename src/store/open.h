#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "store/database.h"

namespace gongkai::store {

struct Setting {
    std::string database;  // GONGKAI_DATABASE: empty, or postgresql://…
    int connections = 8;   // GONGKAI_DATABASE_CONNECTIONS: at most so many to the server at a time
};

// The setting as the environment of the program gives it.
Setting setting_of_environment();

// Whether there is a database to open; a server's always is.
bool exists(const Setting& setting, const std::filesystem::path& data_folder);

// The database as it is, which may be an older or a newer program's. Throws StoreError.
std::unique_ptr<Database> open_as_is(const Setting& setting,
                                     const std::filesystem::path& data_folder);

// The database that the setting names, brought to what this program needs. Without a setting it is
// gongkai.sqlite in the data folder, which is made. A replica is taken as it is. Throws StoreError.
std::unique_ptr<Database> open(const Setting& setting, const std::filesystem::path& data_folder);

}  // namespace gongkai::store
