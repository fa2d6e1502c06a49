#include "files/place_settings.h"

#include <algorithm>

#include "base/embedded.h"
#include "base/regular_file.h"

namespace gongkai::files {

Result<SettingsFile> settings_of_place(const std::filesystem::path& data, std::string_view name) {
    const auto own = data / "settings" / name;
    std::error_code ignored;  // what cannot be looked at is told where it is opened
    if (!data.empty() && std::filesystem::exists(own, ignored)) {
        auto bytes = read_regular_file(own, "设置文件", most_of_settings);
        if (!bytes.ok())
            return Error{ErrorKind::Invalid, "settings.unreadable", bytes.error().message};
        return SettingsFile{own.string(), std::move(bytes.value())};
    }
    const auto carried = embedded::settings::all();
    const auto its = std::ranges::find(carried, name, &embedded::File::name);
    if (its == carried.end())
        return Error{ErrorKind::Unavailable, "settings.missing",
                     "程序里没有设置文件 " + std::string(name)};
    return SettingsFile{std::string(name), std::string(its->bytes)};
}

Error in_file(const SettingsFile& file, const Error& fault) {
    Error named = fault;
    named.message = file.name + "：" + fault.message;
    return named;
}

}  // namespace gongkai::files
