#include "portal_for_tests.h"

using namespace gongkai;
using namespace gongkai::testing;
using Fields = std::vector<std::pair<std::string, std::string>>;

namespace {

const Fields answers = {{"kind", "natural_person"},     {"name", "王小明"},
                        {"id_number", "护照E00000001"}, {"subject", "2024年村级财务收支情况"},
                        {"wished", "online"},           {"email", "xiaoming@example.cn"},
                        {"phone", "13800000000"},       {"token", "FORM1"}};

// The answers with some of them changed, from a step, on the way somewhere.
Fields form(const std::string& step, const std::string& go, const Fields& changed = {}) {
    Fields all = answers;
    for (const auto& [name, value] : changed) {
        std::erase_if(all, [&](const auto& each) { return each.first == name; });
        all.emplace_back(name, value);
    }
    all.emplace_back("step", step);
    all.emplace_back("go", go);
    return all;
}

std::size_t requests_of(TestPortal& portal) {
    std::size_t count = 0;
    portal.it.ledger.look([&](const journal::View& view) {
        count = portal.it.requests.all(view, portal.town).size();
    });
    return count;
}

struct Keys {
    std::string number, code;
};
Keys keys_of(const http::Response& receipt) {
    return {between(receipt.body, "申请编号</dt><dd>", "<"),
            between(receipt.body, "<dd class=\"code\">", "<")};
}

// An act of the clerk's, today.
void record(TestPortal& it, const requests::RequestKey& key, requests::Kinds what,
            const std::string& words = {}) {
    const auto seen = it.it.desks.requests.open(key).value().request.acts().size();
    requests::Act act;
    act.what = std::move(what);
    act.on = day(it.today);
    act.words = records::in_clear(words);
    const auto done =
        it.it.desks.requests.act_on(TestOffice::at(it.today, "account/77"), key, act, seen);
    REQUIRE(done.ok());
}

}  // namespace

TEST_CASE("a citizen applies step by step, and nothing of him is in an address") {
    on_each_portal([](TestPortal& it) {
        CHECK(has(it.get(it.path("/apply")), "申请人是谁"));
        Fields told = {{"step", "kind"}, {"go", "next"}, {"kind", "natural_person"}};
        auto page = it.post(it.path("/apply"), told);
        CHECK(has(page, "申请人的姓名和证件"));
        told = {{"step", "who"},
                {"go", "next"},
                {"kind", "natural_person"},
                {"name", "王小明"},
                {"id_number", "护照E00000001"}};
        page = it.post(it.path("/apply"), told);
        CHECK(has(page, "想要什么信息"));
        CHECK(has(page, "<input type=\"hidden\" name=\"name\" value=\"王小明\">"));
        page = it.post(it.path("/apply"), form("how", "next"));
        CHECK(has(page, "请核对，再提交"));
        CHECK(has(page, "xiaoming@example.cn"));
        CHECK(page.header("Cache-Control") == "no-store");

        page = it.post(it.path("/apply"), form("check", "submit"));
        REQUIRE(page.status == 200);
        CHECK(page.header("Cache-Control") == "no-store");
        CHECK(page.header("Location") == "");
        CHECK(keys_of(page).number == "2025-0001");
        CHECK(keys_of(page).code.size() == 8);
        // Reg. 31(3): the term begins when both sides have confirmed.
        CHECK(has(page, "双方确认之日为收到申请之日"));
        CHECK(has(page, "应于2025年2月18日（星期二）前答复"));
        CHECK(has(page, "记录摘要（SM3）"));
        for (const auto& [name, value] : page.headers)
            for (const auto* canary : {"王小明", "E00000001", "13800000000"})
                CHECK(value.find(canary) == value.npos);
        for (const auto* canary : {"王小明", "E00000001", "13800000000", "xiaoming"})
            CHECK_MESSAGE(!has(page, canary), canary);
    });
}

TEST_CASE("what a citizen says reaches the office as it was said") {
    on_each_portal([](TestPortal& it) {
        const auto keys = keys_of(it.post(it.path("/apply"), form("check", "submit",
                                                                  {{"wished", "post"},
                                                                   {"address", "柳河村1号"},
                                                                   {"agent", "李代理"},
                                                                   {"needs_help", "1"}})));
        const auto opened =
            it.it.desks.requests.open(requests::RequestKey{it.town, keys.number}).value();
        const auto who = opened.applicant();
        REQUIRE(who);
        CHECK(who->name == "王小明");
        // The whole number is for whoever asks for it and is recorded.
        CHECK(it.it.desks.person_openings.open(TestOffice::at("2025-01-15"), opened.request.key())
                  .value() == "护照E00000001");
        CHECK(who->phone == "13800000000");
        CHECK(who->email == "xiaoming@example.cn");
        CHECK(who->address == "柳河村1号");
        CHECK(who->agent == "李代理");
        const auto& application = application_of(opened.request);
        CHECK(application.needs_help);  // Reg. 43
        CHECK(application.wished == requests::Delivery::Post);
        CHECK(application.channel == requests::Channel::Internet);
        CHECK(application.applicant_kind == requests::ApplicantKind::NaturalPerson);
    });
}

TEST_CASE("an applicant reads whether the answer came in time") {
    on_each_portal([](TestPortal& it) {
        for (const auto& [on, said] :
             {std::pair("2025-02-18", "已按期答复"), {"2025-02-19", "已答复，超过了期限"}}) {
            CAPTURE(on);
            it.today = "2025-01-15";
            const auto keys = keys_of(it.post(
                it.path("/apply"), form("check", "submit", {{"token", on}, {"subject", on}})));
            const requests::RequestKey key{it.town, keys.number};
            record(it, key, requests::Confirm{});
            it.today = on;
            record(it, key, testing::said(decide(day(on)), "").what, "说明");
            record(it, key, requests::Deliver{});
            CHECK(has(
                it.post(it.path("/track"), {{"number", keys.number}, {"query_code", keys.code}}),
                said));
        }
    });
}

TEST_CASE("an applicant is not told of an act that was found wrong") {
    on_each_portal([](TestPortal& it) {
        const auto keys = keys_of(it.post(it.path("/apply"), form("check", "submit")));
        const requests::RequestKey key{it.town, keys.number};
        const auto page = [&] {
            return it.post(it.path("/track"), {{"number", keys.number}, {"query_code", keys.code}});
        };
        record(it, key, requests::Confirm{});
        record(it, key, requests::AskCorrection{day("2025-02-10")}, "请写明是哪个村");
        CHECK(has(page(), "请您补正申请"));
        record(it, key, records::Annul{{2}}, "登记到别的申请去了");
        CHECK(!has(page(), "请您补正申请"));
        CHECK(!has(page(), "请写明是哪个村"));
        CHECK(!has(page(), "登记到别的申请去了"));
    });
}

TEST_CASE("what is missing or wrong is named on top and at its field, and values stay") {
    on_each_portal([](TestPortal& it) {
        struct Wrong {
            std::string step, field, value, said;
        };
        const Wrong all[] = {
            {"kind", "kind", "", "请选择申请人是谁"},
            {"kind", "kind", "martian", "请选择申请人是谁"},
            {"who", "name", " 　", "请填写申请人的姓名"},
            {"who", "id_number", "", "请填写证件号码"},
            {"who", "id_number", "110101199003070000", "校验位不对"},
            {"what", "subject", "", "请写明所需政府信息的名称"},
            {"what", "description", std::string(5001, 'x'), "太长，请不超过5000个字"},
            {"what", "description", "\xFF\xFE", "不能识别的字符"},
            {"who", "name", "王小明\n申请人：李四", "“姓名或者名称”只能写一行"},
            {"who", "name", std::string(300, 'x'), "太长，请不超过100个字"},
            {"how", "address", std::string(300, 'x'), "太长，请不超过200个字"},
            {"how", "address", "柳河镇\t1号", "“通信地址”只能写一行"},
            {"how", "wished", "", "请选择怎样给您"},
            {"how", "wished", "entrusted", "请选择怎样给您"},
            {"how", "email", "", "选了发到电子邮箱"},
            {"how", "email", "xiaoming", "电子邮箱的写法不对"},
            {"how", "wished", "post", "选了邮寄，请填写通信地址"},
        };
        for (const auto& wrong : all) {
            CAPTURE(wrong.said);
            const auto page =
                it.post(it.path("/apply"), form(wrong.step, "next", {{wrong.field, wrong.value}}));
            CHECK(page.status == 422);
            CHECK(has(page, wrong.said));
            CHECK(has(page, "role=\"alert\""));
            CHECK(has(page, "<title>请修改"));
            CHECK(has(page, "13800000000"));
            // Submitting does not pass by what the steps ask.
            const auto late =
                it.post(it.path("/apply"), form("check", "submit", {{wrong.field, wrong.value}}));
            CHECK(late.status == 422);
            CHECK(has(late, wrong.said));
        }
        const auto silent =
            it.post(it.path("/apply"),
                    form("how", "next", {{"phone", ""}, {"email", ""}, {"wished", "direct"}}));
        CHECK(has(silent, "请至少填写一种联系方式"));
        CHECK(has(silent, "<a href=\"#phone\">"));
        CHECK(requests_of(it) == 0);
    });
}

TEST_CASE("larger letters in the middle of the form lose no answer") {
    on_each_portal([](TestPortal& it) {
        const auto page =
            it.post(it.path("/apply"), form("what", "next", {{"view", "plain-large"}}));
        CHECK(page.status == 200);
        CHECK(has(page, "class=\"large "));
        CHECK(has(page, "想要什么信息"));
        CHECK(has(page, "2024年村级财务收支情况"));
        CHECK(page.header("Set-Cookie").starts_with("view=plain-large; "));
        // Nobody is led away from the one page with the query code.
        const auto receipt = it.post(it.path("/apply"), form("check", "submit"));
        CHECK(!has(receipt, "长辈版"));
        const auto keys = keys_of(receipt);
        const auto tracked = it.post(
            it.path("/track"),
            {{"number", keys.number}, {"query_code", keys.code}, {"view", "plain-contrast"}});
        CHECK(has(tracked, "待双方确认"));
        CHECK(has(tracked, "contrast\""));
    });
}

TEST_CASE("hostile answers stay text") {
    on_each_portal([](TestPortal& it) {
        const std::string evil = "\"><script>alert(1)</script>'&";
        for (const auto* step : {"kind", "who", "what", "how", "check"}) {
            const auto page =
                it.post(it.path("/apply"),
                        form(step, std::string("to-") + step,
                             {{"name", evil}, {"subject", evil}, {"description", evil}}));
            CHECK(!has(page, "<script>alert"));
            CHECK(has(page, "&lt;script&gt;"));
        }
    });
}

TEST_CASE("the same form sent twice makes one request and shows one receipt") {
    on_each_portal([](TestPortal& it) {
        const auto token = [&] {
            return between(it.get(it.path("/apply")).body, "name=\"token\" value=\"", "\"");
        };
        const Fields mine = {{"token", token()}};
        const auto first = keys_of(it.post(it.path("/apply"), form("check", "submit", mine)));
        const auto again = keys_of(it.post(it.path("/apply"), form("check", "submit", mine)));
        CHECK(again.number == first.number);
        CHECK(again.code == first.code);
        CHECK(requests_of(it) == 1);
        // Another form with the same contents: told, but not shown the code.
        const auto other =
            it.post(it.path("/apply"), form("check", "submit", {{"token", token()}}));
        CHECK(other.status == 409);
        CHECK(has(other, "今天已经提交过，编号是 " + first.number));
        CHECK(!has(other, first.code));
        CHECK(requests_of(it) == 1);
        // Another question is another request; so is the same one on another day.
        CHECK(it.post(it.path("/apply"),
                      form("check", "submit", {{"token", token()}, {"subject", "另一件"}}))
                  .status == 200);
        it.today = "2025-01-16";
        CHECK(it.post(it.path("/apply"), form("check", "submit", {{"token", token()}})).status ==
              200);
        CHECK(requests_of(it) == 3);
    });
}

TEST_CASE("a form's token shows a receipt to the browser that got it, and to no other") {
    on_each_portal([](TestPortal& it) {
        const std::string token =
            between(it.get(it.path("/apply")).body, "name=\"token\" value=\"", "\"");
        const std::string own = it.cookie;
        const auto sent = [&](const std::string& chosen) {
            return it.post(it.path("/apply"), form("check", "submit", {{"token", chosen}}));
        };
        const auto keys = keys_of(sent(token));
        REQUIRE(!keys.code.empty());
        // Another browser; none that keeps cookies; a token that nobody gave.
        it.cookie = "__Host-form=ABCDEFGHJKMNPQRSTUVWXYZ2";
        CHECK(!has(sent(token), keys.code));
        it.cookie.clear();
        CHECK(!has(sent(token), keys.code));
        it.cookie = own;
        CHECK(!has(sent(std::string(48, 'A')), keys.code));
        CHECK(keys_of(sent(token)).code == keys.code);
    });
}

TEST_CASE("an applicant tracks, corrects and withdraws with number and code alone") {
    on_each_portal([](TestPortal& it) {
        const auto keys = keys_of(it.post(it.path("/apply"), form("check", "submit")));
        const Fields mine = {{"number", keys.number}, {"query_code", keys.code}};
        const auto with = [&](Fields more) {
            more.insert(more.begin(), mine.begin(), mine.end());
            return it.post(it.path("/track"), more);
        };
        const requests::RequestKey key{it.town, keys.number};
        // One message for either being wrong; nothing tells which.
        const auto wrong_code =
            it.post(it.path("/track"), {{"number", keys.number}, {"query_code", "AAAAAAAA"}});
        const auto wrong_number =
            it.post(it.path("/track"), {{"number", "2025-0999"}, {"query_code", keys.code}});
        CHECK(wrong_code.status == 422);
        CHECK(has(wrong_code, "没有找到这件申请。请核对申请编号和查询码"));
        CHECK(has(wrong_number, "没有找到这件申请。请核对申请编号和查询码"));

        CHECK(has(with({}), "待双方确认"));
        record(it, key, requests::Confirm{});
        CHECK(has(with({}), "应于2025年2月18日（星期二）前答复"));
        CHECK(has(with({}), "还剩 20 个工作日"));
        for (const auto& [on, left] : {std::pair("2025-02-17", "还剩 1 个工作日"),
                                       {"2025-02-18", "今天到期"},
                                       {"2025-02-19", "已超期 1 个工作日"},
                                       {"2025-02-20", "已超期 2 个工作日"}}) {
            it.today = on;
            CHECK_MESSAGE(has(with({}), left), on);
        }
        it.today = "2025-01-15";
        CHECK(with({{"act", "correct"}, {"words", "太早"}, {"seen", "2"}}).status == 422);
        record(it, key, requests::AskCorrection{day("2025-02-10")}, "请写明是哪个村");
        auto page = with({});
        CHECK(has(page, "请写明是哪个村"));
        CHECK(has(page, "请在2025年2月10日（星期一）前补正"));
        CHECK(has(page, "停止计算"));
        CHECK(!has(page, "account/77"));
        CHECK(!has(page, "王小明"));
        page = with({{"act", "correct"}, {"words", "  "}, {"seen", "3"}});
        CHECK(page.status == 422);
        CHECK(has(page, "请写明补正的内容"));
        // Nobody decides his own request.
        CHECK(with({{"act", "decide"}, {"words", "x"}, {"seen", "3"}}).status == 422);
        it.today = "2025-01-20";
        page = with({{"act", "correct"}, {"words", "柳河村"}, {"seen", "3"}});
        CHECK(page.status == 200);
        CHECK(has(page, "收到您的补正，重新计算答复期限"));
        CHECK(has(page, "应于2025年2月21日"));
        // Sent again, it is not recorded again.
        CHECK(with({{"act", "correct"}, {"words", "柳河村"}, {"seen", "3"}}).status == 422);
        page = with({{"act", "withdraw"}, {"seen", "4"}});
        CHECK(page.status == 200);
        CHECK(has(page, "已经登记：申请撤回"));
        CHECK(!has(page, "确定撤回申请"));
        const auto acts = it.it.desks.requests.open(key).value().request.acts();
        CHECK(acts.size() == 5);
        CHECK(acts.back().by == "public");
    });
}

TEST_CASE("pages of a body that is not there are not found, whatever is asked") {
    on_each_portal([](TestPortal& it) {
        for (const auto* organ : {"900121-99", "x", "900121", "0900121-1", "-1--1"}) {
            CAPTURE(organ);
            const std::string path = "/organs/" + std::string(organ);
            CHECK(it.get(path + "/apply").status == 404);
            CHECK(it.get(path + "/track").status == 404);
            CHECK(it.post(path + "/apply", form("check", "submit")).status == 404);
            CHECK(it.post(path + "/track", {{"number", "2025-0001"}}).status == 404);
        }
        CHECK(it.post(it.path("/apply"), {}).status == 422);
    });
}
