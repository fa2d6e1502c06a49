#include "desk/applicant_desk.h"

#include <doctest/doctest.h>

#include <atomic>
#include <set>
#include <thread>

#include "desk/request_contents.h"
#include "office_for_tests.h"

using namespace gongkai;
using namespace gongkai::desk;
using namespace gongkai::testing;

namespace {

std::vector<std::string> codes(const NewRequest& asked) {
    std::vector<std::string> all;
    for (const Error& it : missing_contents(asked))
        all.push_back(it.code);
    return all;
}

Act own(Kinds what, const std::string& words = {}, Date on = {}) {
    Act act;
    act.what = std::move(what);
    act.words = records::in_clear(words);
    act.on = on;
    return act;
}

}  // namespace

TEST_CASE("all that an application lacks is told at once, and no purpose is asked for") {
    CHECK(codes(any_question("2025-01-15")).empty());
    NewRequest nothing;
    CHECK(codes(nothing) == std::vector<std::string>{"request.applicant", "request.id-number",
                                                     "request.contact", "request.content"});
    auto it = any_question("2025-01-15");
    it.who.id_number = "110101199003070000";
    CHECK(codes(it) == std::vector<std::string>{"request.id-number"});
    it.applicant_kind = ApplicantKind::Commercial;  // 18 digits of an organization are no ID card
    CHECK(codes(it).empty());
    it.content.clear.assign(10'001, 'x');
    CHECK(codes(it) == std::vector<std::string>{"request.content"});
}

TEST_CASE("with number and code an applicant does what is his, and nothing else") {
    on_each_office([](TestOffice& it) {
        const auto town = it.town();
        const auto receipt =
            it.desks.requests
                .take_in(TestOffice::at("2025-01-15", "public"), town, any_question("2025-01-15"))
                .value();
        const auto key = receipt.request.key();
        const auto now = TestOffice::at("2025-01-16").at;
        const auto act = [&](Act what, const std::string& code, std::size_t seen) {
            const auto done = it.desks.applicants.act(now, key, code, std::move(what), seen);
            return done.ok() ? "" : done.error().code;
        };
        CHECK(act(own(Withdraw{}), "AAAAAAAA", 1) == "request.not-found");
        const std::set<std::string_view> his{"correct", "give_reasons", "withdraw"};
        const auto rows = requests::Subject::table().rows;
        for (std::size_t kind = 0; kind < rows.size(); ++kind) {
            if (his.contains(rows[kind].name)) continue;
            CAPTURE(rows[kind].name);
            Act other = own(Confirm{}, "x");
            records::emplace(other.what, kind);
            CHECK(act(other, receipt.query_code, 1) == "request.not-yours");
        }
        CHECK(own_acts(receipt.request, day("2025-01-16")) == std::vector{&row_for<Withdraw>()});
        CHECK(act(own(Correct{}), receipt.query_code, 1) == "request.words");
        CHECK(act(own(Correct{}, std::string(5001, 'x')), receipt.query_code, 1) ==
              "request.words");
        CHECK(act(own(Withdraw{}), receipt.query_code, 0) == "request.changed");
        CHECK(act(own(Withdraw{}), receipt.query_code, 1) == "");
        const auto seen = it.desks.applicants.track_with_notices(key, receipt.query_code).value();
        CHECK(own_acts(seen.request, day("2025-01-16")).empty());
        CHECK(seen.request.acts().back().by == "public");
        CHECK(it.desks.applicants.track_with_notices(key, "").error().code == "request.not-found");
    });
}

TEST_CASE("only notices to the applicant are opened for him") {
    on_each_office([](TestOffice& it) {
        const auto receipt = it.desks.requests
                                 .take_in(TestOffice::at("2025-01-15", "public"), it.town(),
                                          any_question("2025-01-15"))
                                 .value();
        const auto key = receipt.request.key();
        const Act ask = own(AskCorrection{day("2025-02-10")}, "请写明是哪个村", day("2025-01-16"));
        const Act correct = own(Correct{}, "柳河村", day("2025-01-17"));
        const Act consult = own(Consult{}, "内部的话", day("2025-01-17"));
        std::size_t seen = 1;
        for (const auto& each : {ask, correct, consult})
            REQUIRE(it.desks.requests.act_on(TestOffice::at("2025-01-17"), key, each, seen++).ok());
        const auto tracked =
            it.desks.applicants.track_with_notices(key, receipt.query_code).value();
        REQUIRE(tracked.notices.size() == 4);
        CHECK(tracked.notices[1] == "请写明是哪个村");
        CHECK(!tracked.notices[2]);
        CHECK(!tracked.notices[3]);
    });
}

TEST_CASE("the same contents of the same day are known again, and nothing else is") {
    on_each_office([](TestOffice& it) {
        const auto town = it.town();
        const auto send = [&](const NewRequest& asked, std::string_view on,
                              const journal::LogKey& organ) {
            const auto receipt = it.desks.applicants.apply(TestOffice::at(on).at, organ, asked);
            return receipt.ok() ? "" : receipt.error().code + receipt.error().message;
        };
        const auto asked = any_question("2025-01-15", Channel::Internet);
        REQUIRE(send(asked, "2025-01-15", town) == "");
        const auto again = send(asked, "2025-01-15", town);
        CHECK(again.starts_with("request.twice"));
        CHECK(again.find("编号是 2025-0001，") != again.npos);
        CHECK(send(asked, "2025-01-15", it.town()) == "");
        auto other = asked;
        other.who.phone = "13800000001";
        CHECK(send(other, "2025-01-15", town) == "");
        other = asked;
        other.content.clear += "（2023年）";
        CHECK(send(other, "2025-01-15", town) == "");
        CHECK(send(any_question("2025-01-16", Channel::Internet), "2025-01-16", town) == "");
        // One that came by another way says nothing of the web's.
        const auto by_letter = any_question("2025-01-17", Channel::InPerson);
        REQUIRE(it.desks.requests.take_in(TestOffice::at("2025-01-17"), town, by_letter).ok());
        CHECK(send(any_question("2025-01-17", Channel::Internet), "2025-01-17", town) == "");
    });
}

TEST_CASE("of the same form sent many times at once one is registered") {
    on_each_office([](TestOffice& it) {
        const auto town = it.town();
        const auto asked = any_question("2025-01-15", Channel::Internet);
        std::atomic<int> taken = 0, refused = 0;
        std::vector<std::thread> clicks;
        for (int i = 0; i < 4; ++i)
            clicks.emplace_back([&] {
                const auto now = TestOffice::at("2025-01-15").at;
                it.desks.applicants.apply(now, town, asked).ok() ? ++taken : ++refused;
            });
        for (auto& click : clicks)
            click.join();
        CHECK(taken == 1);
        CHECK(refused == 3);
    });
}
