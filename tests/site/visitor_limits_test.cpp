#include "site/visitor_limits.h"

#include "journal/log_name.h"
#include "portal_for_tests.h"
#include "site_for_tests.h"

using namespace gongkai;
using namespace gongkai::testing;
using site::VisitorLimits;

namespace {

http::Response send(const http::Dispatch& site, const std::string& client, const std::string& path,
                    std::string body) {
    http::Request request;
    request.method = "POST";
    request.path = path;
    request.client = client;
    request.body = std::move(body);
    return site.answer(request);
}

}  // namespace

TEST_CASE("query codes are guessed at only so often from one address, on page and interface") {
    on_each_portal([](TestPortal& it) {
        const auto receipt =
            it.it.desks.requests.take_in(TestOffice::at(it.today), it.town, any_question(it.today))
                .value();
        const auto page = it.path("/track");
        const auto api = "/api/public/organs/" + journal::log_name(it.town) + "/tracking";
        const auto number = receipt.request.key().number;
        const auto form = [&](const std::string& code) {
            return "number=" + number + "&query_code=" + code;
        };
        const auto json = [&](const std::string& code) {
            return R"({"number":")" + number + R"(","query_code":")" + code + "\"}";
        };
        // Who knows the code may look as often as he likes.
        for (int i = 0; i < 3 * VisitorLimits::guesses_at_once; ++i)
            REQUIRE(send(*it.site, "192.0.2.1", page, form(receipt.query_code)).status == 200);
        for (int i = 0; i < VisitorLimits::guesses_at_once; ++i)
            REQUIRE(send(*it.site, "192.0.2.1", i % 2 ? page : api,
                         i % 2 ? form("AAAAAAAA") : json("AAAAAAAA"))
                        .status == (i % 2 ? 422 : 404));
        for (const auto& code : {std::string("AAAAAAAA"), receipt.query_code}) {
            const auto shut = send(*it.site, "192.0.2.1", page, form(code));
            CHECK(shut.status == 429);
            CHECK(shut.header("Retry-After") == "60");
            CHECK(has(shut, "请在 60 秒后再查"));
            CHECK(!has(shut, number));
            const auto api_shut = send(*it.site, "192.0.2.1", api, json(code));
            CHECK(api_shut.status == 429);
            CHECK(api_shut.header("Retry-After") == "60");
        }
        CHECK(send(*it.site, "192.0.2.2", page, form(receipt.query_code)).status == 200);
        it.today = "2025-01-16";
        CHECK(send(*it.site, "192.0.2.1", page, form(receipt.query_code)).status == 200);
    });
}

TEST_CASE("a program that applies without end is told when it may again") {
    on_each_site([](TestSite& it) {
        const auto path = "/api/public/organs/" + journal::log_name(it.town) + "/requests";
        int asked = 0;
        const auto apply = [&](const std::string& client) {
            auto body = question();
            body["content"] = "第" + std::to_string(++asked) + "件";
            return send(*it.site, client, path, boost_json::serialize(body));
        };
        for (int i = 0; i < VisitorLimits::applications_at_once; ++i)
            REQUIRE(apply("192.0.2.1").status == 201);
        const auto refused = apply("192.0.2.1");
        CHECK(refused.status == 429);
        CHECK(code(refused) == "request.too-often");
        CHECK(refused.header("Retry-After") == "120");
        CHECK(has(refused, "请在 2 分钟后"));
        CHECK(apply("192.0.2.2").status == 201);
        it.today = "2025-01-16";
        CHECK(apply("192.0.2.1").status == 201);
    });
}
