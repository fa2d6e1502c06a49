#include "stored_bytes_for_tests.h"

#include <fstream>
#include <iterator>

#include "base/sm3.h"

namespace gongkai::testing {

namespace {

bool in_files(const std::filesystem::path& folder, std::string_view text) {
    for (const auto& it : std::filesystem::recursive_directory_iterator(folder)) {
        if (!it.is_regular_file()) continue;
        std::ifstream in(it.path(), std::ios::binary);
        const std::string bytes{std::istreambuf_iterator<char>(in), {}};
        if (bytes.find(text) != bytes.npos) return true;
    }
    return false;
}

// Bytes are printed as hexadecimal digits in the text of a row.
bool in_tables(store::Database& database, std::string_view text) {
    const std::string digits = hex(text);
    for (const store::Row& table :
         database.run("SELECT table_name::text FROM information_schema.tables "
                      "WHERE table_schema = current_schema()",
                      {}))
        for (const store::Row& row :
             database.run("SELECT t::text FROM " + store::text(table[0]) + " t", {})) {
            const std::string& printed = store::text(row[0]);
            if (printed.find(text) != printed.npos || printed.find(digits) != printed.npos)
                return true;
        }
    return false;
}

}  // namespace

bool holds_bytes(const Place& place, store::Database& database, std::string_view text) {
    return place.engine == store::Database::Engine::Sqlite ? in_files(place.folder.path, text)
                                                           : in_tables(database, text);
}

}  // namespace gongkai::testing
