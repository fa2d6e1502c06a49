#include "desk/organ_import.h"

#include <doctest/doctest.h>

#include "office_for_tests.h"

using namespace gongkai;
using namespace gongkai::testing;
using desk::ImportAction;
using desk::ImportRow;

namespace {

const std::string header =
    "机关名称,机关类别,级别,区划代码,成立日期,工作机构,办公地址,联系电话,统一社会信用代码,"
    "上级机关\r\n";

std::string line(const std::string& name, const std::string& credit = "",
                 const std::string& parent = "") {
    return name + ",人民政府,乡镇级,900121103000,2019-05-15,党政办公室,人民路1号,0000-1234567," +
           credit + "," + parent + "\r\n";
}

const std::string county =
    "云溪县人民政府办公室,人民政府办公厅（室）,县级,900121000000,2019-05-15,政务公开股,"
    "\"县府大院\n\"\"一号楼\"\"，二层\",0000-7654321,,\r\n";

desk::OrganImport import(TestOffice& it, const std::string& csv, bool dry_run = false) {
    const auto done =
        it.desks.organs.import_list(TestOffice::at("2026-01-05"), region, csv, dry_run);
    INFO((done.ok() ? "" : done.error().message));
    REQUIRE(done.ok());
    return done.value();
}

std::string refusal(TestOffice& it, const std::string& csv) {
    const auto done = it.desks.organs.import_list(TestOffice::at("2026-01-05"), region, csv, false);
    return done.ok() ? "" : done.error().code;
}

std::vector<organs::Organ> bodies(TestOffice& it) {
    std::vector<organs::Organ> all;
    it.ledger.look([&](const journal::View& view) { all = it.organs.all(view, region); });
    return all;
}

bool says(const ImportRow& row, std::string_view words) {
    for (const auto& message : row.messages)
        if (message.find(words) != std::string::npos) return true;
    return false;
}

}  // namespace

TEST_CASE("a list of bodies comes in whole, superiors wherever they stand") {
    on_each_office([](TestOffice& it) {
        const auto csv = header + line("云溪县柳河镇人民政府", "", "云溪县人民政府办公室") + county;
        const auto tried = import(it, csv, true);
        CHECK(tried.created == 2);
        CHECK_FALSE(tried.written);
        CHECK(bodies(it).empty());
        CHECK(import(it, csv).written);
        const auto all = bodies(it);
        REQUIRE(all.size() == 2);
        CHECK(all[0].contact.address == "县府大院\n\"一号楼\"，二层");
        CHECK(all[1].parent == all[0].key.organ);

        const auto again = import(it, csv);
        CHECK(again.rows[0].action == ImportAction::Same);
        auto moved = csv;
        moved.replace(moved.find("人民路1号"), std::string("人民路1号").size(), "人民路9号");
        const auto changed = import(it, moved);
        CHECK(changed.changed == 1);
        CHECK(says(changed.rows[0], "办公地址：人民路1号 → 人民路9号"));
        CHECK(bodies(it)[1].contact.address == "人民路9号");
    });
}

TEST_CASE("a blank cell leaves what is known as it is") {
    on_each_office([](TestOffice& it) {
        REQUIRE(import(it, header + line("云溪县柳河镇人民政府")).written);
        auto blank = header + line("云溪县柳河镇人民政府");
        blank.erase(blank.find("0000-1234567"), std::string("0000-1234567").size());
        CHECK(import(it, blank).rows[0].action == ImportAction::Same);
        CHECK(bodies(it)[0].contact.phone == "0000-1234567");
    });
}

TEST_CASE("one wrong row and nothing is written, and every wrong row is named") {
    on_each_office([](TestOffice& it) {
        const auto csv = header + county + line("柳河镇", "11900121MB00000001") +
                         line("青石乡", "", "没有这个机关") + line("云溪县人民政府办公室") +
                         "白水乡,镇政府,乡镇级,900121103000,2019-05-15,办公室,一号,1,,\r\n" +
                         "红土乡,人民政府,乡镇级,900121103000,2019年,办公室,一号,1,,\r\n" +
                         "黑土乡,人民政府,乡镇级,9001,2019-05-15,办公室,一号,1,,\r\n";
        const auto done = import(it, csv);
        CHECK(done.created == 1);
        CHECK(done.refused == 6);
        CHECK_FALSE(done.written);
        CHECK(bodies(it).empty());
        CHECK(says(done.rows[1], "校验码"));
        CHECK(says(done.rows[2], "“没有这个机关”不存在"));
        CHECK(says(done.rows[3], "第 2 行已经有了"));
        CHECK(says(done.rows[4], "机关类别"));
        CHECK(says(done.rows[5], "成立日期"));
        CHECK(says(done.rows[6], "区划代码"));
        // The quoted line break counts as one.
        CHECK(done.rows[1].line == 4);
    });
}

TEST_CASE("a row with the name of one body and the credit code of another is refused") {
    on_each_office([](TestOffice& it) {
        const std::string first = "11900121MB00000039", second = "11900121MB00000026";
        REQUIRE(import(it, header + line("甲", first) + line("乙", second)).written);
        const auto mixed = import(it, header + line("甲", second));
        CHECK(mixed.refused == 1);
        CHECK(says(mixed.rows[0], "统一社会信用代码却是“乙”的"));
        CHECK_FALSE(mixed.written);
        CHECK(bodies(it)[0].credit_code == first);
    });
}

TEST_CASE("every column goes where it belongs") {
    on_each_office([](TestOffice& it) {
        REQUIRE(import(it,
                       "机关名称,机关类别,级别,区划代码,成立日期,工作机构,办公地址,办公时间,"
                       "联系电话,传真,网址,复议机关,管辖法院\r\n"
                       "柳河镇,人民政府,乡镇级,900121103000,2019-05-15,党政办,人民路1号,工作日,"
                       "0000-1,0000-2,https://a.invalid,县政府,县法院\r\n")
                    .written);
        const organs::Organ body = bodies(it).at(0);
        CHECK(body.contact.unit == "党政办");
        CHECK(body.contact.address == "人民路1号");
        CHECK(body.contact.hours == "工作日");
        CHECK(body.contact.phone == "0000-1");
        CHECK(body.contact.fax == "0000-2");
        CHECK(body.contact.web == "https://a.invalid");
        CHECK(body.remedies.review_organ == "县政府");
        CHECK(body.remedies.court == "县法院");
    });
}

TEST_CASE("two bodies above each other are refused") {
    on_each_office([](TestOffice& it) {
        REQUIRE(import(it, header + line("甲") + line("乙", "", "甲")).written);
        const auto turned = import(it, header + line("甲", "", "乙"));
        CHECK(turned.refused == 1);
        CHECK(says(turned.rows[0], "不能作它的上级"));
        CHECK(import(it, header + line("丙", "", "丁") + line("丁", "", "丙")).refused == 2);
    });
}

TEST_CASE("a list in GBK is read, one that is none is refused in words") {
    on_each_office([](TestOffice& it) {
        // 机关名称,... 柳河镇 in GBK, with one body.
        const std::string gbk =
            "\xBB\xFA\xB9\xD8\xC3\xFB\xB3\xC6,\xBB\xFA\xB9\xD8\xC0\xE0\xB1\xF0,\xBC\xB6\xB1\xF0,"
            "\xC7\xF8\xBB\xAE\xB4\xFA\xC2\xEB,\xB3\xC9\xC1\xA2\xC8\xD5\xC6\xDA,"
            "\xB9\xA4\xD7\xF7\xBB\xFA\xB9\xB9,\xB0\xEC\xB9\xAB\xB5\xD8\xD6\xB7,"
            "\xC1\xAA\xCF\xB5\xB5\xE7\xBB\xB0\n"
            "\xC1\xF8\xBA\xD3\xD5\xF2,\xC8\xCB\xC3\xF1\xD5\xFE\xB8\xAE,\xCF\xE7\xD5\xF2\xBC\xB6,"
            "900121103000,2019-05-15,\xB0\xEC\xB9\xAB\xCA\xD2,\xD2\xBB\xBA\xC5,1\n";
        CHECK(import(it, gbk).created == 1);
        CHECK(bodies(it)[0].name == "柳河镇");
        CHECK(refusal(it, "") == "import.format");
        CHECK(refusal(it, "机关名称\n甲\n") == "import.columns");
        CHECK(refusal(it, "机关名称,机关名称\n甲,乙\n") == "import.columns");
        CHECK(refusal(it, "颜色\n红\n") == "import.columns");
        CHECK(refusal(it, header + "\"柳河镇,1\r\n") == "csv.quote");
        CHECK(refusal(it, header + "柳河镇,1\r\n") == "csv.columns");
        CHECK(bodies(it).size() == 1);
    });
}
