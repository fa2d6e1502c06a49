#include "site_for_tests.h"

#include "journal/log_name.h"

using namespace gongkai;
using namespace gongkai::testing;

namespace {

using User = TestSite::User;

boost_json::object notice(const std::string& title = "关于公布村级财务收支情况的通知") {
    return {{"title", title},
            {"abstract", "柳河镇各村2024年第四季度财务收支情况。"},
            {"kind", "information"},
            {"subject_class", 7},
            {"formed_on", "2025-01-13"},
            {"keywords", boost_json::array{"村务", "财务"}},
            {"source", "柳河镇农业农村办公室"},
            {"body", "各村2024年第四季度收支如下。"},
            {"channels", boost_json::array{"website", "board"}}};
}

// A document on its way, as one clerk and one reviewer of the town move it.
struct Desk {
    explicit Desk(TestSite& site) : it(site), clerk(site.sign_in("clerk")) {}

    boost_json::object draft(const boost_json::object& content) {
        const auto made = read(it.call("POST", it.path("/documents", it.town), content, clerk));
        path = it.path("/documents/" + std::string(made.at("number").as_string()), it.town);
        return made;
    }
    Response act(boost_json::object fields, const User& user) {
        fields["seen"] = boost_json::parse(it.call("GET", path, {}, clerk).body).at("seen");
        return it.call("POST", path + "/acts", fields, user);
    }
    boost_json::object publish() {
        (void)read(act({{"kind", "submit"}}, clerk));
        (void)read(act({{"kind", "review"}, {"verdict", "public"}, {"secrecy_checked", true}},
                       it.sign_in("reviewer")));
        return read(act({{"kind", "publish"}}, clerk));
    }

    TestSite& it;
    User clerk;
    std::string path;
};

const boost_json::object* offer(const boost_json::object& document, std::string_view kind) {
    for (const auto& it : document.at("offers").as_array())
        if (it.at("kind").as_string() == kind) return &it.as_object();
    return nullptr;
}

std::string public_path(const TestSite& it, const std::string& rest = "") {
    return "/api/public/organs/" + journal::log_name(it.town) + "/documents" + rest;
}

}  // namespace

TEST_CASE("a notice goes from its draft through another's review to the public") {
    on_each_site([](TestSite& it) {
        Desk desk(it);
        const auto drafted = desk.draft(notice());
        CHECK(drafted.at("state_name").as_string() == "起草中");
        CHECK(drafted.at("timeliness").at("due").as_string() == "2025-02-14");
        CHECK(drafted.at("public_url").is_null());
        REQUIRE(offer(drafted, "submit"));
        CHECK(offer(drafted, "submit")->at("allowed").as_bool());
        CHECK_FALSE(offer(drafted, "publish"));

        REQUIRE(desk.act({{"kind", "submit"}}, desk.clerk).status == 200);
        const boost_json::object passed{
            {"kind", "review"}, {"verdict", "public"}, {"secrecy_checked", true}};
        CHECK(code(desk.act(passed, desk.clerk)) == "door.right");
        const auto reviewer = it.sign_in("reviewer");
        auto unchecked = passed;
        unchecked["secrecy_checked"] = false;
        CHECK(code(desk.act(unchecked, reviewer)) == "document.review.secrecy");
        REQUIRE(desk.act(passed, reviewer).status == 200);
        const auto list =
            read(it.call("GET", it.path("/documents?state=cleared", it.town), {}, desk.clerk));
        REQUIRE(list.at("documents").as_array().size() == 1);
        CHECK(list.at("documents").at(0).at("waiting_since").as_string() == it.today);
        CHECK(read(it.call("GET", public_path(it), {}, {})).at("documents").as_array().empty());

        const auto shown = read(desk.act({{"kind", "publish"}}, desk.clerk));
        const std::string index(shown.at("index_number").as_string());
        CHECK(index == "900121103000/2025-00001");
        CHECK(shown.at("state").as_string() == "public");
        const auto seen = read(it.call("GET", public_path(it, "/" + index), {}, {}));
        CHECK(seen.at("title").as_string() == "关于公布村级财务收支情况的通知");
        CHECK(seen.at("body").as_string() == "各村2024年第四季度收支如下。");
        const auto encoded = public_path(it, "/" + http::encoded(index));
        CHECK(it.call("GET", encoded, {}, {}).status == 200);
        const auto found =
            read(it.call("GET", public_path(it, "?kind=information&class=7&year=2025"), {}, {}));
        CHECK(found.at("documents").as_array().size() == 1);
        CHECK(read(it.call("GET", public_path(it, "?class=3"), {}, {}))
                  .at("documents")
                  .as_array()
                  .empty());
    });
}

TEST_CASE("nobody reviews what he wrote, whatever rights he has") {
    on_each_site([](TestSite& it) {
        Desk desk(it);
        desk.clerk = it.sign_in("unit_head");
        (void)desk.draft(notice());
        const auto sent = read(desk.act({{"kind", "submit"}}, desk.clerk));
        REQUIRE(offer(sent, "review"));
        CHECK_FALSE(offer(sent, "review")->at("allowed").as_bool());
        CHECK(std::string(offer(sent, "review")->at("why_not").as_string()).find("不能审查它") !=
              std::string::npos);
        CHECK(code(desk.act({{"kind", "review"}, {"verdict", "public"}, {"secrecy_checked", true}},
                            desk.clerk)) == "document.review.own");
    });
}

TEST_CASE("a draft is never public: title, text, abstract, files, what was withdrawn") {
    on_each_site([](TestSite& it) {
        const std::string canary = "金丝雀";
        Desk desk(it);
        (void)desk.draft(notice());
        const auto index = std::string(desk.publish().at("index_number").as_string());
        auto changed = notice(canary + "标题");
        changed["abstract"] = canary + "概述";
        changed["body"] = canary + "正文";
        changed["keywords"] = boost_json::array{canary};
        REQUIRE(desk.act({{"kind", "revise"}, {"content", changed}}, desk.clerk).status == 200);
        REQUIRE(
            it.send(desk.path + "/attachments?seen=5&file_name=" + http::encoded(canary) + ".txt",
                    canary, desk.clerk)
                .status == 200);
        const auto nobody_sees = [&](const char* when) {
            CAPTURE(when);
            for (const auto& route : it.site->router().routes()) {
                if (route.method != "GET" || route.right != Right::Public) continue;
                CAPTURE(route.path);
                auto path = filled(route.path, it.town);
                const auto answer = it.call("GET", path, {}, {});
                CHECK(answer.body.find(canary) == std::string::npos);
                for (const auto& header : answer.headers)
                    CHECK(header.value.find(canary) == std::string::npos);
            }
            const auto file = public_path(it, "/" + index + "/attachments/" + canary + ".txt");
            CHECK(it.call("GET", file, {}, {}).status == 404);
        };
        nobody_sees("in preparation");
        (void)desk.publish();
        const auto file =
            public_path(it, "/" + index + "/attachments/" + http::encoded(canary + ".txt"));
        const auto fetched = it.call("GET", file, {}, {});
        CHECK(fetched.body == canary);
        CHECK(fetched.header("Content-Disposition").starts_with("attachment;"));
        CHECK(fetched.header("X-Content-Type-Options") == "nosniff");
        CHECK(code(desk.act({{"kind", "withdraw"}}, desk.clerk)) == "document.withdraw.reason");
        REQUIRE(desk.act({{"kind", "withdraw"}, {"words", canary}}, desk.clerk).status == 200);
        nobody_sees("withdrawn");
        CHECK(it.call("GET", public_path(it, "/" + index), {}, {}).status == 404);
    });
}

TEST_CASE("rules are in force from their issue until they are repealed") {
    on_each_site([](TestSite& it) {
        Desk desk(it);
        auto rule = notice("柳河镇村级财务管理办法");
        rule["kind"] = "normative_document";
        (void)desk.draft(rule);
        const auto incomplete = desk.act({{"kind", "submit"}}, desk.clerk);
        CHECK(code(incomplete) == "document.number.missing");
        const auto now = read(it.call("GET", desk.path, {}, desk.clerk));
        REQUIRE(offer(now, "submit"));
        CHECK(std::string(offer(now, "submit")->at("why_not").as_string()).find("发文字号") !=
              std::string::npos);
        const boost_json::object missing{{"document_number", "柳政规〔2025〕1号"},
                                         {"issued_on", "2025-01-13"}};
        REQUIRE(desk.act({{"kind", "edit"}, {"content", missing}}, desk.clerk).status == 200);
        (void)desk.publish();
        CHECK(code(desk.act({{"kind", "repeal"}}, desk.clerk)) == "fields.missing");
        REQUIRE(desk.act({{"kind", "repeal"}, {"ends_on", "2025-01-20"}}, desk.clerk).status ==
                200);
        const auto on = [&](const char* day) {
            return read(it.call("GET", it.path("/normative?on=" + std::string(day), it.town), {},
                                desk.clerk));
        };
        CHECK(on("2025-01-12").at("in_force").as_array().empty());
        CHECK(on("2025-01-19").at("in_force").as_array().size() == 1);
        CHECK(on("2025-01-19").at("made").as_int64() == 1);
        CHECK(on("2025-01-20").at("in_force").as_array().empty());
        CHECK(on("2025-01-20").at("repealed").as_int64() == 1);
        CHECK(code(it.call("GET", it.path("/normative?on=soon", it.town), {}, desk.clerk)) ==
              "fields.kind");
    });
}

TEST_CASE("what is no document is refused in words, and nobody overwrites another's work") {
    on_each_site([](TestSite& it) {
        Desk desk(it);
        const auto all = it.path("/documents", it.town);
        const auto with = [&](const char* name, const boost_json::value& value) {
            auto content = notice();
            content[name] = value;
            return code(it.call("POST", all, content, desk.clerk));
        };
        CHECK(with("title", "") == "fields.missing");
        CHECK(with("kind", "poem") == "fields.kind");
        CHECK(with("body", 3) == "fields.kind");
        CHECK(with("body", boost_json::string("a\0b", 3)) == "fields.control");
        CHECK(with("channels", boost_json::array{"pigeon"}) == "fields.kind");
        CHECK(with("channels", boost_json::array{3}) == "fields.kind");
        CHECK(with("subject_class", 16) == "fields.kind");
        CHECK(with("formed_on", "2025-02-30") == "fields.kind");
        CHECK(with("formed_on", "2025-01-16") == "document.formed.future");
        CHECK(with("document_number", "柳政发[2025]1号") == "document.number.brackets");
        (void)desk.draft(notice());
        const auto act = [&](const boost_json::object& fields) {
            return code(it.call("POST", desk.path + "/acts", fields, desk.clerk));
        };
        CHECK(act({{"kind", "submit"}, {"seen", 7}}) == "document.changed");
        CHECK(act({{"kind", "submit"}}) == "fields.kind");
        CHECK(act({{"kind", "draft"}, {"seen", 1}}) == "document.act.not-now");
        CHECK(act({{"kind", "publish"}, {"seen", 1}}) == "document.act.not-now");
        CHECK(act({{"kind", "edit"}, {"seen", 1}}) == "fields.missing");
        CHECK(act({{"kind", "submit"}, {"seen", 1}, {"reason", "急"}}) == "fields.unknown");
        const boost_json::object digest{{"body_digest", std::string(64, 'a')}};
        CHECK(act({{"kind", "edit"}, {"seen", 1}, {"content", digest}}) == "fields.unknown");
        CHECK(act({{"kind", "annul"}, {"seen", 1}, {"refers_to", -7}, {"words", "错"}}) ==
              "document.annul.which");
        CHECK(code(it.call("GET", it.path("/documents/2025-0099", it.town), {}, desk.clerk)) ==
              "document.not-found");
        const auto file = desk.path + "/attachments";
        CHECK(code(it.send(file + "?file_name=a.txt", "a", desk.clerk)) == "fields.kind");
        CHECK(code(it.send(file + "?seen=1", "a", desk.clerk)) == "document.attachment.name");
        REQUIRE(it.send(file + "?seen=1&file_name=a.txt", "a", desk.clerk).status == 200);
        CHECK(code(it.send(file + "?seen=2&file_name=a.txt", "b", desk.clerk)) ==
              "document.attachment.twice");
        CHECK(code(it.call("DELETE", file + "/b.txt?seen=2", {}, desk.clerk)) ==
              "document.attachment.unknown");
        CHECK(it.call("GET", file + "/a.txt", {}, desk.clerk).body == "a");
        const auto gone = read(it.call("DELETE", file + "/a.txt?seen=2", {}, desk.clerk));
        CHECK(gone.at("content").at("attachments").as_array().empty());
    });
}

TEST_CASE(
    "what was done with a document is told with its review, its reason and its index number") {
    on_each_site([](TestSite& it) {
        Desk desk(it);
        (void)desk.draft(notice());
        REQUIRE(desk.act({{"kind", "submit"}}, desk.clerk).status == 200);
        const boost_json::object review{{"kind", "review"},       {"verdict", "not_public"},
                                        {"ground", "16.1"},       {"basis", "内部工作流程"},
                                        {"words", "先不公开"},    {"on", it.today},
                                        {"secrecy_checked", true}};
        const auto after = read(desk.act(review, it.sign_in("reviewer")));
        const auto& act = after.at("acts").at(2).as_object();
        CHECK(act.at("index").as_int64() == 2);
        CHECK(act.at("title").as_string() == "公开审查");
        CHECK(act.at("article").as_string() == "《条例》第十七条第二款");
        CHECK(act.at("on").as_string() == it.today);
        CHECK(act.at("recorded_on").as_string() == it.today);
        CHECK(act.at("refers_to").as_int64() == 0);
        CHECK(act.at("verdict_name").as_string() == "不予公开");
        CHECK(act.at("ground").as_string() == "《条例》第十六条第一款");
        CHECK(act.at("basis").as_string() == "内部工作流程");
        CHECK(act.at("words").as_string() == "先不公开");
        CHECK_FALSE(act.at("annulled").as_bool());
        // The content stands once, not in each act that brought one.
        CHECK_FALSE(after.at("acts").at(0).as_object().contains("content"));
        const auto& content = after.at("content").as_object();
        CHECK(content.at("subject_class_name").as_string() == "财政预算、决算信息");
        CHECK(content.at("body").as_string() == "各村2024年第四季度收支如下。");
        const auto edit = boost_json::object{{"title", "新名称"}};
        const auto edited = read(desk.act({{"kind", "edit"}, {"content", edit}}, desk.clerk));
        CHECK(edited.at("content").at("title").as_string() == "新名称");
        CHECK(edited.at("content").at("abstract") == content.at("abstract"));
        CHECK(edited.at("content").at("body") == content.at("body"));
        const auto after_edit = [&](const boost_json::object& change) {
            return read(desk.act({{"kind", "edit"}, {"content", change}}, desk.clerk))
                .at("content")
                .as_object();
        };
        CHECK(after_edit({{"issued_on", "2025-01-13"}}).at("issued_on") == "2025-01-13");
        CHECK(after_edit({{"source", ""}, {"body", ""}}).at("issued_on") == "2025-01-13");
        const auto emptied = after_edit({{"issued_on", nullptr}});
        CHECK_FALSE(emptied.contains("issued_on"));
        CHECK(emptied.at("source") == "");
        CHECK(emptied.at("body") == "");
        CHECK(emptied.at("subject_class") == 7);
        CHECK(code(desk.act({{"kind", "edit"}, {"content", {{"subject_class", ""}}}},
                            desk.clerk)) == "fields.missing");
        CHECK(code(desk.act({{"kind", "edit"}, {"content", {{"title", " "}}}}, desk.clerk)) ==
              "fields.missing");
    });
}
