#include "organs/organ.h"

#include <doctest/doctest.h>

#include "organs/account_acts.h"
#include "organs/organ_acts.h"

using namespace gongkai;
using namespace gongkai::organs;

namespace {

Organ town() {
    Organ it;
    it.key = {900121, 3};
    it.name = "云溪县柳河镇人民政府";
    it.kind = OrganKind::Government;
    it.level = Level::Township;
    it.division_code = "900121103000";
    it.credit_code = "11900121MB00000037";
    it.parent = 1;
    it.contact = {
        "柳河镇党政办公室", "柳河镇人民路1号", "工作日 8:30-17:30", "0000-1234567", "", ""};
    it.valid_from = parse_date("2019-05-15").value();
    return it;
}

// A code with the check sign that the standard computes for it.
std::string credit_code(std::string first) {
    for (const char sign : std::string("0123456789ABCDEFGHJKLMNPQRTUWXY")) {
        Organ it = town();
        it.credit_code = first + sign;
        if (check(it).ok()) return it.credit_code;
    }
    return "";
}

std::string code(const Status& status) { return status.ok() ? "" : status.error().code; }

Account account(Roles roles) {
    Account it;
    it.region = 900121;
    it.id = "account/7";
    it.login = "liuhe.wang";
    it.organ = 3;
    it.roles = std::move(roles);
    return it;
}

}  // namespace

TEST_CASE("a body must be reachable and have codes that can be") {
    const auto refused = [](void (*change)(Organ&)) {
        Organ it = town();
        it.credit_code = credit_code("11900121MB0000003");
        change(it);
        return code(check(it));
    };
    CHECK(refused([](Organ&) {}) == "");
    CHECK(refused([](Organ& it) { it.credit_code.clear(); }) == "");
    CHECK(refused([](Organ& it) { it.name.clear(); }) == "organ.name");
    CHECK(refused([](Organ& it) { it.division_code = "900121"; }) == "organ.division-code");
    CHECK(refused([](Organ& it) { it.division_code = "90012110300X"; }) == "organ.division-code");
    CHECK(refused([](Organ& it) { it.contact.phone.clear(); }) == "organ.contact");
    CHECK(refused([](Organ& it) { it.valid_until = parse_date("2018-01-01"); }) == "organ.dates");
    CHECK(refused([](Organ& it) { it.parent = 3; }) == "organ.parent");
    CHECK(refused([](Organ& it) { std::swap(it.credit_code[3], it.credit_code[4]); }) == "");
    CHECK(refused([](Organ& it) { it.credit_code[5] = it.credit_code[5] == '1' ? '2' : '1'; }) ==
          "organ.credit-code");
    CHECK(refused([](Organ& it) { it.credit_code += "0"; }) == "organ.credit-code");
}

TEST_CASE("the check sign of a known credit code is right") {
    // The worked example of GB 32100's appendix.
    Organ it = town();
    it.credit_code = "91350100M000100Y43";
    CHECK(check(it).ok());
}

namespace {

// What an act on a body leaves on record.
OrganRecord read_back(const Organ& organ, bool is_new) {
    const auto act = bodies::act_for(organ, is_new);
    const auto bytes = journal::canonical(records::record<bodies::Subject>(act));
    const auto back = records::act_of<bodies::Subject>(records::entry_kind<bodies::Subject>(act),
                                                       journal::parse_canonical(bytes).value());
    return std::visit([](const auto& kind) { return kind.organ; }, back.value().what);
}

OrganHistory history(const std::vector<Organ>& all, const Organ& organ) {
    return OrganHistory::begin(bodies::history_key(organ.key), bodies::act_for(organ, true), {all})
        .value();
}

}  // namespace

TEST_CASE("a body is read back from its record as it was") {
    Organ organ = town();
    organ.former_names = {{"柳河乡人民政府", parse_date("2020-06-30").value()}};
    organ.remedies = {"云溪县人民政府", "云溪县人民法院", ""};
    CHECK(read_back(organ, true) == organ);
    CHECK(read_back(organ, false) == organ);
    organ.valid_until = parse_date("2030-01-01");
    CHECK(read_back(organ, false) == organ);
    CHECK(records::act_of<bodies::Subject>("organ.create", {}).error().code == "organ.record");
}

TEST_CASE("a body is made, changed and ended, and may go on again") {
    Organ office = town(), organ = town();
    organ.credit_code.clear();
    office.key.organ = 1;
    office.parent.reset();
    const std::vector<Organ> all{office, organ};
    const auto kind = [&](const Organ& each, bool is_new) {
        return records::entry_kind<bodies::Subject>(bodies::act_for(each, is_new));
    };
    CHECK(kind(organ, true) == "organ.create");
    CHECK(kind(organ, false) == "organ.change");
    Organ ended = organ;
    ended.valid_until = parse_date("2030-01-01");
    CHECK(kind(ended, false) == "organ.end");

    const OrganHistory made = history(all, organ);
    CHECK(records::subject(made.key()) == "organ/3");
    CHECK(made.key().log == journal::LogKey{900121, 0});
    ended.further_successors = {2};
    CHECK(made.after(bodies::act_for(ended, false), {all}).error().code == "organ.successor");
    ended.further_successors.clear();
    const auto closed = made.after(bodies::act_for(ended, false), {all}).value();
    CHECK(closed.progress().organ == ended);
    // What goes over to the successor is read back as it was recorded.
    auto with_cases = bodies::act_for(ended, false, {{3, "request/2025-0007"}});
    const auto bytes = journal::canonical(records::record<bodies::Subject>(with_cases));
    CHECK(records::act_of<bodies::Subject>("organ.end", journal::parse_canonical(bytes).value())
              .value() == with_cases);
    CHECK(closed.after(bodies::act_for(organ, false), {all}).value().progress().organ == organ);

    Organ wrong = organ;
    wrong.division_code = "900121";
    CHECK(made.after(bodies::act_for(wrong, false), {all}).error().code == "organ.division-code");
    wrong = organ;
    wrong.parent = 9;
    CHECK(made.after(bodies::act_for(wrong, false), {all}).error().code == "organ.parent");
    wrong.parent = 3;
    CHECK(made.after(bodies::act_for(wrong, false), {all}).error().code == "organ.parent");
}

// The clock of a server may go wrong and be put right: what it said is nobody's statement.
TEST_CASE("a body is changed on whatever day the clock tells") {
    const Organ organ = [] {
        Organ alone = town();
        alone.credit_code.clear();
        alone.parent.reset();
        return alone;
    }();
    auto first = bodies::act_for(organ, true), second = bodies::act_for(organ, false);
    first.on = first.recorded_on = parse_date("2036-01-01").value();
    second.on = second.recorded_on = parse_date("2026-01-01").value();
    const std::vector<Organ> all{organ};
    const auto made = OrganHistory::begin(bodies::history_key(organ.key), first, {all}).value();
    CHECK(made.after(second, {all}).ok());
}

TEST_CASE("the bodies below one are found, even where parents run in a circle") {
    std::vector<Organ> all(5, town());
    for (int i = 0; i < 5; ++i) {
        all[std::size_t(i)].key.organ = i + 1;
        all[std::size_t(i)].parent = i;  // 1 below 0, 2 below 1, ...
    }
    all[0].parent = 3;  // and 1 below 3: a circle
    const auto found = below(all, 2);
    std::vector<std::int64_t> numbers;
    for (const Organ& it : found)
        numbers.push_back(it.key.organ);
    CHECK(numbers == std::vector<std::int64_t>{1, 3, 4, 5});
}

TEST_CASE("rights are those of the roles, at home and below") {
    const journal::LogKey home{900121, 3}, under{900121, 4}, elsewhere{900121, 5}, away{900122, 3};
    const Reach supervised{.supervised = {4}, .inherited = {}};
    const auto clerk = account({Role::Clerk}), head = account({Role::UnitHead}),
               county = account({Role::Supervisor}), admin = account({Role::Administrator});
    CHECK(may(clerk, Right::HandleRequests, home, {}));
    CHECK_FALSE(may(clerk, Right::HandleRequests, under, supervised));
    CHECK_FALSE(may(clerk, Right::ApproveExtension, home, {}));
    CHECK(may(head, Right::ApproveExtension, home, {}));
    CHECK(may(county, Right::ReviewReports, under, supervised));
    CHECK_FALSE(may(county, Right::ReviewReports, elsewhere, supervised));
    CHECK_FALSE(may(county, Right::HandleRequests, under, supervised));
    CHECK(may(admin, Right::ManagePeople, elsewhere, {}));
    CHECK_FALSE(may(admin, Right::ManagePeople, away, {}));
    CHECK_FALSE(may(admin, Right::ReadWork, home, {}));
    Account gone = clerk;
    gone.active = false;
    CHECK_FALSE(may(gone, Right::SignedIn, home, {}));
    CHECK(may(gone, Right::Public, home, {}));
}

TEST_CASE("an account is read back from its record as it was") {
    Account clerk = account({Role::Clerk, Role::UnitHead});
    clerk.password.seal = {"p", "digest"};
    clerk.person.seal = {"q", "digest"};
    clerk.must_change_password = true;
    records::ActOf<accounts::Subject> acts[3];
    acts[0].what = accounts::Create{clerk};
    acts[1].what = accounts::Change{clerk};
    acts[2].what = accounts::Password{clerk};
    for (const auto& act : acts) {
        const auto bytes = journal::canonical(records::record<accounts::Subject>(act));
        const auto back = records::act_of<accounts::Subject>(
            records::entry_kind<accounts::Subject>(act), journal::parse_canonical(bytes).value());
        REQUIRE(back.ok());
        CHECK(back.value() == act);
    }
    CHECK(records::act_of<accounts::Subject>("account.create", {}).error().code ==
          "account.record");
}

TEST_CASE("what an account becomes is what its last act says") {
    Account clerk = account({Role::Clerk});
    records::ActOf<accounts::Subject> act;
    act.what = accounts::Create{clerk};
    const auto key = accounts::history_key(clerk.region, clerk.id);
    CHECK(records::subject(key) == "account/7");
    const auto opened = AccountHistory::begin(key, act, {}).value();
    clerk.acts = 1;
    CHECK(account_of(opened) == clerk);
    clerk.active = false;
    act.what = accounts::Change{clerk};
    const auto closed = opened.after(act, {}).value();
    clerk.acts = 2;
    CHECK(account_of(closed) == clerk);
    clerk.active = true;
    clerk.roles = {};
    act.what = accounts::Change{clerk};
    CHECK(closed.after(act, {}).error().code == "account.roles");
}

TEST_CASE("logins and passwords keep the rules that are told") {
    CHECK(check(account({Role::Clerk})).ok());
    CHECK(code(check(account({}))) == "account.roles");
    for (const char* login : {"ab", "Wang", "王小明", "a b c", ""}) {
        Account it = account({Role::Clerk});
        it.login = login;
        CHECK(code(check(it)) == "account.login");
    }
    CHECK(check_password("wang", "十个汉字也是一个好密码").ok());
    for (const char* common :
         {"1234567890", "9876543210", "12345678901234", "qwertyuiop", "QWERTYUIOP", "aaaaaaaaaaaa",
          "abcabcabcabc", "password123", "Password2026!", "2026admin@2026", "1qaz2wsx3edc",
          "abcdefghijk", "woaini1314520", "1q2w3e4r5t"}) {
        CAPTURE(common);
        CHECK(check_password("wang", common).error().code == "account.password");
    }
    for (const char* own :
         {"correct horse battery", "yunxi-yanshi", "password of my house", "14159265358979"}) {
        CAPTURE(own);
        CHECK(check_password("wang", own).ok());
    }
    CHECK_FALSE(check_password("wang", "短密码").ok());
    CHECK_FALSE(check_password("liuhe.wang-2026", "LIUHE.WANG-2026").ok());
    CHECK_FALSE(check_password("wang", std::string(12, '\xFF')).ok());
}

TEST_CASE("the door stays shut longer after each wrong password, and not for ever") {
    CHECK(seconds_shut(0) == 0);
    CHECK(seconds_shut(4) == 0);
    CHECK(seconds_shut(5) == 2);
    CHECK(seconds_shut(8) == 16);
    CHECK(seconds_shut(1000) == 900);
}
