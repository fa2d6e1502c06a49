#include "site_for_tests.h"

#include "journal/log_name.h"

using namespace gongkai;
using namespace gongkai::testing;

namespace {

using User = TestSite::User;

boost_json::object assignment(const char* number = "第12号") {
    return {{"form", "suggestion"},
            {"assigned_number", number},
            {"session", "县第十八届人民代表大会第四次会议"},
            {"matter", "关于增设公交站点的建议"},
            {"part", "lead"},
            {"lead", "柳河镇人民政府"},
            {"co_units", boost_json::array{"县交通运输局"}},
            {"proposer", boost_json::object{{"names", "赵代表"}, {"contact", "13900000000"}}},
            {"content", "建议在镇卫生院门前增设公交站，赵代表，电话13900000000。"},
            {"on", "2025-01-06"}};
}

boost_json::object act(const char* kind, int seen, boost_json::object fields = {}) {
    fields["kind"] = kind;
    fields["seen"] = seen;
    if (!fields.contains("on")) fields["on"] = "2025-01-15";
    return fields;
}

boost_json::object answer(int seen, const char* its_class = "A") {
    return act("answer", seen,
               {{"answer_class", its_class},
                {"document_number", "柳政函〔2025〕3号"},
                {"signed_by", "李明"},
                {"contact", "党政办公室 张华"},
                {"phone", "0000-1234567"},
                {"text", "赵代表：站点已经增设。"}});
}

boost_json::object without_day(boost_json::object fields) {
    fields.erase("on");
    return fields;
}

// From the assignment to the published answer; the number.
std::string published(TestSite& it, const User& clerk, const User& reviewer) {
    const auto all = it.path("/proposals", it.town);
    const auto number =
        std::string(read(it.call("POST", all, assignment(), clerk)).at("number").as_string());
    const auto acts = all + "/" + number + "/acts";
    (void)read(it.call("POST", acts, answer(1), clerk));
    (void)read(it.call("POST", acts,
                       without_day(act("prepare", 2,
                                       {{"manner", "full"},
                                        {"about", "建议增设公交站。"},
                                        {"answer_text", "站点已经增设。"}})),
                       clerk));
    (void)read(it.call("POST", acts,
                       without_day(act("review", 3,
                                       {{"refers_to", 2},
                                        {"secrecy_checked", true},
                                        {"without_person", true},
                                        {"without_business", true},
                                        {"correct", true}})),
                       reviewer));
    (void)read(it.call("POST", acts, without_day(act("publish", 4)), clerk));
    return number;
}

}  // namespace

TEST_CASE("a proposal is assigned, told whole and listed") {
    on_each_site([](TestSite& it) {
        const auto clerk = it.sign_in("clerk");
        const auto all = it.path("/proposals", it.town);
        const auto made = read(it.call("POST", all, assignment(), clerk));
        CHECK(made.at("number").as_string() == "2025-0001");
        CHECK(made.at("state_name").as_string() == "办理中");
        CHECK(made.at("proposer").at("names").as_string() == "赵代表");
        CHECK(made.at("clocks").at(1).at("name").as_string() == "答复期限");
        // Three months from 6 January end on Sunday 6 April, in the holiday of 4 to 6 April.
        CHECK(made.at("clocks").at(1).at("due").as_string() == "2025-04-07");
        CHECK(made.at("offers").at(0).at("kind").as_string() == "return");
        CHECK(made.at("classes").as_array().size() == 4);
        CHECK(code(it.call("POST", all, assignment(), clerk)) == "proposal.twice");
        const auto page = read(it.call("GET", all + "?form=suggestion&q=公交", {}, clerk));
        CHECK(page.at("proposals").at(0).at("due").as_string() == "2025-04-07");
        CHECK(page.at("count").at("number").as_int64() == 1);
        CHECK(page.at("groups").at("open").as_int64() == 1);
        CHECK(code(it.call("GET", all + "?colour=red", {}, clerk)) == "list.filter");
        const auto duties = read(it.call("GET", it.path("/duties", it.town), {}, clerk));
        CHECK(duties.at("proposals").as_array().size() == 2);
        CHECK(code(it.call("GET", all + "/2025-0009", {}, clerk)) == "proposal.not-found");
    });
}

TEST_CASE("bad input is refused with what is wrong") {
    on_each_site([](TestSite& it) {
        const auto clerk = it.sign_in("clerk");
        const auto all = it.path("/proposals", it.town);
        const auto with = [&](const char* field, boost_json::value value) {
            auto body = assignment();
            body[field] = std::move(value);
            return code(it.call("POST", all, body, clerk));
        };
        CHECK(with("form", "petition") == "fields.kind");
        CHECK(with("colour", "red") == "fields.unknown");
        CHECK(with("on", "2025-01-16") == "proposal.act.future");
        CHECK(with("on", "2025-02-30") == "fields.kind");
        CHECK(with("session", "") == "proposal.session");
        CHECK(with("co_units", "县交通运输局") == "fields.kind");
        (void)read(it.call("POST", all, assignment(), clerk));
        const auto acts = all + "/2025-0001/acts";
        CHECK(code(it.call("POST", acts, act("dance", 1), clerk)) == "fields.kind");
        CHECK(code(it.call("POST", acts, act("register", 1), clerk)) != "");
        CHECK(code(it.call("POST", acts, act("feedback", 1, {{"satisfaction", "satisfied"}}),
                           clerk)) == "proposal.act.not-now");
        CHECK(code(it.call("POST", acts, answer(1, "E"), clerk)) == "proposal.answer.class");
        CHECK(code(it.call("POST", acts, answer(1, "B"), clerk)) == "proposal.answer.promise");
        CHECK(code(it.call("POST", acts, answer(0), clerk)) == "proposal.changed");
    });
}

TEST_CASE("the public reads the text that was written for it, and nothing that was sealed") {
    on_each_site([](TestSite& it) {
        const auto clerk = it.sign_in("clerk"), reviewer = it.sign_in("reviewer");
        const auto number = published(it, clerk, reviewer);
        const std::string organ = journal::log_name(it.town);
        const std::string pages[] = {"/api/public/organs/" + organ + "/proposals",
                                     "/api/public/organs/" + organ + "/proposals/" + number,
                                     "/organs/" + organ + "/proposals",
                                     "/organs/" + organ + "/proposals/" + number};
        for (const std::string& path : pages) {
            CAPTURE(path);
            const auto response = it.call("GET", path, {}, {});
            CHECK(response.status == 200);
            CHECK(response.body.find("关于增设公交站点的建议") != std::string::npos);
            for (const char* personal : {"赵代表", "13900000000", "卫生院"})
                CHECK(response.body.find(personal) == std::string::npos);
        }
        const auto letter = it.call("GET", pages[3], {}, {}).body;
        CHECK(letter.find("<strong>A</strong>") != std::string::npos);
        CHECK(letter.find("站点已经增设。") != std::string::npos);
        CHECK(letter.find("党政办公室 张华，电话 0000-1234567") != std::string::npos);
        CHECK(it.call("GET", "/organs/" + organ, {}, {})
                  .body.find("/organs/" + organ + "/proposals") != std::string::npos);
        const auto narrowed = [&](const std::string& query) {
            return it.call("GET", pages[2] + query, {}, {}).body.find("关于增设公交站点的建议") !=
                   std::string::npos;
        };
        CHECK(narrowed("?form=suggestion"));
        CHECK_FALSE(narrowed("?form=cppcc"));
        CHECK_FALSE(narrowed("?class=B"));
        CHECK(narrowed("?q=" + http::encoded("公交站")));
        CHECK_FALSE(narrowed("?q=" + http::encoded("机场")));
        CHECK(narrowed("?after=damaged"));
        // Taken down, it is gone from all of them.
        (void)read(it.call("POST", it.path("/proposals/" + number + "/acts", it.town),
                           without_day(act("take_down", 5, {{"words", "含有个人信息"}})), clerk));
        for (const std::string& path : pages) {
            CAPTURE(path);
            CHECK(it.call("GET", path, {}, {}).body.find("关于增设公交站点的建议") ==
                  std::string::npos);
        }
        CHECK(it.call("GET", pages[1], {}, {}).status == 404);
        CHECK(it.call("GET", pages[3], {}, {}).status == 404);
    });
}

TEST_CASE("the public is told where an answer no longer holds") {
    on_each_site([](TestSite& it) {
        const auto clerk = it.sign_in("clerk"), reviewer = it.sign_in("reviewer");
        const auto number = published(it, clerk, reviewer);
        const auto acts = it.path("/proposals/" + number + "/acts", it.town);
        const std::string organ = "/organs/" + journal::log_name(it.town) + "/proposals";
        const auto says = [&](const std::string& path) {
            return it.call("GET", path, {}, {}).body.find("重新答复") != std::string::npos;
        };
        (void)read(
            it.call("POST", acts, act("feedback", 5, {{"satisfaction", "dissatisfied"}}), clerk));
        CHECK_FALSE(says(organ + "/" + number));
        auto second = answer(6, "C");
        second["kind"] = "answer_again";
        const auto after = read(it.call("POST", acts, second, clerk));
        CHECK(says(organ + "/" + number));
        CHECK(says(organ));
        const auto told = read(it.call("GET", "/api/public" + organ + "/" + number, {}, {}));
        CHECK(told.at("answer_class").as_string() == "A");
        CHECK(told.at("answered_again_on").as_string() == "2025-01-15");
        CHECK(read(it.call("GET", it.path("/duties", it.town), {}, clerk))
                  .at("proposals")
                  .at(0)
                  .at("what")
                  .as_string() == "replace");
    });
}

TEST_CASE("the counts of a year come with the sentence for the report") {
    on_each_site([](TestSite& it) {
        const auto clerk = it.sign_in("clerk");
        (void)published(it, clerk, it.sign_in("reviewer"));
        const auto counts =
            read(it.call("GET", it.path("/proposal-counts/2025", it.town), {}, clerk));
        CHECK(counts.at("forms").at(0).at("answered").as_int64() == 1);
        CHECK(counts.at("forms").at(0).at("published").as_int64() == 1);
        CHECK(
            counts.at("narrative").as_string() ==
            "2025年承办人大代表建议1件，已答复1件，公开答复1件（按交办、答复、反馈和首次公开的日期"
            "统计，截至2025年1月15日）。");
    });
}
