#include <set>

#include "../disclosure/documents_for_tests.h"
#include "desk/publishing.h"
#include "desk/report_document.h"
#include "desk/report_room.h"
#include "journal/log_name.h"
#include "portal_for_tests.h"

using namespace gongkai;
using namespace gongkai::testing;
namespace papers = gongkai::testing::publication;
using disclosure::Kind;

namespace {

// The desk of the documents of a town.
struct Papers {
    explicit Papers(TestPortal& portal)
        : it(portal),
          desk(portal.it.ledger, portal.it.documents, portal.it.registers, portal.it.contents,
               portal.it.organs) {}

    desk::Actor by(std::string_view who) const {
        return TestOffice::at(it.today, "account/" + std::string(who));
    }
    Date today() const { return day(it.today); }

    using Files = std::vector<disclosure::Attachment>;
    disclosure::DocumentKey drafted(const disclosure::Content& content, std::string_view body,
                                    Files files = {}) {
        return desk.draft(by("1"), it.town, papers::with_body(content, body, std::move(files)))
            .value()
            .key();
    }
    void record(std::string_view who, const disclosure::DocumentKey& key,
                disclosure::DocumentKinds what, const std::string& words = "") {
        const auto act = papers::said(papers::act(std::move(what), today()), words);
        REQUIRE(desk.record(by(who), {key, {}}, act, "11900121MB00000001").ok());
    }
    // The revision in preparation goes to the public.
    void published(const disclosure::DocumentKey& key) {
        record("1", key, disclosure::Submit{});
        int text = 0;
        it.it.ledger.look([&](const journal::View& view) {
            text = it.it.documents.find(view, key).value().progress().revisions.back().text;
        });
        record("2", key, disclosure::Review{{text}, {disclosure::Verdict::Public, true, {}, {}}});
        record("1", key, disclosure::Publish{});
    }
    disclosure::DocumentKey publish(const disclosure::Content& content, std::string_view body,
                                    Files files = {}) {
        const auto key = drafted(content, body, std::move(files));
        published(key);
        return key;
    }

    TestPortal& it;
    desk::Publishing desk;
};

std::vector<std::string> every_page(TestPortal& it) {
    std::vector<std::string> all;
    for (const auto& route : it.site->router().routes()) {
        if (route.method != "GET" || route.right != organs::Right::Public) continue;
        std::string path(route.path);
        const auto put = [&](const std::string& name, const std::string& value) {
            if (const auto at = path.find(name); at != path.npos)
                path.replace(at, name.size(), value);
        };
        for (const auto* index : {"2025-00001", "2025-00002", "2025-00003", "2025-0001"}) {
            path = route.path;
            put("{organ}", journal::log_name(it.town));
            put("{index}", index);
            put("{serial}", index);
            put("{number}", index);
            put("{code}", "11900121MB00000001");
            put("{file}", "1");
            put("{file_name}", "附件.txt");
            put("{year}", "2024");
            put("{id}", "1");
            put("{name}", "portal.css");
            all.push_back(path);
        }
    }
    return all;
}

}  // namespace

TEST_CASE("the front page lists the bodies of today and where they are") {
    on_each_portal([](TestPortal& it) {
        const auto page = it.get("/");
        CHECK(has(page, "政府信息公开平台"));
        CHECK(has(page, "href=\"" + it.path() + "\">云溪县柳河镇人民政府"));
        CHECK(has(page, "机关（2 个）"));
        CHECK(has(it.get("/", {{"q", "柳河"}}), "机关（2 个）"));
        CHECK(has(it.get("/", {{"q", "柳河"}}), "href=\"" + it.path() + "\">云溪县柳河镇人民政府"));
        CHECK(has(it.get("/", {{"q", "无此机关"}}), "没有名称含有这些字的机关"));
        CHECK(has(it.get("/", {{"after", "zz"}}), "机关（2 个）"));
        CHECK(has(it.get("/reports"), "各机关的年度报告"));
        for (const auto* rest :
             {"", "/guide", "/rules", "/documents", "/reports", "/apply", "/track"}) {
            CAPTURE(rest);
            const auto shown = it.get(it.path(rest));
            CHECK(shown.status == 200);
            CHECK(has(shown, "<meta name=\"SiteName\" content=\"云溪县柳河镇人民政府\">"));
            CHECK(has(shown, "党政办公室"));  // Reg. 12(2)
        }
        CHECK(has(it.get(it.path("/guide")), "7</td><td>收到申请之日"));
        CHECK(has(it.get(it.path("/guide")), "《条例》第三十三条第二款"));
        CHECK(has(it.get(it.path("/guide")), "20</td><td>收到收费通知的次日"));
        CHECK(has(it.get(it.path("/guide")), "15</td><td>该机关收到征求意见书之日"));
    });
}

TEST_CASE("a published document is listed, counted, shown and downloaded") {
    on_each_portal([](TestPortal& it) {
        Papers papers(it);
        const auto file = papers::file("收支 表.pdf", "text/html", "<script>alert(1)</script>");
        auto content = papers::content("财务", day("2025-01-10"), Kind::NormativeDocument);
        const auto key =
            papers.publish(content, "关于财务的通知\n一、范围\n第一段。\n第二段。", {file});
        auto explanation = papers::content("解读", day("2025-01-10"), Kind::Interpretation);
        explanation.interprets = records::subject(key);
        papers.publish(explanation, "这样理解。");

        const auto list = it.get(it.path("/documents"));
        CHECK(has(list, "2 份文件"));
        CHECK(has(list, "year=2025\">2025年 <span class=\"n\">2</span>"));
        CHECK(has(list, "class=7\">财政预算、决算信息 <span class=\"n\">2</span>"));
        CHECK(has(list, "kind=interpretation\">政策解读 <span class=\"n\">1</span>"));
        CHECK(has(list, "关于财务的通知</a>"));
        CHECK(has(list, "茶政发〔2025〕3号"));
        CHECK(has(it.get(it.path("/documents"), {{"kind", "interpretation"}}), "1 份文件"));
        CHECK(has(it.get(it.path("/documents"), {{"class", "7"}, {"year", "2025"}}), "2 份文件"));
        CHECK(has(it.get(it.path("/documents"), {{"q", "財務"}}), "1 份文件"));
        for (const auto& [name, value] : {std::pair("year", "2024"),
                                          {"year", "2026"},
                                          {"class", "3"},
                                          {"q", "没有的"},
                                          {"q", "\"><script>"}})
            CHECK(has(it.get(it.path("/documents"), {{name, value}}), "没有这样的文件"));
        // What cannot be read narrows nothing.
        for (const auto& [name, value] : {std::pair("year", "x"),
                                          {"class", "99"},
                                          {"kind", "x"},
                                          {"page", "-1"},
                                          {"q", "\xFF"}})
            CHECK(has(it.get(it.path("/documents"), {{name, value}}), "2 份文件"));

        const auto page = it.get(it.path("/documents/2025-00001"));
        REQUIRE(page.status == 200);
        for (const auto* field : {"索引号", "主题分类", "公开属性", "成文日期", "发文字号",
                                  "发布日期", "公开主体", "现行有效"})
            CHECK_MESSAGE(has(page, field), field);
        CHECK(has(page, "<dt>成文日期</dt><dd>2025年1月10日</dd>"));
        CHECK(has(page, "<dt>发布日期</dt><dd>2025年1月15日</dd>"));
        CHECK(has(page, "<h2>一、范围</h2><p>第一段。</p>"));
        CHECK(!has(page, "<p>关于财务的通知</p>"));  // the title is there already
        CHECK(has(page, "相关解读"));
        CHECK(has(page, "收支 表.pdf</a> <span class=\"quiet\">（PDF，1 KB）"));
        CHECK(has(it.get(it.path("/documents/2025-00002")), "解读的文件"));

        const auto bytes = it.get(it.path("/documents/2025-00001/files/1"));
        CHECK(bytes.body == "<script>alert(1)</script>");
        CHECK(bytes.header("Content-Type") == "application/octet-stream");
        CHECK(bytes.header("X-Content-Type-Options") == "nosniff");
        CHECK(std::string(bytes.header("Content-Disposition")).starts_with("attachment; "));
        for (const auto* none : {"0", "2", "x", "-1"})
            CHECK(it.get(it.path("/documents/2025-00001/files/") + none).status == 404);
        // Asking for it, one is told that it is there already.
        CHECK(has(it.post(it.path("/apply"), {{"step", "what"},
                                              {"go", "look"},
                                              {"kind", "natural_person"},
                                              {"subject", "财务的通知"}}),
                  "这些已经公开"));

        papers.record("1", key, disclosure::Repeal{day("2025-01-15")});
        CHECK(has(it.get(it.path("/documents/2025-00001")), "已于2025年1月15日废止"));
    });
}

TEST_CASE("what a document says never becomes markup") {
    on_each_portal([](TestPortal& it) {
        Papers papers(it);
        const std::string evil = "<img src=x onerror=alert(1)>\"'";
        auto content = papers::content("甲", day("2025-01-10"));
        content.title = content.abstract = content.source = content.audience = evil;
        const auto file = papers::file("a\"><b>.txt", "text/plain", "x");
        papers.publish(content, evil + "\n一、" + evil, {file});
        for (const auto* rest : {"", "/documents", "/documents/2025-00001", "/rules"}) {
            CAPTURE(rest);
            CHECK(!has(it.get(it.path(rest)), "<img"));
            CHECK(!has(it.get(it.path(rest)), "<b>.txt"));
        }
        const auto name = it.get(it.path("/documents/2025-00001/files/1"));
        CHECK(std::string(name.header("Content-Disposition")).find('"') == std::string::npos);
    });
}

TEST_CASE("what is not public is on no page, and looks like what is not there") {
    on_each_portal([](TestPortal& it) {
        Papers papers(it);
        const std::string canary = "金丝雀";
        const auto file = papers::file("附件.txt", "text/plain", "金丝雀附件");
        const auto hidden = papers::content(canary, day("2025-01-10"));
        papers.drafted(hidden, canary, {file});
        const auto withdrawn = papers.publish(hidden, canary, {file});
        papers.record("2", withdrawn, disclosure::Withdraw{}, canary);
        // A public one with another text in the making.
        const auto open = papers::content("公开的", day("2025-01-10"));
        const auto shown = papers.publish(open, "公开的正文");
        papers.record("1", shown, disclosure::Revise{papers::with_body(hidden, canary)});
        // A report that is prepared and not yet published.
        desk::ReportWords words;
        words.problems = {canary};
        words.improvements = {canary};
        REQUIRE(it.it.desks.reports.prepare(papers.by("1"), {it.town, 2024}, words).ok());

        CHECK(has(it.get(it.path("/documents/2025-00002")), "公开的正文"));
        const auto gone = it.get(it.path("/documents/2025-00001"));
        const auto never = it.get(it.path("/documents/2025-00999"));
        CHECK(gone.status == 404);
        CHECK(gone.body == never.body);
        CHECK(it.get(it.path("/reports/2024")).body == it.get(it.path("/reports/2023")).body);
        for (const auto& path : every_page(it)) {
            CAPTURE(path);
            const auto page = it.get(path);
            CHECK(!has(page, canary));
            for (const auto& [name, value] : page.headers)
                CHECK(value.find(canary) == value.npos);
        }
        CHECK(!has(it.get(it.path("/documents"), {{"q", canary}}), "关于" + canary));
        CHECK(!has(it.post(it.path("/apply"), {{"step", "what"},
                                               {"go", "look"},
                                               {"kind", "natural_person"},
                                               {"subject", "关于" + canary}}),
                   "的通知</a>"));
    });
}

TEST_CASE("an annual report is shown when it is published, and rolled up without the missing") {
    on_each_portal([](TestPortal& it) {
        it.today = "2025-01-20";
        const reports::SubmissionKey key{it.town, 2024};
        auto& reports = it.it.desks.reports;
        const auto by = [&](const char* who) { return TestOffice::at(it.today, who); };
        desk::ReportWords words;
        words.problems = {"公开内容还不够丰富。"};
        words.improvements = {"加强对经办人员的培训。"};
        const auto move = [&](const char* who, const reports::submissions::Subject::Kinds& what) {
            reports::SubmissionAct act;
            act.what = what;
            REQUIRE(reports.move(by(who), key, act).ok());
        };
        REQUIRE(reports.prepare(by("account/1"), key, words).ok());
        REQUIRE(reports.submit(by("account/1"), key).ok());
        move("account/9", reports::submissions::Accept{});
        CHECK(it.get(it.path("/reports/2024")).status == 404);
        CHECK(it.get(it.path("/reports/2024.docx")).status == 404);
        const std::string county = "/organs/" + journal::log_name(it.county);
        CHECK(has(it.get(county + "/reports/2024/all"), "已公布 0 个，没有公布 2 个"));

        move("account/1", reports::submissions::Publish{});
        CHECK(has(it.get(it.path("/reports")), "2025年1月20日公布"));
        const auto page = it.get(it.path("/reports/2024"));
        CHECK(page.status == 200);
        CHECK(has(page, "公开内容还不够丰富"));
        CHECK(has(page, "第二十条第（八）项"));
        CHECK(it.get(it.path("/reports/2024.docx")).body.starts_with("PK"));
        CHECK(has(it.get(it.path("/reports/2024.csv")), "requests.new_received.total"));
        for (const auto* year : {"2023", "0", "x", "99999"})
            CHECK(it.get(it.path("/reports/") + year).status == 404);
        const auto sum = it.get(county + "/reports/2024/all");
        CHECK(has(sum, "应有 2 个机关，已公布 1 个，没有公布 1 个"));
        CHECK(it.get(it.path("/reports/2024/all")).status == 404);  // nothing below a town
    });
}
