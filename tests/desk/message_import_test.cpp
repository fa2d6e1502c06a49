#include "desk/message_import.h"

#include <doctest/doctest.h>

#include <fstream>
#include <sstream>

#include "office_for_tests.h"

using namespace gongkai;
using namespace gongkai::testing;
using desk::ImportAction;

namespace {

const std::string header = "工单编号,来源,类别,收到日期,标题,内容,姓名,电话,要求答复,办理期限\r\n";

std::string line(const std::string& ticket, const std::string& rest) {
    return ticket + "," + rest + "\r\n";
}
const std::string good = "12345热线,求助,2025/3/3,路灯不亮,门前路灯不亮,王小明,13800000000,是,";

struct Imported {
    std::vector<std::string> fates;  // "create", "refused: why"
    desk::Import done;
};

Imported import(TestOffice& office, const journal::LogKey& town, const std::string& bytes,
                bool dry_run = false) {
    const auto done =
        office.desks.messages.import().run(TestOffice::at("2025-03-05"), town, bytes, dry_run);
    INFO((done.ok() ? "" : done.error().message));
    REQUIRE(done.ok());
    Imported it{{}, done.value()};
    for (const auto& row : done.value().rows) {
        std::string fate(name(row.action));
        for (const auto& message : row.messages)
            fate += (&message == &row.messages.front() ? ": " : "；") + message;
        it.fates.push_back(std::move(fate));
    }
    return it;
}

int on_record(TestOffice& office, const journal::LogKey& town) {
    return office.desks.messages.list(town, {}, day("2025-03-05")).value().count.number;
}

}  // namespace

TEST_CASE("each row's fate is told, and nothing is written while one is wrong") {
    on_each_office([](TestOffice& office) {
        const auto town = office.town();
        const struct {
            const char* what;
            std::string row, fate;
        } cases[] = {
            {"as the template has it", good, "create"},
            {"by the platform's words", "热线,意见建议,2025年3月3日,标题,内容如下,,,,", "create"},
            {"Excel's day", "书记信箱,咨询,45719,标题,内容如下,,,否,2025-03-20", "create"},
            {"no source", ",求助,2025-03-03,标题,内容如下,,,,", "refused: 缺少“来源”。"},
            {"another source", "来访,求助,2025-03-03,标题,内容如下,,,,",
             "refused: "
             "“来源”不能是“来访”，应是12345热线、书记信箱、县长信箱、网站留言、网站找错。"},
            {"another kind", "12345热线,表扬,2025-03-03,标题,内容如下,,,,",
             "refused: “类别”不能是“表扬”，应是咨询、求助、投诉、举报、建议。"},
            {"no day", "12345热线,求助,,标题,内容如下,,,,", "refused: 缺少“收到日期”。"},
            {"no such day", "12345热线,求助,2025-02-30,标题,内容如下,,,,",
             "refused: “收到日期”不能是“2025-02-30”，应写成 2026-03-02 或者 2026年3月2日 "
             "这样的日期。"},
            {"a day to come", "12345热线,求助,2025-03-06,标题,内容如下,,,,",
             "refused: “收到日期”2025年3月6日还没有到。请填写实际发生的日期，不能晚于今天。"},
            {"no title", "12345热线,求助,2025-03-03,,内容如下,,,,",
             "refused: 请填写标题，一句话说明什么事。"},
            {"no content", "12345热线,求助,2025-03-03,标题,,,,,",
             "refused: 请填写内容：时间、地点、事情和您的要求。"},
            {"neither yes nor no", "12345热线,求助,2025-03-03,标题,内容如下,,,大概,",
             "refused: “要求答复”不能是“大概”，应是“是”或者“否”。"},
            {"all that is wrong at once", "来访,求助,,标题,x,１,没有,大概,",
             "refused: "
             "“来源”不能是“来访”，应是12345热线、书记信箱、县长信箱、网站留言、网站找错。；"
             "“要求答复”不能是“大概”，应是“是”或者“否”。；缺少“收到日期”。"},
            {"as the telephone gave it", "12345热线,求助,2025-03-03,标题,路灯,王,匿名,,", "create"},
            {"a mailbox by its body's own name", "镇长信箱,咨询,2025-03-03,标题,内容如下,,,,",
             "create"},
            {"a term before it came", "12345热线,求助,2025-03-03,标题,内容如下,,,,2025-03-01",
             "refused: 派单时确定的期限不应早于收到日期2025年3月3日，也不应超过一年。"},
        };
        std::string all = header;
        std::vector<std::string> fates;
        for (std::size_t i = 0; i < std::size(cases); ++i) {
            all += line("T" + std::to_string(i), cases[i].row);
            fates.push_back(cases[i].fate);
        }
        const auto tried = import(office, town, all);
        REQUIRE(tried.fates.size() == fates.size());
        for (std::size_t i = 0; i < fates.size(); ++i) {
            CAPTURE(cases[i].what);
            CHECK(tried.fates[i] == fates[i]);
        }
        CHECK(!tried.done.written);
        CHECK(tried.done.refused == 11);
        CHECK(on_record(office, town) == 0);
    });
}

TEST_CASE("a file of titles alone holds nothing to import") {
    on_each_office([](TestOffice& office) {
        const auto town = office.town();
        const auto done =
            office.desks.messages.import().run(TestOffice::at("2025-03-05"), town, header, false);
        REQUIRE(!done.ok());
        CHECK(done.error().message == "文件中没有数据行。");
    });
}

TEST_CASE("a dry run writes nothing, the same for real writes all of it, and once") {
    on_each_office([](TestOffice& office) {
        const auto town = office.town();
        const auto bytes = header + line("T1", good) + line("T2", good) + line("", good);
        CHECK(import(office, town, bytes, true).done.created == 3);
        CHECK(on_record(office, town) == 0);
        CHECK(import(office, town, bytes).done.written);
        CHECK(on_record(office, town) == 3);
        // What has a number is known again; what has none cannot be.
        const auto again = import(office, town, bytes, true);
        CHECK(again.fates == std::vector<std::string>{
                                 "same: 这张工单已经登记，编号是 2025-0001，不再导入。",
                                 "same: 这张工单已经登记，编号是 2025-0002，不再导入。", "create"});
        const auto twice = import(office, town, header + line("T9", good) + line("T9", good));
        CHECK(twice.fates[1] == "refused: 工单编号“T9”在第 2 行已经有了。");
        CHECK(on_record(office, town) == 3);
    });
}

TEST_CASE("the template is a list that can be imported as it stands") {
    on_each_office([](TestOffice& office) {
        const auto town = office.town();
        const auto done = office.desks.messages.import().run(
            TestOffice::at("2026-03-02"), town, desk::MessageImport::file_template(), true);
        REQUIRE(done.ok());
        CHECK(done.value().created == 1);
        CHECK(done.value().refused == 0);
    });
}

TEST_CASE("a workbook is read as its sheet shows it, Excel's days too") {
    on_each_office([](TestOffice& office) {
        std::ifstream file(GONGKAI_SOURCE_DIR "/tests/desk/messages.xlsx", std::ios::binary);
        std::ostringstream bytes;
        bytes << file.rdbuf();
        const auto town = office.town();
        const auto done = import(office, town, bytes.str());
        CHECK(done.fates == std::vector<std::string>{"create", "create"});
        const auto page = office.desks.messages.list(town, {}, day("2025-03-05")).value();
        REQUIRE(page.rows.size() == 2);
        CHECK(page.rows[0].listed.ticket == "RX1");
        CHECK(page.rows[0].listed.received_on == day("2025-03-03"));
        CHECK(page.rows[1].listed.received_on == day("2025-03-04"));
    });
}
