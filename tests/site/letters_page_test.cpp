#include "organs/head_title.h"
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

        CHECK(!has(wrong, "<b>请修改：</b>"));

        const auto receipt = it.post(it.path("/write"), letter());
        CHECK(receipt.status == 200);
        CHECK(has(receipt, "<dt>标题</dt><dd>路灯&lt;不亮&gt;</dd>"));
        CHECK(has(receipt, "data-print"));
        CHECK(has(receipt, "<a href=\"" + it.path("/letters") + "\">返回互动交流</a>"));
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
        CHECK(has(tracked, "路灯&lt;不亮&gt;"));
        CHECK(!has(tracked, "13800000000"));
        const auto other =
            it.post(it.path("/write/track"), {{"number", "2025-0001"}, {"query_code", "AAAAAAAA"}});
        CHECK(other.status == 422);
        CHECK(has(other, "没有找到这件来信"));
    });
}

TEST_CASE("who writes can be found: a name, a telephone number, something that is said") {
    on_each_portal([](TestPortal& it) {
        auto typed = letter();
        typed[3].second = "x";
        typed[4].second = "１";
        typed[5].second = "没有";
        const auto wrong = it.post(it.path("/write"), typed);
        CHECK(wrong.status == 422);
        CHECK(has(wrong, "有 3 处填写有误，请修改"));
        CHECK(has(wrong, "内容太短"));
        CHECK(has(wrong, "姓名至少两个字，不能只写数字。"));
        CHECK(has(wrong, "电话应是7到15位数字"));
        for (const std::string_view phone : {"123456", "1234567890123456", "0000-12345a7"}) {
            typed = letter();
            typed[5].second = phone;
            CHECK(it.post(it.path("/write"), typed).status == 422);
        }
        typed = letter();
        typed[5].second = "（0000） 123－4567转8";
        CHECK(it.post(it.path("/write"), typed).status == 200);
    });
}

TEST_CASE("a form that is sent again gives the same receipt, to the browser that got it alone") {
    on_each_portal([](TestPortal& it) {
        const auto form = it.get(it.path("/write"));
        const auto cookie = form.header("Set-Cookie");
        const auto browser = std::string(cookie.substr(0, cookie.find(';')));
        auto typed = letter();
        typed.emplace_back("token", between(form.body, "name=\"token\" value=\"", "\""));
        CHECK(typed.back().second.size() == 48);
        const auto send = [&](const std::vector<http::Field>& headers) {
            http::Request request;
            request.method = "POST";
            request.path = it.path("/write");
            request.headers = headers;
            std::string sent;
            for (const auto& [name, value] : typed)
                sent +=
                    (sent.empty() ? "" : "&") + http::encoded(name) + "=" + http::encoded(value);
            request.body = std::move(sent);
            return it.site->answer(request);
        };
        const std::vector<http::Field> same{{"Cookie", browser}};
        const auto first = send(same), again = send(same);
        CHECK(first.status == 200);
        CHECK(again.status == 200);
        const auto code = between(first.body, "<dd class=\"code\">", "<");
        CHECK(code.size() == 8);
        CHECK(between(again.body, "<dd class=\"code\">", "<") == code);
        CHECK(has(again, "2025-0001"));
        // Another browser learns nothing of it.
        const auto other = send({});
        CHECK(other.status == 409);
        CHECK(!has(other, code));
        // Something else in the same form is another letter.
        typed[3].second = "门前路灯又不亮";
        const auto second = send(same);
        CHECK(second.status == 200);
        CHECK(has(second, "2025-0002"));
    });
}

TEST_CASE("a mailbox is called after the head of its body") {
    on_each_portal([](TestPortal& it) {
        const auto body = it.it.desks.organs.find(it.town).value();
        const auto form = it.get(it.path("/write"));
        CHECK(has(form, organs::head_title(body) + "信箱"));
        CHECK(has(form, "value=\"head_mailbox\""));
        CHECK(!has(form, "县长信箱"));
    });
}

TEST_CASE("what a body does not have leads to its own list, and empty fields say so") {
    on_each_portal([](TestPortal& it) {
        for (const auto& [path, list] : {std::pair{"/letters/2025-0001", "/letters"},
                                         std::pair{"/proposals/2025-0001", "/proposals"},
                                         std::pair{"/documents/9", "/documents"}}) {
            const auto missing = it.get(it.path(path));
            CHECK(missing.status == 404);
            CHECK(has(missing, "class=\"button\" href=\"" + it.path(list) + "\""));
            CHECK(!has(missing, "检查报告"));
        }
        const auto nobody = it.get("/organs/9-9");
        CHECK(nobody.status == 404);
        CHECK(has(nobody, "全部机关"));
        const auto blank = it.post(it.path("/write/track"), {{"number", ""}, {"query_code", ""}});
        CHECK(blank.status == 422);
        CHECK(has(blank, "请填写来信编号。"));
        CHECK(has(blank, "请填写查询码。"));
        CHECK(!has(blank, "没有找到"));
        const auto map = it.get("/sitemap");
        CHECK(has(map, "<a href=\"" + it.path("/letters") + "\">互动交流</a>"));
        CHECK(has(map, "<a href=\"" + it.path("/proposals") + "\">建议提案</a>"));
        const auto home = it.get(it.path());
        CHECK(has(home, it.path("/letters")));
        CHECK(has(home, it.path("/proposals")));
        const auto proposals = it.get(it.path("/proposals"));
        CHECK(has(proposals, "还没有公开建议提案的答复"));
        CHECK(!has(proposals, "查看全部"));
    });
}

TEST_CASE("figures of a year tell zero and none apart, and empty lists why they are") {
    on_each_portal([](TestPortal& it) {
        const auto empty = it.get(it.path("/letters"));
        CHECK(has(empty, "本单位还没有选登来信答复"));
        CHECK(has(it.get(it.path("/letters"), {{"q", "路灯"}}), "没有符合条件的公开答复"));
        (void)it.post(it.path("/write"), letter());
        const auto figures = it.get(it.path("/letter-figures"));
        CHECK(figures.status == 200);
        CHECK(has(figures, "2025年来信办理统计"));
        CHECK(has(figures, "<th scope=\"row\" class=\"num\">1月</th><td class=\"num\">1</td>"));
        // It is not due yet: there is nothing to count a share by.
        CHECK(!has(figures, "0.0%"));
        CHECK(has(figures, "<td class=\"num\">0</td><td class=\"num\">无</td>"));
        CHECK(!has(figures, "2月</th>"));  // it has not come
        CHECK(has(figures, "<th scope=\"col\" class=\"num\">收到（件）</th>"));
        for (const std::string year : {"2030", "2024", "1900"}) {
            const auto none = it.get(it.path("/letter-figures"), {{"year", year}});
            CHECK(has(none, year + "年没有来信办理的记录。"));
            CHECK(!has(none, "<table"));
        }
        CHECK(it.get(it.path("/letters/2025-0001")).status == 404);
        CHECK(it.get(it.path("/letters"), {{"after", "broken"}}).status == 200);
    });
}
