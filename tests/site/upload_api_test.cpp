#include "base/digest.h"
#include "site_for_tests.h"

using namespace gongkai;
using namespace gongkai::testing;

namespace {

using User = TestSite::User;

// A document that the town's clerk has begun.
struct Begun {
    explicit Begun(TestSite& site) : it(site), clerk(site.sign_in("clerk")) {
        const auto made = read(it.call("POST", it.path("/documents", it.town),
                                       {{"title", "关于公布村级财务收支情况的通知"},
                                        {"abstract", "各村收支情况。"},
                                        {"kind", "information"},
                                        {"subject_class", 7},
                                        {"formed_on", "2025-01-13"},
                                        {"body", "各村收支如下。"},
                                        {"channels", boost_json::array{"website"}}},
                                       clerk));
        path = it.path("/documents/" + std::string(made.at("number").as_string()), it.town);
    }
    boost_json::object begin(const std::string& bytes, const User& who) {
        return read(it.call("POST", "/api/uploads",
                            {{"digest", sha256(bytes)}, {"size", std::int64_t(bytes.size())}},
                            who));
    }
    Response part(const std::string& id, std::size_t offset, const std::string& bytes,
                  const User& who) {
        http::Request request;
        request.method = "PUT";
        request.path = "/api/uploads/" + id + "?offset=" + std::to_string(offset);
        request.headers = {{"Host", "localhost"},
                           {"Cookie", who.cookie},
                           {"X-CSRF-Token", who.csrf},
                           {"Content-Type", "application/octet-stream"}};
        request.body = bytes;
        return it.site->answer(TestSite::split(std::move(request)));
    }
    Response attach(const std::string& id, const User& who, int seen = 1) {
        return it.call("POST", path + "/attachments/uploaded",
                       {{"upload", id}, {"file_name", "收支.xlsx"}, {"seen", seen}}, who);
    }

    TestSite& it;
    User clerk;
    std::string path;
};

std::string word(const boost_json::object& from, std::string_view name) {
    return std::string(from.at(name).as_string());
}

}  // namespace

TEST_CASE("a file comes in parts and becomes an attachment with the same bytes") {
    on_each_site([](TestSite& it) {
        Begun desk(it);
        const std::string bytes(300'000, 'a'), more(200'000, 'b');
        const auto id = word(desk.begin(bytes + more, desk.clerk), "id");
        CHECK(read(desk.part(id, 0, bytes, desk.clerk)).at("offset").as_int64() == 300'000);
        CHECK(code(desk.attach(id, desk.clerk)) == "upload.unfinished");
        const auto twice = desk.part(id, 0, bytes, desk.clerk);
        CHECK(twice.status == 409);
        CHECK(code(twice) == "upload.offset");
        // Signed in anew: the account's, not the session's.
        const auto later = it.sign_in("clerk");
        const auto asked = read(it.call("GET", "/api/uploads/" + id, {}, later));
        CHECK(asked.at("offset").as_int64() == 300'000);
        CHECK(read(desk.part(id, 300'000, more, later)).at("offset").as_int64() == 500'000);
        const auto after = read(desk.attach(id, later));
        CHECK(after.at("content").at("attachments").as_array().size() == 1);
        CHECK(it.call("GET", desk.path + "/attachments/" + http::encoded("收支.xlsx"), {}, later)
                  .body == bytes + more);
        CHECK(code(it.call("GET", "/api/uploads/" + id, {}, later)) == "upload.not-found");
    });
}

TEST_CASE("an act that is refused leaves what came, and another account has no part in it") {
    on_each_site([](TestSite& it) {
        Begun desk(it);
        const auto id = word(desk.begin("abc", desk.clerk), "id");
        (void)read(desk.part(id, 0, "abc", desk.clerk));
        const auto head = it.sign_in("unit_head");
        CHECK(code(it.call("GET", "/api/uploads/" + id, {}, head)) == "upload.not-found");
        CHECK(code(desk.part(id, 3, "d", head)) == "upload.not-found");
        CHECK(code(desk.attach(id, head)) == "upload.not-found");
        CHECK(code(desk.attach(id, it.sign_in("supervisor"))) == "door.right");
        CHECK(desk.attach(id, desk.clerk, 7).status == 409);  // changed by others meanwhile
        CHECK(read(desk.attach(id, desk.clerk)).at("seen").as_int64() == 2);
    });
}

TEST_CASE("what is wrong with a part or its beginning is said") {
    on_each_site([](TestSite& it) {
        Begun desk(it);
        const auto begin = [&](boost_json::object body) {
            return code(it.call("POST", "/api/uploads", body, desk.clerk));
        };
        CHECK(begin({{"size", 3}}) == "fields.missing");
        CHECK(begin({{"digest", sha256("abc")}, {"size", "3"}}) == "fields.kind");
        CHECK(begin({{"digest", sha256("abc")}, {"size", -3}}) == "upload.size");
        CHECK(begin({{"digest", sha256("abc")}, {"size", std::int64_t(largest_upload) + 1}}) ==
              "upload.size");
        const auto id = word(desk.begin("abc", desk.clerk), "id");
        CHECK(code(it.call("PUT", "/api/uploads/" + id, {}, desk.clerk)) == "fields.kind");
        for (const char* offset : {"-1", "x", "1.5"}) {
            const auto told =
                it.call("PUT", "/api/uploads/" + id + "?offset=" + offset, {}, desk.clerk);
            CHECK(told.status == 422);
            CHECK(told.body.find("应是 0 到文件大小之间的整数，现为“" + std::string(offset)) !=
                  std::string::npos);
        }
        CHECK(it.call("DELETE", "/api/uploads/" + id, {}, desk.clerk).status == 200);
        CHECK(code(desk.part(id, 0, "abc", desk.clerk)) == "upload.not-found");
    });
}

TEST_CASE("a file of the office that its reader has already is not sent again") {
    on_each_site([](TestSite& it) {
        Begun desk(it);
        const auto file = desk.path + "/attachments";
        REQUIRE(it.send(file + "?seen=1&file_name=a.txt", "abc", desk.clerk).status == 200);
        http::Request request;
        request.method = "GET";
        request.path = file + "/a.txt";
        request.headers = {{"Host", "localhost"}, {"Cookie", desk.clerk.cookie}};
        const auto first = it.site->answer(request);
        CHECK(first.status == 200);
        CHECK(first.header("Cache-Control") == "no-store");
        const std::string tag(first.header("ETag"));
        REQUIRE_FALSE(tag.empty());
        request.headers.push_back({"If-None-Match", tag});
        const auto second = it.site->answer(request);
        CHECK(second.status == 304);
        CHECK_FALSE(second.streamed.from);
        request.headers.back().value = "\"another\"";
        CHECK(it.site->answer(request).status == 200);
        // What is made anew each time has no tag: to know whether it is the same it would be read.
        request.path = desk.path;
        CHECK(it.site->answer(request).header("ETag").empty());
    });
}

TEST_CASE("what an account has uploaded and not named goes when it is closed or moves") {
    on_each_site([](TestSite& it) {
        const auto admin = it.sign_in("administrator");
        const auto id_of = [&](std::string_view login) {
            for (const auto& each : it.it.desks.accounts.of_region(region))
                if (each.account.login == login) return each.account.id;
            return std::string();
        };
        const auto begun = [&](std::string_view login) {
            const auto owner = organs::upload_owner(region, id_of(login));
            return it.uploads.begin(owner, sha256(login), 3).value().id;
        };
        const auto is_there = [&](std::string_view login, const std::string& upload) {
            return it.uploads.find(organs::upload_owner(region, id_of(login)), upload).ok();
        };
        const auto of_clerk = begun("clerk"), of_reviewer = begun("reviewer"),
                   of_head = begun("unit_head");
        auto& accounts = it.it.desks.accounts;
        const auto by = TestOffice::at("2025-01-15", "account/99");
        REQUIRE(accounts.change(by, region, id_of("clerk"), {{Role::Clerk}, false}).ok());
        CHECK_FALSE(is_there("clerk", of_clerk));
        REQUIRE(
            accounts.move(by, region, id_of("reviewer"), {it.other.organ, {Role::Reviewer}}).ok());
        CHECK_FALSE(is_there("reviewer", of_reviewer));
        CHECK(is_there("unit_head", of_head));
    });
}
