#include "journal/log_name.h"
#include "reader/reader.h"
#include "site_for_tests.h"

using namespace gongkai;
using namespace gongkai::testing;

namespace {

using User = TestSite::User;

const boost_json::object* named(const boost_json::value& list, std::string_view field,
                                std::string_view name) {
    for (const auto& it : list.as_array())
        if (it.at(field).as_string() == name) return &it.as_object();
    return nullptr;
}

boost_json::object penalty(const char* amount, const char* on = "2025-01-10") {
    return {{"kind", "penalty"}, {"on", on}, {"amount", amount}, {"source", "执法台账第1页"}};
}

// A letter read as whoever gets it reads it.
std::string text_of(const Response& docx) {
    std::string all;
    const auto document = reader::read(docx.body).value();
    for (const auto& block : document.blocks)
        if (const auto* it = std::get_if<reader::Paragraph>(&block.content)) all += it->text + "\n";
    return all;
}

// Whatever a letter asks for that the records do not tell.
boost_json::object facts_for(const boost_json::object& letter) {
    boost_json::object facts;
    for (const auto& fact : letter.at("needed").as_array())
        if (fact.at("value").is_null())
            facts[fact.at("name").as_string()] = "某" + std::string(fact.at("name").as_string());
    return facts;
}

}  // namespace

TEST_CASE("registers take lines, add them up and keep what was wrong") {
    on_each_site([](TestSite& it) {
        const auto clerk = it.sign_in("clerk");
        const auto all = it.path("/registers", it.town), year = all + "/2025";
        const auto first = read(it.call("POST", all, penalty("12"), clerk));
        CHECK(first.at("unit").as_string() == "件");
        CHECK(first.at("kind").as_string() == "enter");
        CHECK(first.at("title").as_string() == "登记台账");
        CHECK(first.at("register").as_string() == "penalty");
        CHECK(first.at("register_name").as_string() == "行政处罚");
        CHECK(first.at("on").as_string() == "2025-01-10");
        CHECK(first.at("recorded_on").as_string() == "2025-01-15");
        CHECK(first.at("amount").as_string() == "12");
        (void)read(it.call("POST", all, penalty("30"), clerk));
        auto fee = penalty("0.35");
        fee["kind"] = "fee";
        (void)read(it.call("POST", all, fee, clerk));
        const auto wrong = all + "/" + std::string(first.at("number").as_string()) + "/annul";
        CHECK(code(it.call("POST", wrong, {}, clerk)) == "register.annul.reason");
        (void)read(it.call("POST", wrong, {{"reason", "重复登记"}}, clerk));
        const auto list = read(it.call("GET", year, {}, clerk));
        REQUIRE(list.at("lines").as_array().size() == 3);
        // The last entered stands first.
        CHECK(list.at("lines").at(2).at("number") == first.at("number"));
        CHECK(list.at("lines").at(2).at("annulled").as_bool());
        const auto total = [&](const char* kind) {
            const auto* line = named(list.at("totals"), "register", kind);
            REQUIRE(line);
            return std::string(line->at("amount").as_string());
        };
        CHECK(total("penalty") == "30");
        CHECK(total("fee") == "0.35");
        CHECK(total("license") == "0");
        CHECK(code(it.call("POST", wrong, {{"reason", "再次"}}, clerk)) == "register.annul.twice");
        // The register under its own name, and the reason under that of other acts.
        auto named_plainly = penalty("2");
        named_plainly.erase("kind");
        named_plainly["register"] = "license";
        const auto plain = read(it.call("POST", all, named_plainly, clerk));
        CHECK(plain.at("register").as_string() == "license");
        const auto undo = all + "/" + std::string(plain.at("number").as_string()) + "/annul";
        CHECK(read(it.call("POST", undo, {{"words", "错"}}, clerk)).at("annulled").as_bool());
        named_plainly["register"] = "tax";
        CHECK(code(it.call("POST", all, named_plainly, clerk)) == "fields.kind");
        CHECK(code(it.call("POST", all, penalty("1.5"), clerk)) == "register.amount.whole");
        CHECK(code(it.call("POST", all, penalty("many"), clerk)) == "fields.kind");
        CHECK(code(it.call("POST", all, penalty("0"), clerk)) == "register.amount");
        CHECK(code(it.call("POST", all, penalty("1", "2025-01-16"), clerk)) == "register.future");
        CHECK(code(it.call("POST", all + "/2025-0099/annul", {{"reason", "错"}}, clerk)) ==
              "register.not-found");
        CHECK(code(it.call("GET", all + "/20x5", {}, clerk)) == "report.year");
    });
}

TEST_CASE("a fee of many digits is served as it was entered, in its line and in the report") {
    on_each_site([](TestSite& it) {
        const auto clerk = it.sign_in("clerk");
        auto fee = penalty("123456789012345.67");
        fee["kind"] = "fee";
        const auto line = read(it.call("POST", it.path("/registers", it.town), fee, clerk));
        CHECK(line.at("amount").as_string() == "123456789012345.67");
        const auto year = it.call("GET", it.path("/reports/2025", it.town), {}, clerk);
        CHECK(year.body.find(R"("value":123456789012345.67,)") != std::string::npos);
        CHECK(read(year).at("version").is_null());
    });
}

TEST_CASE("a case has its letters, filled in as far as the records go") {
    on_each_site([](TestSite& it) {
        auto clerk = it.sign_in("clerk");
        const auto head = it.sign_in("unit_head");
        const auto made = read(it.call("POST", it.path("/requests", it.town), question(), clerk));
        const auto request =
            it.path("/requests/" + std::string(made.at("number").as_string()), it.town);
        const auto letters = [&] {
            return read(it.call("GET", request + "/letters", {}, clerk)).at("letters");
        };
        const auto print = [&](std::string_view id, const boost_json::object& facts,
                               const char* format) {
            return it.call("POST", request + "/letters/" + std::string(id) + format,
                           {{"number", "柳公复〔2025〕1号"}, {"facts", facts}}, clerk);
        };
        const auto before = letters();
        for (const char* id : {"receipt", "correction", "reasons", "extension", "third-party",
                               "co-maker", "consulting", "fee"}) {
            CAPTURE(id);
            const auto* letter = named(before, "id", id);
            REQUIRE(letter);
            const auto docx = print(id, facts_for(*letter), "");
            REQUIRE(docx.status == 200);
            CHECK(docx.header("Content-Disposition").find(".docx") != std::string_view::npos);
            const auto text = text_of(docx);
            CHECK(text.find("柳公复〔2025〕1号") != std::string::npos);
            CHECK(text.find("{") == std::string::npos);
            const std::string_view to = id;
            const bool to_others = to == "third-party" || to == "co-maker";
            CHECK((text.find("王小明") != std::string::npos) == !to_others);
        }
        // What an extension would make of the day of the answer stands there before it is made.
        const auto* extension = named(before, "id", "extension");
        const auto* due = named(extension->at("needed"), "name", "答复期限");
        REQUIRE(due);
        CHECK(due->at("value").as_string() == "2025-03-18");
        CHECK(named(extension->at("needed"), "name", "原答复期限")->at("value").as_string() ==
              "2025-02-18");
        CHECK_FALSE(named(before, "id", "G2"));
        CHECK(code(print("G2", {}, "")) == "letter.not-now");
        CHECK(code(print("extension", {}, "")) == "letter.missing-fact");
        CHECK(code(print("receipt", {{"受文者", 3}}, "")) == "fields.kind");
        CHECK(code(print("receipt", {}, "?format=pdf")) == "fields.kind");

        const boost_json::array items{boost_json::object{{"item", 1}, {"code", "G2"}}};
        REQUIRE(it.call("POST", request + "/acts",
                        {{"kind", "decide"},
                         {"items", items},
                         {"on", it.today},
                         {"seen", 1},
                         {"evidence", "检索情况"}},
                        head)
                    .status == 200);
        const auto after = letters();
        const auto* answer = named(after, "id", "G2");
        REQUIRE(answer);
        // What the body's record says is filled in, the rest is asked for.
        CHECK(named(answer->at("needed"), "name", "复议机关")->at("value") == "云溪县人民政府");
        CHECK(named(answer->at("needed"), "name", "管辖法院")->at("value").is_null());
        const auto docx = print("G2", facts_for(*answer), "");
        REQUIRE(docx.status == 200);
        CHECK(text_of(docx).find("村级财务收支情况") != std::string::npos);
        const auto html = print("G2", facts_for(*answer), "?format=html");
        CHECK(html.body.find("<article") == 0);
        CHECK(print("G2", facts_for(*answer), "?format=text").body.find("王小明：") !=
              std::string::npos);
        const auto reviewer = it.sign_in("reviewer");
        CHECK(code(it.call("GET", request + "/letters", {}, reviewer)) == "door.right");
    });
}

TEST_CASE("the letter of an extension names the day before and after it, and how to ask") {
    on_each_site([](TestSite& it) {
        const auto head = it.sign_in("unit_head");
        const auto clerk = it.sign_in("clerk");
        const auto made = read(it.call("POST", it.path("/requests", it.town), question(), clerk));
        const auto request =
            it.path("/requests/" + std::string(made.at("number").as_string()), it.town);
        (void)read(it.call("POST", request + "/acts",
                           {{"kind", "extend"},
                            {"on", it.today},
                            {"days", 10},
                            {"words", "需要征求多个部门的意见"},
                            {"seen", 1}},
                           head));
        const auto all = read(it.call("GET", request + "/letters", {}, clerk)).at("letters");
        const auto* letter = named(all, "id", "extension");
        REQUIRE(letter);
        const auto fact = [&](const char* name) {
            const auto* found = named(letter->at("needed"), "name", name);
            REQUIRE_MESSAGE(found, name);
            return found->at("value");
        };
        CHECK(fact("原答复期限") == "2025-02-18");
        CHECK(fact("答复期限") == "2025-03-04");
        CHECK(fact("延长天数") == "10");
        CHECK(fact("收到日期") == "2025-01-15");
        CHECK(fact("延期原因") == "需要征求多个部门的意见");
        CHECK(fact("联系方式") == "党政办公室，0000-1234567，柳河镇人民路1号");
    });
}

TEST_CASE("a letter tells nothing of an act that was found wrong") {
    on_each_site([](TestSite& it) {
        const auto clerk = it.sign_in("clerk");
        const auto made = read(it.call("POST", it.path("/requests", it.town), question(), clerk));
        const auto request =
            it.path("/requests/" + std::string(made.at("number").as_string()), it.town);
        int seen = 0;
        const auto act = [&](boost_json::object fields) {
            fields["on"] = it.today;
            fields["seen"] = ++seen;
            (void)read(it.call("POST", request + "/acts", fields, clerk));
        };
        const auto wanted = [&]() -> boost_json::value {
            const auto all = read(it.call("GET", request + "/letters", {}, clerk)).at("letters");
            const auto* letter = named(all, "id", "correction");
            REQUIRE(letter);
            const auto* fact = named(letter->at("needed"), "name", "补正事项");
            REQUIRE(fact);
            return fact->at("value");
        };
        act({{"kind", "ask_correction"}, {"until", "2025-01-24"}, {"words", "请写明年度"}});
        CHECK(wanted() == "请写明年度");
        act({{"kind", "annul"}, {"refers_to", 1}, {"words", "登记到别的申请去了"}});
        CHECK(wanted().is_null());
        act({{"kind", "ask_correction"}, {"until", "2025-01-24"}, {"words", "请写明村名"}});
        CHECK(wanted() == "请写明村名");
    });
}

TEST_CASE("today's duties name texts that wait, the report that is due, and what was sent back") {
    on_each_site([](TestSite& it) {
        const auto county = it.it.office_above(it.town);
        it.add_account("county", county, {Role::Supervisor});
        auto clerk = it.sign_in("clerk");
        const boost_json::object content{{"title", "关于公布收支情况的通知"},
                                         {"kind", "information"},
                                         {"formed_on", "2025-01-02"},
                                         {"abstract", "概述"},
                                         {"body", "正文"},
                                         {"channels", boost_json::array{"website"}}};
        (void)read(it.call("POST", it.path("/documents", it.town), content, clerk));
        const auto duties = [&](const User& user, const journal::LogKey& organ) {
            return read(it.call("GET", it.path("/duties", organ), {}, user));
        };
        auto now = duties(clerk, it.town);
        CHECK(now.at("documents").as_array().empty());
        const auto* report = named(now.at("reports"), "what", "submit");
        REQUIRE(report);
        CHECK(report->at("year").as_int64() == 2024);
        CHECK(report->at("due").as_string() == "2025-01-31");
        it.today = "2025-02-10";
        clerk = it.sign_in("clerk");
        now = duties(clerk, it.town);
        REQUIRE(now.at("documents").as_array().size() == 1);
        CHECK(now.at("documents").at(0).at("what").as_string() == "overdue");
        REQUIRE(it.call("POST", it.path("/documents/2025-0001/acts", it.town),
                        {{"kind", "submit"}, {"seen", 1}}, clerk)
                    .status == 200);
        now = duties(clerk, it.town);
        CHECK(now.at("documents").at(0).at("what").as_string() == "review");
        CHECK(now.at("documents").at(0).at("waiting_since").as_string() == it.today);

        const auto year = it.path("/reports/2024", it.town);
        const boost_json::object words{{"problems", boost_json::array{"公开内容还不够丰富。"}},
                                       {"improvements", boost_json::array{"加强培训。"}},
                                       {"seen", 0}};
        REQUIRE(it.call("POST", year + "/prepare", words, clerk).status == 200);
        REQUIRE(it.call("POST", year + "/submit", {{"seen", 1}}, clerk).status == 200);
        const auto supervisor = it.sign_in("county");
        const auto theirs = duties(supervisor, county);
        const auto* waiting = named(theirs.at("reports"), "what", "review");
        REQUIRE(waiting);
        CHECK(waiting->at("organ").as_string() == journal::log_name(it.town));
        const auto campaign =
            read(it.call("GET", it.path("/campaign/2024", county), {}, supervisor));
        REQUIRE(campaign.at("bodies").as_array().size() == 1);
        const auto& body = campaign.at("bodies").at(0);
        CHECK(body.at("state").as_string() == "submitted");
        CHECK(body.at("submitted_on").as_string() == it.today);
        CHECK(body.at("findings").at("errors").as_int64() == 0);
        REQUIRE(it.call("POST", year + "/return", {{"words", "请补充监督情况。"}, {"seen", 2}},
                        supervisor)
                    .status == 200);
        const auto returned = duties(clerk, it.town);
        const auto* mend = named(returned.at("reports"), "what", "mend");
        REQUIRE(mend);
        CHECK(mend->at("words").as_string() == "请补充监督情况。");
        // A body that has made none is in the list all the same.
        const auto next = read(it.call("GET", it.path("/campaign/2023", county), {}, supervisor));
        CHECK(next.at("bodies").at(0).at("state").as_string() == "none");
        CHECK(next.at("bodies").at(0).at("findings").is_null());
    });
}

TEST_CASE("the journal is read, proved to anybody and verified, and a changed entry is named") {
    on_each_database([](store::Database& database) {
        TestSite it(database);
        const auto clerk = it.sign_in("clerk");
        const auto head = it.sign_in("unit_head");
        for (int i = 0; i < 5; ++i)
            (void)read(it.call("POST", it.path("/registers", it.town), penalty("1"), clerk));
        const auto journal = it.path("/journal", it.town);
        CHECK(code(it.call("GET", journal, {}, clerk)) == "door.right");
        const auto first = read(it.call("GET", journal + "?limit=1", {}, head));
        const std::string next(first.at("next").as_string());
        const auto page = read(it.call("GET", journal + "?limit=2&after=" + next, {}, head));
        CHECK(page.at("size").as_int64() == 5);
        CHECK(page.at("count").at("number").as_int64() == 5);
        CHECK(code(it.call("GET", journal + "?before=4", {}, head)) == "list.filter");
        REQUIRE(page.at("entries").as_array().size() == 2);
        const auto& entry = page.at("entries").at(0);
        CHECK(entry.at("sequence").as_int64() == 3);
        CHECK(entry.at("title").as_string() == "登记台账");
        CHECK(entry.at("at").as_string() == "2025-01-15T12:00:00.000+08:00");

        const auto open = "/api/public/organs/" + journal::log_name(it.town);
        const auto proved = [&](const std::string& query) {
            return read(it.call("GET", open + "/proofs/3" + query, {}, {}));
        };
        for (const auto& proof : {proved(""), proved("?size=4")}) {
            std::vector<Sm3> path;
            for (const auto& step : proof.at("path").as_array())
                path.push_back(parse_sm3(step.as_string()).value());
            const journal::TreeHead tree{proof.at("size").as_int64(),
                                         parse_sm3(proof.at("root").as_string()).value()};
            CHECK(proof.at("leaf") == entry.at("leaf"));
            CHECK(is_included(parse_sm3(proof.at("leaf").as_string()).value(), 3, path, tree));
        }
        CHECK(read(it.call("GET", open + "/tree-head", {}, {})).at("root") ==
              proved("").at("root"));
        for (const char* wrong : {"?size=3", "?size=6"})
            CHECK(it.call("GET", open + "/proofs/3" + wrong, {}, {}).status == 404);
        CHECK(it.call("GET", open + "/proofs/-1", {}, {}).status == 422);
        CHECK(it.call("GET", "/api/public/organs/900121-77/tree-head", {}, {}).status == 404);

        const auto verified = [&] { return read(it.call("GET", journal + "/verify", {}, head)); };
        CHECK(verified().at("faults").as_array().empty());
        database.transaction([&](store::Connection& connection) {
            connection.run(
                "UPDATE journal_entry SET actor = 'account/9' WHERE region = $1 "
                "AND organ = $2 AND sequence = 2",
                {it.town.region, it.town.organ});
        });
        const auto faults = verified().at("faults").as_array();
        REQUIRE_FALSE(faults.empty());
        CHECK(faults.at(0).at("sequence").as_int64() == 2);
    });
}

TEST_CASE("an administrator imports bodies: a trial first, all or nothing then") {
    on_each_site([](TestSite& it) {
        const auto admin = it.sign_in("administrator");
        const std::string header =
            "机关名称,机关类别,级别,区划代码,成立日期,工作机构,办公地址,联系电话\n";
        const std::string good =
            "云溪县青石乡人民政府,人民政府,乡镇级,900121200000,2019-05-15,办公室,一号,1\n";
        const std::string bad =
            "云溪县白水乡人民政府,人民政府,乡镇级,9001,2019-05-15,办公室,一号,1\n";
        const std::string path = "/api/organs/import";
        const auto before = read(it.call("GET", "/api/organs", {}, admin)).at("organs");
        const auto tried = read(it.send(path + "?dry_run=1", header + good, admin));
        CHECK(tried.at("created").as_int64() == 1);
        CHECK_FALSE(tried.at("written").as_bool());
        const auto refused = it.send(path, header + good + bad, admin);
        CHECK(refused.status == 422);
        CHECK(code(refused) == "import.refused");
        const auto rows = boost_json::parse(refused.body).at("rows").as_array();
        CHECK(rows.at(1).at("action").as_string() == "refused");
        CHECK(read(it.call("GET", "/api/organs", {}, admin)).at("organs") == before);
        CHECK(read(it.send(path, header + good, admin)).at("written").as_bool());
        CHECK(read(it.call("GET", "/api/organs", {}, admin)).at("organs").as_array().size() ==
              before.as_array().size() + 1);
        CHECK(code(it.send(path + "?dry_run=maybe", header + good, admin)) == "fields.kind");
        CHECK(code(it.send(path, "\x89PNG", admin)) != "");
    });
}

TEST_CASE("the template for bodies names every column and comes in as it is") {
    on_each_site([](TestSite& it) {
        const auto admin = it.sign_in("administrator");
        const auto file = it.call("GET", "/api/organs/import/template.csv", {}, admin);
        CHECK(file.status == 200);
        for (const std::string_view column : {"机关名称", "上级机关", "复议机关", "终止日期"})
            CHECK(file.body.find(column) != std::string::npos);
        const auto tried = read(it.send("/api/organs/import?dry_run=1", file.body, admin));
        CHECK(tried.at("created").as_int64() == 1);
        CHECK(tried.at("refused").as_int64() == 0);
    });
}
