#pragma once

#include <span>
#include <string_view>

// Files that the build compiles into the program (cmake/embed.cmake), so that it runs alone.
namespace gongkai::embedded {

struct File {
    std::string_view name;  // without its folder
    std::string_view bytes;
};

namespace forms {
std::span<const File> all();  // data/forms
}
namespace letters {
std::span<const File> all();  // data/letters
}
namespace holidays {
std::span<const File> all();  // data/holidays
}
namespace settings {
std::span<const File> all();  // data/settings
}
namespace sqlite_migrations {
std::span<const File> all();  // src/store/migrations/sqlite
}
namespace postgres_migrations {
std::span<const File> all();  // src/store/migrations/postgres
}
namespace web {
std::span<const File> all();  // style sheets and scripts of the portal
}
namespace console {
std::span<const File> all();  // the staff console as built by npm; empty where it was not
}
namespace api {
std::span<const File> all();  // data/web/api_schemas.json
}

}  // namespace gongkai::embedded
