#include "portal/proof.h"
#include "site_for_tests.h"

using namespace gongkai;
using namespace gongkai::testing;

namespace {

bool has(const Response& answer, std::string_view text) {
    return answer.body.find(text) != std::string::npos;
}

struct Receipts {
    explicit Receipts(TestSite& site) : it(site) {
        (void)read(it.call("POST", it.path("/requests", it.town), question(), it.sign_in("clerk")));
        it.it.ledger.look([&](const journal::View& view) {
            receipt = desk::receipt_of(view.entries(it.town, "request/2025-0001").at(0));
        });
        it.make_tiles();
    }
    Response verify(const std::string& pasted) {
        http::Request request;
        request.method = "GET";
        request.path = "/verify";
        request.query = {{"receipt", pasted}};
        return it.site->answer(std::move(request));
    }
    TestSite& it;
    desk::LogReceipt receipt;
};

}  // namespace

TEST_CASE("a receipt proves in plain words when it was recorded, and that nothing was changed") {
    on_each_site([](TestSite& site) {
        Receipts it(site);
        const auto place = site.public_log.place_to_verify(it.receipt);
        CHECK(place.starts_with("https://www.example.gov.cn/verify?log=900121-1&entry="));
        for (const auto& pasted : {place, "  " + place + "\n", place.substr(place.find('?')),
                                   place.substr(place.find('?') + 1)}) {
            const auto answer = it.verify(pasted);
            CHECK(answer.status == 200);
            CHECK(has(answer, "核验通过"));
            CHECK(has(answer, "2025年1月15日（星期三）12:00登记"));
            CHECK(has(answer, "还没有见证方共同签名"));
            CHECK(answer.header("Cache-Control") == "no-store");
        }
        // The address behind the code is the page itself.
        auto request = TestSite::split({"GET", "/" + written(it.receipt), {}, {}, {}, {}, {}});
        CHECK(has(site.site->answer(std::move(request)), "核验通过"));
        const auto nothing = it.verify("");
        CHECK(nothing.status == 200);
        CHECK_FALSE(has(nothing, "核验通过"));
    });
}

TEST_CASE("a receipt that is damaged or another's is told so") {
    on_each_site([](TestSite& site) {
        Receipts it(site);
        const auto whole = written(it.receipt);
        const auto refused = [&](const std::string& pasted, int status, std::string_view says) {
            CAPTURE(pasted);
            const auto answer = it.verify(pasted);
            CHECK(answer.status == status);
            CHECK(has(answer, says));
            CHECK_FALSE(has(answer, "核验通过"));
        };
        refused("你好", 422, "不是回执的核验网址");
        refused(whole.substr(0, whole.size() - 3), 422, "现在有 61 位");
        refused(whole.substr(0, whole.size() - 1) + "g", 422, "0 到 9、a 到 f 以外");
        refused("verify?log=900121&entry=1&leaf=", 422, "缺日志");
        refused("verify?log=900121-1&entry=x&leaf=", 422, "缺序号");
        auto other = it.receipt;
        other.leaf[0] ^= 1;
        refused(written(other), 409, "与这份回执不符");
        auto later = it.receipt;
        later.entry = 999;
        refused(written(later), 404, "没有第 999 条");
        auto elsewhere = it.receipt;
        elsewhere.log.organ = 77;
        refused(written(elsewhere), 404, "没有这个机关的公开日志");
        refused("<script>alert(1)</script>", 422, "&lt;script&gt;");
    });
}

TEST_CASE("what was changed behind a receipt is found, and what is new is asked for again") {
    on_each_database([](store::Database& database) {
        TestSite site(database);
        Receipts it(site);
        (void)read(site.call("POST", site.path("/requests", site.town), question(),
                             site.sign_in("clerk")));
        desk::LogReceipt fresh;
        site.it.ledger.look([&](const journal::View& view) {
            fresh = desk::receipt_of(view.entries(site.town, "request/2025-0002").at(0));
        });
        const auto answer = it.verify(written(fresh));
        CHECK(answer.status == 200);
        CHECK(has(answer, "过几秒再核验"));
        database.transaction([&](store::Connection& connection) {
            connection.run(
                "UPDATE journal_entry SET actor = 'account/9' WHERE organ = $1 AND "
                "sequence = $2",
                {site.town.organ, it.receipt.entry});
        });
        const auto changed = it.verify(written(it.receipt));
        CHECK(changed.status == 409);
        CHECK(has(changed, "可能被改动过"));
    });
}

TEST_CASE("a page with a receipt has its code, and words in its place") {
    on_each_site([](TestSite& site) {
        const Receipts it(site);
        writer::Html out;
        portal::proof_of(out, it.receipt);
        CHECK(out.string().find("<svg class=\"qr\" role=\"img\" aria-label=\"存证核验的二维码") !=
              std::string::npos);
        CHECK(out.string().find("href=\"/verify?log=900121-1&amp;entry=") != std::string::npos);
        portal::set_public_log(nullptr);
        writer::Html without;
        portal::proof_of(without, it.receipt);
        CHECK(without.empty());
    });
}
