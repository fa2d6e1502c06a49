#include "files/holiday_files.h"

#include <doctest/doctest.h>

#include <fstream>

namespace gongkai::files {
namespace {

// A folder that goes with the test.
struct Folder {
    std::filesystem::path path =
        std::filesystem::temp_directory_path() / ("gongkai-holidays-" + std::to_string(::rand()));
    Folder() {
        std::filesystem::remove_all(path);
        std::filesystem::create_directories(path);
    }
    ~Folder() { std::filesystem::remove_all(path); }
    void write(const std::string& name, std::string_view bytes) const {
        std::ofstream(path / name, std::ios::binary) << bytes;
    }
};

std::string notice(int year, std::string_view off, std::string_view work) {
    return "{\"year\":" + std::to_string(year) + ",\"version\":\"x\",\"source\":\"y\",\"off\":[" +
           std::string(off) + "],\"work\":[" + std::string(work) + "]}";
}

Date date(std::string_view text) { return parse_date(text).value(); }

TEST_CASE("the carried notices make a calendar") {
    const auto calendar = load_calendar();
    REQUIRE(calendar.ok());
    CHECK(calendar.value().known(date("2019-06-01")));
    CHECK(calendar.value().known(date("2026-06-01")));
    for (const auto& it : calendar.value().notices()) {
        CHECK(it.source.starts_with("国务院办公厅"));
        CHECK(it.version.size() >= 7);
    }
}

TEST_CASE("a folder adds years and replaces carried ones") {
    const Folder folder;
    folder.write("2027.json", notice(2027, "\"2027-01-01\"", ""));
    folder.write("changed.json", notice(2026, "", "\"2026-03-07\""));
    folder.write("notes.txt", "no notice");
    const auto calendar = load_calendar(folder.path).value();
    CHECK(calendar.kind(date("2027-01-01")) == law::DayKind::Holiday);
    CHECK(calendar.known(date("2027-12-31")));
    CHECK(calendar.kind(date("2026-03-07")) == law::DayKind::MakeUp);
    CHECK(calendar.kind(date("2026-10-01")) == law::DayKind::Working);
    CHECK(calendar.kind(date("2025-10-01")) == law::DayKind::Holiday);
}

TEST_CASE("bad files are refused with their name") {
    const std::pair<std::string, std::string_view> cases[] = {
        {"", "读不懂"},
        {"[]", "读不懂"},
        {"{", "读不懂"},
        {"{}", "year"},
        {"{\"year\":\"2027\"}", "year"},
        {"{\"year\":20270}", "year"},
        {"{\"year\":2027}", "version"},
        {"{\"year\":2027,\"version\":1}", "version"},
        {"{\"year\":2027,\"version\":\"x\",\"source\":\"y\"}", "off"},
        {"{\"year\":2027,\"version\":\"x\",\"source\":\"y\",\"off\":[]}", "work"},
        {notice(2027, "1", ""), "1 不是存在的日期"},
        {notice(2027, "\"2027-02-30\"", ""), "2027-02-30"},
        {notice(2027, "\"2027-05-01\",\"2027-05-01\"", ""), "两个 2027-05-01"},
        {notice(2027, "\"2029-05-01\"", ""), "2029年5月1日"},
        {notice(2027, "\"2027-05-01\"", "\"2027-05-01\""), "既列为放假"},
    };
    for (const auto& [bytes, part] : cases) {
        CAPTURE(bytes);
        const Folder folder;
        folder.write("next.json", bytes);
        const auto calendar = load_calendar(folder.path);
        REQUIRE(!calendar.ok());
        CHECK(calendar.error().message.starts_with("next.json："));
        CHECK(calendar.error().message.find(part) != std::string::npos);
    }
}

TEST_CASE("a file that is no notice has its code") {
    const Folder folder;
    folder.write("next.json", "[]");
    CHECK(load_calendar(folder.path).error().code == "holidays.malformed");
}

TEST_CASE("two files of one year and a folder that is not there are refused") {
    const Folder folder;
    folder.write("a.json", notice(2027, "", ""));
    folder.write("b.json", notice(2027, "", ""));
    CHECK(load_calendar(folder.path).error().message == "b.json：2027年的放假安排有两份");
    CHECK(load_calendar(folder.path / "gone").error().code == "holidays.no-folder");
}

}  // namespace
}  // namespace gongkai::files
