#include "desk/applicant_desk.h"

#include <doctest/doctest.h>

#include <set>

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
    it.applicant.id_number = "110101199003070000";
    CHECK(codes(it) == std::vector<std::string>{"request.id-number"});
    it.kind = ApplicantKind::Commercial;  // 18 digits of an organization are no ID card
    CHECK(codes(it).empty());
    it.content.assign(10'001, 'x');
    CHECK(codes(it) == std::vector<std::string>{"request.content"});
}

TEST_CASE("with number and code an applicant does what is his, and nothing else") {
    on_each_office([](TestOffice& it) {
        const auto town = it.town();
        const auto receipt = register_request(it.office, TestOffice::at("2025-01-15", "public"),
                                              town, any_question("2025-01-15"))
                                 .value();
        const auto key = receipt.request.key();
        const auto now = TestOffice::at("2025-01-16").at;
        const auto act = [&](Act what, const std::string& code, std::size_t seen) {
            const auto done = act_as_applicant(it.office, now, key, code, std::move(what), seen);
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
        CHECK(own_acts(receipt.request, day("2025-01-16")) ==
              std::vector{&row_for<Withdraw>()});
        CHECK(act(own(Correct{}), receipt.query_code, 1) == "request.words");
        CHECK(act(own(Correct{}, std::string(5001, 'x')), receipt.query_code, 1) ==
              "request.words");
        CHECK(act(own(Withdraw{}), receipt.query_code, 0) == "request.changed");
        CHECK(act(own(Withdraw{}), receipt.query_code, 1) == "");
        const auto seen = track_with_notices(it.office, key, receipt.query_code).value();
        CHECK(own_acts(seen.request, day("2025-01-16")).empty());
        CHECK(seen.request.acts().back().by == "public");
        CHECK(track_with_notices(it.office, key, "").error().code == "request.not-found");
    });
}

TEST_CASE("only notices to the applicant are opened for him") {
    on_each_office([](TestOffice& it) {
        const auto receipt = register_request(it.office, TestOffice::at("2025-01-15", "public"),
                                              it.town(), any_question("2025-01-15"))
                                 .value();
        const auto key = receipt.request.key();
        const Act ask =
            own(AskCorrection{day("2025-02-10")}, "请写明是哪个村", day("2025-01-16"));
        const Act correct = own(Correct{}, "柳河村", day("2025-01-17"));
        const Act consult = own(Consult{}, "内部的话", day("2025-01-17"));
        std::size_t seen = 1;
        for (const auto& each : {ask, correct, consult})
            REQUIRE(act_on(it.office, TestOffice::at("2025-01-17"), key, each, seen++).ok());
        const auto tracked = track_with_notices(it.office, key, receipt.query_code).value();
        REQUIRE(tracked.notices.size() == 4);
        CHECK(tracked.notices[1] == "请写明是哪个村");
        CHECK(!tracked.notices[2]);
        CHECK(!tracked.notices[3]);
    });
}

TEST_CASE("the same contents of the same day are known again, and nothing else is") {
    on_each_office([](TestOffice& it) {
        const auto town = it.town();
        const auto asked = any_question("2025-01-15", Channel::Internet);
        CHECK(!same_request_of_today(it.office, town, asked, day("2025-01-15")));
        const auto receipt =
            register_request(it.office, TestOffice::at("2025-01-15", "public"), town, asked)
                .value();
        CHECK(same_request_of_today(it.office, town, asked, day("2025-01-15")) ==
              receipt.request.key().number);
        CHECK(!same_request_of_today(it.office, town, asked, day("2025-01-16")));
        CHECK(!same_request_of_today(it.office, it.town(), asked, day("2025-01-15")));
        auto other = asked;
        other.applicant.phone = "13800000001";
        CHECK(!same_request_of_today(it.office, town, other, day("2025-01-15")));
        other = asked;
        other.channel = Channel::InPerson;
        CHECK(!same_request_of_today(it.office, town, other, day("2025-01-15")));
    });
}
