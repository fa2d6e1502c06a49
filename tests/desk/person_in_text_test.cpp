#include "desk/person_in_text.h"

#include <doctest/doctest.h>

using namespace gongkai;

namespace {

constexpr desk::PersonParts person{"欧阳明月", "13900001111", "云溪县柳河镇溪桥路58号3单元201室"};

std::string found(std::string text, const desk::PersonParts& who = person) {
    std::string all;
    const std::string texts[] = {"标题", std::move(text)};
    for (const std::string& part : desk::parts_found(texts, who))
        all += (all.empty() ? "" : "、") + part;
    return all;
}

}  // namespace

TEST_CASE("a text names its person whole or in part, however it is written") {
    const struct {
        const char* text;
        const char* found;
    } cases[] = {
        {"问：低保怎样申请？答：到村委会申请。", ""},
        {"欧阳明月您好", "姓名"},
        {"歐陽 明月：您好", "姓名"},
        {"欧阳先生反映", ""},
        {"电话13900001111", "电话"},
        {"电话 １３９-0000-1111。", "电话"},
        {"请拨 00001111", "电话"},
        {"请拨12345，0577-1234567", ""},
        {"139****1111", ""},
        {"住溪桥路58号", "地址"},
        {"住溪桥路 58 号", "地址"},
        {"溪桥路58", "地址"},
        // The street is what the letter is about; another house is another's.
        {"溪桥路的路灯不亮", ""},
        {"溪桥路588号", ""},
        {"溪桥路5号", ""},
        {"我叫欧阳明月，电话13900001111，住溪桥路58号", "姓名、电话、地址"},
    };
    for (const auto& c : cases) {
        CAPTURE(c.text);
        CHECK(found(c.text) == c.found);
    }
}

TEST_CASE("a name of one sign, a made-up name and a short number say nothing") {
    CHECK(found("王某反映", {"王", "", ""}) == "");
    CHECK(found("匿名群众来信", {"匿名", "", ""}) == "");
    CHECK(found("请拨139", {"", "139", ""}) == "");
    CHECK(found("来信人王伟", {"王 伟", "", ""}) == "姓名");
    CHECK(found("李四代表提出", {"张三、李四", "", ""}) == "姓名");
    CHECK(found("张三代表提出", {"张三 李四", "", ""}) == "姓名");
    CHECK(found("柳河村三组修路", {"", "", "柳河村三组"}) == "地址");
    CHECK(found("幸福小区3月停水", {"", "", "幸福小区3栋"}) == "");
    CHECK(found("幸福小区3栋停水", {"", "", "幸福小区3栋"}) == "地址");
    CHECK(found("任何内容", {}) == "");
}

TEST_CASE("the refusal says what to take out, and not what it is") {
    const std::string texts[] = {"欧阳明月来信", "电话13900001111"};
    const auto refused = desk::check_without_person(texts, person, "message.publish.person");
    REQUIRE(!refused.ok());
    CHECK(refused.error().code == "message.publish.person");
    CHECK(refused.error().message ==
          "拟公开的内容里还有登记时加密保存的姓名、电话。请删去后再提交。");
    CHECK(desk::check_without_person(std::span(texts).first(0), person, "").ok());
}
