#include "journal/log_name.h"
#include "site_for_tests.h"

using namespace gongkai;
using namespace gongkai::testing;

namespace {

using User = TestSite::User;

const std::string origin = "www.example.gov.cn/log/900121-1";

struct Log {
    explicit Log(TestSite& site) : it(site) { prefix = "/log/" + journal::log_name(it.town); }
    Response get(const std::string& path) { return it.call("GET", prefix + path, {}, {}); }

    tlog::Checkpoint checkpoint() {
        const auto answer = get("/checkpoint");
        REQUIRE(answer.status == 200);
        const auto note = tlog::parse_note(answer.body);
        REQUIRE(note.ok());
        std::vector<tlog::VerifierKey> keys;
        std::istringstream lines(get("/keys").body);
        for (std::string line; std::getline(lines, line);)
            keys.push_back(tlog::parse_key(line).value());
        REQUIRE(keys.size() == 2);
        CHECK(signers(note.value(), keys).value().size() == 2);
        return tlog::parse_checkpoint(note.value().text).value();
    }

    // The entries of the first bundle, those that cannot be read empty.
    std::vector<std::string> entries() {
        const auto size = checkpoint().head.size;
        const auto bytes = get("/tile/entries/000.p/" + std::to_string(size)).body;
        std::vector<std::string> all;
        for (std::size_t at = 0; at + 1 < bytes.size();) {
            const auto length = std::size_t(static_cast<unsigned char>(bytes[at])) * 256 +
                                static_cast<unsigned char>(bytes[at + 1]);
            all.push_back(bytes.substr(at + 2, length));
            at += 2 + length;
        }
        CHECK(std::int64_t(all.size()) == size);
        return all;
    }
    std::vector<std::string> kinds() {
        std::vector<std::string> all;
        for (const auto& entry : entries())
            if (!entry.empty())
                all.push_back(journal::parse_canonical(entry).value().text_of("kind"));
        return all;
    }

    TestSite& it;
    std::string prefix;
};

struct Paper {
    Paper(TestSite& site, const std::string& title) : it(site), clerk(site.sign_in("clerk")) {
        const auto made = read(it.call("POST", it.path("/documents", it.town),
                                       {{"title", title},
                                        {"abstract", "概述"},
                                        {"kind", "information"},
                                        {"subject_class", 7},
                                        {"formed_on", "2025-01-13"},
                                        {"body", "正文"},
                                        {"channels", boost_json::array{"website"}}},
                                       clerk));
        path = it.path("/documents/" + std::string(made.at("number").as_string()), it.town);
    }
    void act(boost_json::object fields, const User& user) {
        fields["seen"] = boost_json::parse(it.call("GET", path, {}, clerk).body).at("seen");
        (void)read(it.call("POST", path + "/acts", fields, user));
    }
    void publish(const std::string& remark = "") {
        act({{"kind", "submit"}}, clerk);
        act({{"kind", "review"}, {"verdict", "public"}, {"secrecy_checked", true}},
            it.sign_in("reviewer"));
        boost_json::object publication{{"kind", "publish"}};
        if (!remark.empty()) publication["words"] = remark;
        act(publication, clerk);
    }
    TestSite& it;
    User clerk;
    std::string path;
};

}  // namespace

TEST_CASE("a log is fetched as tiles and a signed checkpoint, which fit each other") {
    on_each_site([](TestSite& it) {
        Log log(it);
        CHECK(log.get("/checkpoint").status == 404);  // nothing is in tiles yet
        for (int i = 0; i < 3; ++i)
            (void)read(
                it.call("POST", it.path("/requests", it.town), question(), it.sign_in("clerk")));
        it.make_tiles();
        const auto checkpoint = log.checkpoint();
        CHECK(checkpoint.origin == origin);
        CHECK(checkpoint.head.size == it.it.desks.journal.head(it.town).size);
        const auto width = std::to_string(checkpoint.head.size);
        const auto tile = log.get("/tile/0/000.p/" + width);
        CHECK(tile.status == 200);
        CHECK(tile.header("Content-Type") == "application/octet-stream");
        CHECK(tile.header("Cache-Control") == "public, max-age=31536000, immutable");
        CHECK_FALSE(tile.header("ETag").empty());
        CHECK(journal::root_of<tlog::Sha256Hash>(tlog::digests_in(tile.body)) ==
              checkpoint.head.root);
        // The tiles of every smaller tree are there too, and no other.
        CHECK(log.get("/tile/0/000.p/1").body == tile.body.substr(0, 32));
        for (const std::string none :
             {"/tile/0/000", "/tile/0/001.p/1", "/tile/1/000.p/1", "/tile/0/0.p/1", "/tile/x",
              "/tile/0/000.p/255", "/tile/entries/000", "/tile/entries/001.p/1"}) {
            CAPTURE(none);
            CHECK(log.get(none).status == 404);
        }
        CHECK(it.call("GET", "/log/900121-77/checkpoint", {}, {}).status == 404);
        CHECK(it.call("GET", "/log/0900121-1/checkpoint", {}, {}).status == 404);
        CHECK(log.get("/cosigned").status == 404);
    });
}

TEST_CASE("without an address of the site no checkpoint is signed") {
    on_each_site([](TestSite& it) {
        it.make_tiles();
        const desk::PublicLog nowhere(it.it.ledger, it.it.audit, it.it.documents, it.shelf,
                                      it.it.key.key(), "");
        CHECK(nowhere.checkpoint({region, 0}).error().code == "log.no-address");
        CHECK(nowhere.keys({region, 0}).error().code == "log.no-address");
    });
}

TEST_CASE("a bundle has what was published, for as long as it is public, and nothing else") {
    on_each_site([](TestSite& it) {
        Log log(it);
        Paper paper(it, "关于村级财务的通知");
        (void)read(it.call("POST", it.path("/requests", it.town), question(), paper.clerk));
        it.make_tiles();
        CHECK(log.kinds().empty());
        paper.publish();
        it.make_tiles();
        CHECK(log.kinds() == std::vector<std::string>{"document.publish"});
        const auto entries = log.entries();
        const auto hashes = log.get("/tile/0/000.p/" + std::to_string(entries.size())).body;
        for (std::size_t i = 0; i < entries.size(); ++i)
            if (!entries[i].empty()) {
                CHECK(entries[i].find("关于村级财务的通知") != entries[i].npos);
                CHECK(tlog::Sha256Hash::leaf(entries[i]) == tlog::digests_in(hashes)[i]);
            }
        // A bundle may lose an entry: it is asked for each time.
        CHECK(log.get("/tile/entries/000.p/1").header("Cache-Control") == "no-cache");

        paper.act({{"kind", "withdraw"}, {"words", "发错了"}}, paper.clerk);
        it.make_tiles();
        CHECK(log.kinds().empty());
    });
}

TEST_CASE("a text that another one has replaced is in no bundle, nor one with a remark of staff") {
    on_each_site([](TestSite& it) {
        Log log(it);
        Paper paper(it, "原来的标题");
        paper.publish();
        paper.act({{"kind", "revise"}, {"content", boost_json::object{{"title", "改正的标题"}}}},
                  paper.clerk);
        paper.publish();
        Paper other(it, "另一份");
        other.publish("领导催办，先发");
        it.make_tiles();
        std::string all;
        for (const auto& entry : log.entries())
            all += entry;
        CHECK(all.find("改正的标题") != all.npos);
        CHECK(all.find("原来的标题") == all.npos);
        CHECK(all.find("另一份") == all.npos);
    });
}

TEST_CASE("nothing personal, unpublished or meant for staff is in a tile, bundle or checkpoint") {
    on_each_site([](TestSite& it) {
        Log log(it);
        Paper draft(it, "金丝雀草稿");
        Paper noted(it, "金丝雀附注的文件");
        noted.publish("金丝雀备注");
        auto asked = question();
        asked["content"] = "金丝雀内容";
        asked["applicant"] = boost_json::object{
            {"name", "金丝雀姓名"}, {"id_number", "护照CANARY01"}, {"phone", "13899990001"}};
        (void)read(it.call("POST", it.path("/requests", it.town), asked, noted.clerk));
        Paper paper(it, "公开的文件");
        paper.publish();
        it.make_tiles();
        const auto width = std::to_string(log.checkpoint().head.size);
        std::string all;
        for (const std::string& path : {std::string("/checkpoint"), std::string("/keys"),
                                        "/tile/0/000.p/" + width, "/tile/entries/000.p/" + width})
            all += log.get(path).body;
        for (const auto& organ : {it.other, journal::LogKey{region, 0}})
            for (const std::string path : {"/tile/0/000.p/1", "/tile/entries/000.p/1"})
                all += it.call("GET", "/log/" + journal::log_name(organ) + path, {}, {}).body;
        CHECK(all.find("公开的文件") != all.npos);  // so that the others would be found
        for (const std::string canary : {"金丝雀", "CANARY01", "13899990001"})
            CHECK(all.find(canary) == all.npos);
    });
}
