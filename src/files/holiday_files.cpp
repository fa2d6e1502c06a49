#include "files/holiday_files.h"

#include <algorithm>
#include <map>

#include "base/embedded.h"
#include "base/regular_file.h"
#include "files/json_text.h"

namespace gongkai::files {

using law::Calendar;
using law::Notice;

namespace {

Error malformed(std::string message) {
    return {ErrorKind::Invalid, "holidays.malformed", std::move(message)};
}

Result<std::string> text(const json::Object& object, std::string_view key) {
    const auto* it = object.find(key);
    if (!it || !it->is<std::string>() || it->as<std::string>().empty())
        return malformed("缺少“" + std::string(key) + "”，或者不是文字");
    return it->as<std::string>();
}

Result<std::vector<Date>> dates(const json::Object& object, std::string_view key) {
    const auto* it = object.find(key);
    if (!it || !it->is<json::Array>())
        return malformed("缺少“" + std::string(key) + "”，或者不是日期清单");
    std::vector<Date> days;
    for (const auto& value : it->as<json::Array>()) {
        const auto day =
            value.is<std::string>() ? parse_date(value.as<std::string>()) : std::nullopt;
        if (!day)
            return malformed("“" + std::string(key) + "”里的 " + json_text(value) +
                             " 不是存在的日期（YYYY-MM-DD）");
        days.push_back(*day);
    }
    std::ranges::sort(days);
    if (const auto twice = std::ranges::adjacent_find(days); twice != days.end())
        return malformed("“" + std::string(key) + "”里有两个 " + iso(*twice));
    return days;
}

// A notice with the name of its file, which a refusal begins with.
Result<Notice> named(std::string_view bytes, const std::string& name) {
    auto notice = parse_notice(bytes);
    if (!notice.ok())
        return Error{notice.error().kind, notice.error().code,
                     name + "：" + notice.error().message};
    if (const auto alone = Calendar::from_notices({notice.value()}); !alone.ok())
        return Error{ErrorKind::Invalid, alone.error().code, name + "：" + alone.error().message};
    return notice;
}

Result<std::vector<Notice>> notices_of(const std::filesystem::path& folder) {
    std::error_code gone;
    std::vector<std::filesystem::path> paths;
    for (const auto& entry : std::filesystem::directory_iterator(folder, gone))
        if (entry.path().extension() == ".json") paths.push_back(entry.path());
    if (gone)
        return Error{ErrorKind::NotFound, "holidays.no-folder",
                     "打不开放假安排文件夹“" + folder.string() + "”"};
    std::ranges::sort(paths);

    std::vector<Notice> notices;
    notices.reserve(paths.size());
    for (const auto& path : paths) {
        const std::string name = path.filename().string();
        GK_TRY(bytes, read_regular_file(path, "放假安排文件", most_of_settings));
        GK_TRY(notice, named(bytes, name));
        if (std::ranges::count(notices, notice.year, &Notice::year))
            return malformed(name + "：" + std::to_string(notice.year) + "年的放假安排有两份");
        notices.push_back(std::move(notice));
    }
    return notices;
}

}  // namespace

Result<Notice> parse_notice(std::string_view bytes) {
    const auto parsed = parse_json(bytes);
    if (!parsed.ok()) return malformed("放假安排文件读不懂，" + parsed.error().message);
    if (!parsed.value().is<json::Object>()) return malformed("放假安排文件读不懂，不是 JSON 对象");
    const auto& object = parsed.value().as<json::Object>();
    const auto* year = object.find("year");
    if (!year || !year->is<std::int64_t>() || year->as<std::int64_t>() < 1950 ||
        year->as<std::int64_t>() > 2200)
        return malformed("缺少“year”，或者不是年份");
    GK_TRY(version, text(object, "version"));
    GK_TRY(source, text(object, "source"));
    GK_TRY(off, dates(object, "off"));
    GK_TRY(work, dates(object, "work"));
    return Notice{int(year->as<std::int64_t>()), std::move(version), std::move(source),
                  std::move(off), std::move(work)};
}

Result<Calendar> load_calendar(const std::filesystem::path& extra) {
    std::map<int, Notice> by_year;
    for (const auto& [name, bytes] : embedded::holidays::all()) {
        GK_TRY(notice, named(bytes, std::string(name)));
        by_year.insert_or_assign(notice.year, std::move(notice));
    }
    if (!extra.empty()) {
        GK_TRY(others, notices_of(extra));
        for (Notice& it : others)
            by_year.insert_or_assign(it.year, std::move(it));
    }
    std::vector<Notice> notices;
    notices.reserve(by_year.size());
    for (auto& [year, notice] : by_year)
        notices.push_back(std::move(notice));
    return Calendar::from_notices(std::move(notices));
}

}  // namespace gongkai::files
