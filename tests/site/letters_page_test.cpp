#include "portal_for_tests.h"

using namespace gongkai;
using namespace gongkai::testing;

namespace {

std::vector<std::pair<std::string, std::string>> letter() {
    return {{"source", "website"},   {"matter", "help"},
            {"title", "路灯<不亮>"}, {"content", "门前路灯不亮"},
            {"name", "王小明"},      {"phone", "13800000000"},
            {"address", ""},         {"reply", "1"}};
}

}  // namespace

TEST_CASE("a letter is written without script, keeps what was typed, and gives its receipt") {
    on_each_portal([](TestPortal& it) {
        CHECK(has(it.get(it.path()), it.path("/letters")));
        CHECK(it.get(it.path("/write")).status == 200);
        auto typed = letter();
        typed[4].second = "";
        typed[1].second = "praise";
        const auto wrong = it.post(it.path("/write"), typed);
        CHECK(wrong.status == 422);
        CHECK(has(wrong, "请填写姓名"));
        CHECK(has(wrong, "请选择来信的类别"));
        CHECK(has(wrong, "有 2 处填写有误，请修改"));
        CHECK(has(wrong, "路灯&lt;不亮&gt;"));
        CHECK(has(wrong, "门前路灯不亮"));
        CHECK(has(wrong, "13800000000"));

        const auto receipt = it.post(it.path("/write"), letter());
        CHECK(receipt.status == 200);
        CHECK(receipt.header("Cache-Control") == "no-store");
        CHECK(has(receipt, "2025-0001"));
        // 15 working days after 15 January 2025, over the Spring Festival: by hand from the
        // notice, 26 January and 8 February are worked.
        CHECK(has(receipt, "2025年2月11日"));
        const auto code = between(receipt.body, "<dd class=\"code\">", "<");
        CHECK(code.size() == 8);
        CHECK(it.post(it.path("/write"), letter()).status == 409);

        CHECK(it.get(it.path("/write/track")).status == 200);
        const auto tracked =
            it.post(it.path("/write/track"), {{"number", "2025-0001"}, {"query_code", code}});
        CHECK(tracked.status == 200);
        CHECK(has(tracked, "待受理"));
        CHECK(!has(tracked, "13800000000"));
        const auto other =
            it.post(it.path("/write/track"), {{"number", "2025-0001"}, {"query_code", "AAAAAAAA"}});
        CHECK(other.status == 422);
        CHECK(has(other, "没有找到这件来信"));
    });
}

TEST_CASE("figures of a year tell zero and none apart, and empty lists why they are") {
    on_each_portal([](TestPortal& it) {
        const auto empty = it.get(it.path("/letters"));
        CHECK(has(empty, "没有符合条件的公开答复"));
        (void)it.post(it.path("/write"), letter());
        const auto figures = it.get(it.path("/letter-figures"));
        CHECK(figures.status == 200);
        CHECK(has(figures, "2025年来信办理统计"));
        CHECK(has(figures, "<th scope=\"row\" class=\"num\">1月</th><td class=\"num\">1</td>"));
        CHECK(has(figures, "<td class=\"num\">0.0%</td><td class=\"num\">无</td>"));
        CHECK(!has(figures, "2月</th>"));  // it has not come
        CHECK(it.get(it.path("/letters/2025-0001")).status == 404);
        CHECK(it.get(it.path("/letters"), {{"after", "broken"}}).status == 200);
    });
}
