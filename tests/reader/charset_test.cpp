#include <doctest/doctest.h>
#include <unicode/ucnv.h>

#include <random>
#include <string>

#include "reader/text/charset.h"
#include "samples.h"

namespace gongkai::reader {
namespace {

const std::string simplified =
    "云岭县人民政府信息公开工作年度报告\n本年度共收到政府信息公开申请三件，均已依法办理。\n";
const std::string traditional =
    "雲嶺縣人民政府信息公開工作年度報告\n本年度共收到政府信息公開申請三件，均已依法辦理。\n";

std::string in(const char* encoding, const std::string& utf8) {
    UErrorCode status = U_ZERO_ERROR;
    std::string bytes(utf8.size() * 4 + 16, '\0');
    const auto length =
        ucnv_convert(encoding, "UTF-8", bytes.data(), static_cast<std::int32_t>(bytes.size()),
                     utf8.data(), static_cast<std::int32_t>(utf8.size()), &status);
    bytes.resize(static_cast<std::size_t>(length));
    return bytes;
}

TEST_CASE("every encoding of Chinese is recognised without being named") {
    struct Row {
        const char* encoding;
        const std::string* text;
        const char* found;
    };
    const Row rows[] = {{"UTF-8", &simplified, "utf-8"},      {"gb18030", &simplified, "gb18030"},
                        {"GBK", &simplified, "gb18030"},      {"gb18030", &traditional, "gb18030"},
                        {"Big5", &traditional, "big5"},       {"UTF-16LE", &simplified, "utf-16le"},
                        {"UTF-16BE", &simplified, "utf-16be"}};
    for (const auto& row : rows) {
        CAPTURE(row.encoding);
        const auto decoded = decode(in(row.encoding, *row.text));
        REQUIRE(decoded.ok());
        CHECK(decoded.value().text == *row.text);
        CHECK(decoded.value().encoding == row.found);
    }
}

TEST_CASE("byte order marks are taken off") {
    CHECK(decode("\xEF\xBB\xBF" + simplified).value().text == simplified);
    CHECK(decode("\xFF\xFE" + in("UTF-16LE", simplified)).value().text == simplified);
    CHECK(decode("\xFE\xFF" + in("UTF-16BE", simplified)).value().text == simplified);
}

TEST_CASE("a declared encoding that lies is noted and not believed") {
    const std::string head = "<html><head><meta charset=\"";
    const auto lie = read(head + "gb2312\"></head><body><p>" + simplified + "</p></body></html>");
    REQUIRE(lie.ok());
    REQUIRE(lie.value().notes.size() == 1);
    CHECK(lie.value().notes[0].id == "encoding-lies");
    const auto page = head + "utf-8\"></head><body><p>" + simplified + "</p></body></html>";
    CHECK(read(in("gb18030", page)).value().notes.size() == 1);
    CHECK(read(page).value().notes.empty());
}

TEST_CASE("gb2312 is read as GB 18030, whose signs pages use under the old name") {
    const std::string page =
        "<html><head><meta "
        "charset=gb2312></head><body><p>东坝镇㙍头村政府信息公开</p></body></html>";
    const auto document = read(in("gb18030", page));
    REQUIRE(document.ok());
    CHECK(document.value().notes.empty());
    CHECK(samples::shown(document.value()) == "P 东坝镇㙍头村政府信息公开\n");
}

TEST_CASE("UTF-8 that was cut or hurt in a few places stays UTF-8") {
    const auto cut = decode(simplified.substr(0, simplified.size() - 3));
    REQUIRE(cut.ok());
    CHECK(cut.value().encoding == "utf-8");
    CHECK(cut.value().notes.size() == 1);
}

TEST_CASE("noise is no text") {
    std::mt19937 random(7);
    std::string noise(20000, '\0');
    for (auto& byte : noise) {
        byte = static_cast<char>(random());
    }
    CHECK(decode(noise).error().code == "reader.unknown-format");
    CHECK(decode(std::string(5000, '\0')).error().code == "reader.unknown-format");
}

}  // namespace
}  // namespace gongkai::reader
